// The time line: a lane per department, periods as bars, deadlines and days as points, with the targets due then.
const LANES = 40;
const LANE_ROW = 22;

function drawTimeline() {
  const found = passing('time').filter((item) => !Number.isNaN(day(current(item).end || current(item).start)));
  const lanes = lanesOf(found);
  $('#count').textContent = word('rows', { shown: found.length, all: items.filter((item) => item?.type === 'time').length });
  if (!lanes.length) { clear($('#panel'), h('p', { class: 'quiet empty' }, word('timelineNone'))); return; }
  const shown = lanes.slice(0, LANES);
  const across = Math.max(560, $('#panel').clientWidth - 24);
  const [from, to] = spanOfYears(found);
  const x = linear(from, to, 24, across - 12);
  const marks = [];
  let top = 6;
  for (const lane of shown) {
    const { nodes, rows } = placeLane(lane, x, top + 20, across);
    marks.push(svg('text', { x: 4, y: top + 15, class: 'lane-name' }, lane.name), ...nodes);
    top += 30 + rows * LANE_ROW;
    marks.push(svg('line', { x1: 0, x2: across, y1: top - 5, y2: top - 5, class: 'rule' }));
  }
  const years = yearsOf(from, to, x);
  const drawing = (high, extra, ...children) => svg('svg', { viewBox: `0 0 ${across} ${high}`, width: across, height: high, ...extra }, ...children);
  clear($('#panel'),
    h('div', { class: 'axis-head' }, drawing(22, { class: 'drawing', 'aria-hidden': 'true' }, years.filter(([, , last]) => !last).map(([year, at]) => svg('text', { x: at + 4, y: 14, class: 'tick' }, String(year))))),
    drawing(top, { class: 'drawing', role: 'group', 'aria-label': word('timelineAbout', { lanes: shown.length, count: found.length }) },
      years.map(([, at]) => svg('line', { x1: at, x2: at, y1: 0, y2: top, class: 'grid' })), marks),
    lanes.length > LANES && h('p', { class: 'quiet empty' }, word('moreLanes', { count: lanes.length - LANES })));
}

function lanesOf(found) {
  const lanes = new Map();
  for (const item of found) {
    const name = department(item.plan);
    if (!lanes.has(name)) lanes.set(name, { name, times: [] });
    lanes.get(name).times.push(item);
  }
  return [...lanes.values()];
}

/** The years to show. A lone 1949 in a plan for 2025 shall not squeeze the rest: the outer hundredths go to the edge. */
function spanOfYears(found) {
  const days = found.flatMap((item) => [day(current(item).start), day(current(item).end)]).filter((each) => !Number.isNaN(each)).sort((a, b) => a - b);
  const cut = days[days.length - 1] - days[0] > 30 * 365 * DAY ? Math.ceil(days.length / 50) : 0;
  const first = new Date(days[cut]).getUTCFullYear();
  const last = new Date(days[days.length - 1 - cut]).getUTCFullYear();
  return [Date.UTC(first, 0, 1), Date.UTC(last + 1, 0, 1)];
}

/** Year, place and whether it is the end of the axis, not more than a dozen. */
function yearsOf(from, to, x) {
  const first = new Date(from).getUTCFullYear();
  const count = new Date(to).getUTCFullYear() - first;
  const step = Math.max(1, Math.ceil(count / 12));
  return Array.from({ length: Math.floor(count / step) + 1 }, (_, place) => {
    const year = first + place * step;
    return [year, x(Date.UTC(year, 0, 1)), year === first + count];
  });
}

/** The times of a lane, those with the same days together; each goes into the first row that is free for it and its words. */
function placeLane(lane, x, top, across) {
  const ends = [];
  const together = new Map();
  for (const item of lane.times) {
    const { start, end, kind } = current(item);
    const key = [kind === 'deadline' ? '' : start, end].join();
    if (!together.has(key)) together.set(key, { same: [], ...extent(current(item), x) });
    together.get(key).same.push(item);
  }
  const nodes = [...together.values()].sort((a, b) => a.left - b.left).map(({ same, left, right }) => {
    const words = labelOf(same);
    const beside = right + 8 + width(words) < across;
    const reach = beside ? right + 14 + width(words) : right + 6;
    const begin = beside ? left : left - 8 - width(words);
    let row = ends.findIndex((end) => end <= begin);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = reach;
    const middle = top + row * LANE_ROW + LANE_ROW / 2;
    const shape = right - left > 9
      ? svg('rect', { x: left, y: middle - 5, width: right - left, height: 10, rx: 2, class: 'period' })
      : svg('path', { d: `M${right} ${middle - 6}l6 6-6 6-6-6z`, class: 'deadline' });
    const text = svg('text', { x: beside ? right + 9 : left - 8, y: middle + 4, 'text-anchor': beside ? 'start' : 'end', class: 'mark-name' }, words);
    const opened = same.includes(view.selected) ? view.selected : same.find((item) => dueAt(item).length) || same[0];
    const label = [named(lane.name, `${words}　${code('kind', current(opened).kind)} ${dateOf(opened)}`), ...same.flatMap(dueAt).map(targetWords)].join('\n');
    return opens(opened, svg('g', { class: 'mark' }, shape, text), label);
  });
  return { nodes, rows: ends.length };
}

function extent(fields, x) {
  const end = day(fields.end || fields.start);
  const start = fields.kind === 'deadline' || !fields.start ? end : day(fields.start);
  const right = x(end + (start === end ? 0 : DAY));
  return { left: Number.isNaN(start) ? right : x(start), right };
}

function dateOf(item) {
  return stretch(current(item).start, current(item).end);
}

/** The targets that are due at a time; the plan's targets are sorted by due once. */
function dueAt(item) {
  const plan = item.plan;
  if (!plan) return [];
  if (!plan.dues) {
    plan.dues = new Map();
    for (const figure of plan.figures || []) {
      if (figure.role !== 'target' || !figure.due) continue;
      const key = String(figure.due.at);
      if (!plan.dues.has(key)) plan.dues.set(key, []);
      plan.dues.get(key).push(figure);
    }
  }
  return plan.dues.get(String(item.at)) || [];
}

function targetWords(figure) {
  return [figure.indicator, amount(figure)].filter(Boolean).join(' ');
}

/** The time's own words, and the first of the targets due then. */
function labelOf(same) {
  const words = same[0].document.cut(same[0].at).replace(/\s+/g, '');
  const due = same.flatMap(dueAt).map(targetWords);
  if (!due.length) return words;
  const first = due[0].length > 22 ? `${due[0].slice(0, 21)}…` : due[0];
  return `${words} ${first}${due.length > 1 ? ` +${due.length - 1}` : ''}`;
}
