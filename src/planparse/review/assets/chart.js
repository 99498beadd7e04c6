// One indicator over the years: what is (baseline) and what shall be (targets). Rates and levels get a line, amounts bars.
let chosenSeries = '';

function drawChart() {
  const series = seriesOf(passing('figure'));
  $('#count').textContent = '';
  if (!series.length) { clear($('#panel'), h('p', { class: 'quiet empty' }, word('chartNone'))); return; }
  const chosen = series.find((each) => each.key === chosenSeries) || [...series].sort((a, b) => richness(b) - richness(a))[0];
  const groups = [...new Set(series.map((each) => each.department))];
  const choice = h('select', { id: 'series', 'aria-label': word('indicatorChoice'), onchange: (event) => { chosenSeries = event.target.value; drawChart(); $('#series').focus(); } },
    groups.map((name) => h('optgroup', { label: name }, series.filter((each) => each.department === name)
      .map((each) => fill(h('option', { value: each.key }, `${each.indicator}（${each.unit || '—'}）`), { selected: each === chosen }, [])))));
  clear($('#panel'), h('p', { class: 'choice' }, h('label', {}, word('indicatorChoice'), ' ', choice)), drawSeries(chosen), seriesTable(chosen));
}

/** How much a series has to show: its years, and whether it leads from a baseline to a target. */
function richness(series) {
  return new Set(series.points.map((point) => point.year)).size + 2 * (new Set(series.points.map((point) => point.role)).size - 1);
}

/** Figures of one plan with the same indicator and unit, where there are two values to compare. */
function seriesOf(figures) {
  const all = new Map();
  for (const item of figures) {
    const fields = current(item);
    if (!fields.indicator || fields.role === 'parameter') continue;
    const unit = [fields.unit, ...(fields.per || [])].join('/');
    const key = [item.document.index, item.plan.id, fields.indicator.replace(/\s+/g, ''), unit].join('|');
    if (!all.has(key)) all.set(key, { key, indicator: fields.indicator, unit, department: department(item.plan), points: [] });
    all.get(key).points.push(...pointsOf(item, fields));
  }
  for (const each of all.values()) each.points = distinct(each.points).sort((a, b) => when(a) - when(b));
  const series = [...all.values()].filter((each) => each.points.length > 1);
  return series.sort((a, b) => a.department.localeCompare(b.department, 'zh') || b.points.length - a.points.length);
}

function pointsOf(item, fields) {
  const high = fields.op === 'range' ? fields.max : fields.value;
  const points = [];
  const stands = (value) => item.plan.figures.some((figure) => figure.role === 'baseline' && figure.value === value && figure.at[0] >= item.clause[0] && figure.at[1] <= item.clause[1]);
  if (item.previous?.value !== undefined && !(item.clause && stands(item.previous.value))) {
    points.push({ item, year: null, value: item.previous.value, role: 'baseline', op: '=' });
  }
  if (high !== undefined) points.push({ item, year: yearOf(item, fields), value: high, low: fields.op === 'range' ? fields.min : high, role: fields.role, op: fields.op });
  return points;
}

/** What is comes first, then the years; a target without one stands last. */
function when(point) {
  return point.year ?? (point.role === 'baseline' ? 0 : 9999);
}

/** A value that the plan states twice is one point; of a baseline with and without a year the one with the year stays. */
function distinct(points) {
  return points.filter((point, place) => !points.some((other, there) => there !== place && other.role === point.role && other.value === point.value
    && (other.year === point.year ? there < place : point.year === null && point.role === 'baseline')));
}

/** The year that a figure speaks of: its due; for a baseline the last time before it on its line, unless that is a target's
 * (到2025年由31%提高到35%). */
function yearOf(item, fields) {
  const due = (fields.due_end || fields.due_start || '').slice(0, 4);
  if (due || fields.role !== 'baseline') return Number(due) || null;
  const raised = item.plan.figures.some((figure) => figure.previous?.value === fields.value && figure.clause?.[0] <= item.at[0] && item.at[1] <= figure.clause[1]);
  if (raised) return null;
  const line = item.document.point(item.document.text.lastIndexOf('\n', item.document.unit(item.at[0])) + 1);
  const before = (item.plan.times || []).filter((time) => time.at[0] >= line && time.at[1] <= item.at[0] && (time.end || time.start));
  return before.length ? Number((before[before.length - 1].end || before[before.length - 1].start).slice(0, 4)) || null : null;
}

function drawSeries(series) {
  const wide = Math.max(480, Math.min(900, $('#panel').clientWidth - 24));
  const high = 300;
  const [left, bottom] = [76, high - 34];
  const values = series.points.flatMap((point) => [point.value, point.low ?? point.value]);
  const steps = ticks(Math.min(0, ...values), Math.max(...values, 0) || 1);
  const y = linear(steps[0], steps[steps.length - 1], bottom, 24);
  const slot = (wide - left - 12) / series.points.length;
  const level = /^[%％‰]/.test(series.unit) || series.points.some((point) => point.item.change === 'to');
  const middle = (place) => left + slot * (place + 0.5);
  const line = level && svg('polyline', { class: 'trend', points: series.points.map((point, place) => `${middle(place)},${y(point.value)}`).join(' ') });
  return svg('svg', { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, class: 'drawing', role: 'group', 'aria-label': word('chartAbout', { indicator: series.indicator, count: series.points.length }) },
    steps.map((step) => [svg('line', { x1: left, x2: wide - 12, y1: y(step), y2: y(step), class: step === 0 ? 'axis' : 'grid' }), svg('text', { x: left - 8, y: y(step) + 4, 'text-anchor': 'end', class: 'tick' }, myriads(step))]),
    svg('text', { x: 4, y: 13, class: 'tick' }, series.unit), line,
    series.points.map((point, place) => opens(point.item, drawPoint(point, middle(place), y, level, Math.min(44, slot * 0.6), bottom),
      `${valueWords(point)} ${yearWords(point)} ${code('role', point.role)}, ${number(point.value)} ${series.unit}`)));
}

function yearWords(point) {
  return point.role === 'baseline' && point.year === null ? word('baselineShort') : String(point.year ?? word('noYear'));
}

function valueWords(point) {
  return `${OPERATORS[point.op] || ''}${myriads(point.value)}`;
}

function drawPoint(point, x, y, level, thick, bottom) {
  const [top, zero] = [y(point.value), y(0)];
  const shape = level
    ? svg('circle', { cx: x, cy: top, r: 5.5, class: `point r-${point.role}` })
    : svg('rect', { x: x - thick / 2, y: Math.min(top, zero), width: thick, height: Math.max(1.5, Math.abs(zero - top)), class: `column r-${point.role}` });
  const reach = point.low !== undefined && point.low !== point.value && svg('line', { x1: x, x2: x, y1: top, y2: y(point.low), class: 'reach' });
    return svg('g', { class: 'mark' }, shape, reach,
    svg('text', { x, y: Math.min(top, zero) - 9, 'text-anchor': 'middle', class: 'mark-name' }, `${valueWords(point)} `),
    svg('text', { x, y: bottom + 18, 'text-anchor': 'middle', class: 'tick' }, yearWords(point)));
}

function seriesTable(series) {
  return h('table', { class: 'small', 'aria-label': series.indicator },
    h('thead', {}, h('tr', {}, ['year', 'role', 'amount', 'words'].map((name) => h('th', { scope: 'col' }, word(name))))),
    h('tbody', {}, series.points.map((point) => h('tr', {}, h('td', {}, point.year ?? word('noYear')), h('td', {}, code('role', point.role)),
      h('td', { class: 'number' }, `${OPERATORS[point.op] || ''} ${number(point.value)} ${series.unit}`), h('td', { class: 'wide' }, point.item.document.cut(point.item.clause || point.item.at))))));
}
