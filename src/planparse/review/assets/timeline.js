// The time line: a lane per department, periods as bars, deadlines and days as points, with the targets due then.
const LANES = 40;
const LANE_ROW = 22;

function drawTimeline() {
  const found = passing('time').filter((item) => !Number.isNaN(day(current(item).end || current(item).start)));
  const lanes = lanesOf(found);
  $('#count').textContent = word('rows', { shown: found.length, all: items.filter((item) => item?.type === 'time').length });
  if (!lanes.length) { clear($('#panel'), h('p', { class: 'quiet empty' }, word('timelineNone'))); return; }
  const shown = lanes.slice(0, LANES);
  const wide = Math.max(560, $('#panel').clientWidth - 24);
  const left = 24;
  const [from, to] = spanOfYears(found);
  const x = linear(from, to, left, wide - 12);
  const names = [];
  const marks = [];
  let top = 28;
  for (const lane of shown) {
    names.push(svg('text', { x: 4, y: top + 15, class: 'lane-name' }, lane.name));
    const { nodes, rows } = placeLane(lane, x, top + 20, wide);
    marks.push(...nodes);
    top += 30 + rows * LANE_ROW;
    names.push(svg('line', { x1: 0, x2: wide, y1: top - 5, y2: top - 5, class: 'rule' }));
  }
  clear($('#panel'), svg('svg', { viewBox: `0 0 ${wide} ${top}`, width: wide, height: top, role: 'group', class: 'drawing', 'aria-label': word('timelineAbout', { lanes: shown.length, count: found.length }) },
    yearLines(from, to, x, top), names, marks),
  lanes.length > LANES && h('p', { class: 'quiet' }, word('moreLanes', { count: lanes.length - LANES })));
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

function yearLines(from, to, x, height) {
  const first = new Date(from).getUTCFullYear();
  const count = new Date(to).getUTCFullYear() - first;
  const step = Math.max(1, Math.ceil(count / 12));
  return Array.from({ length: Math.floor(count / step) + 1 }, (_, place) => {
    const year = first + place * step;
    const at = x(Date.UTC(year, 0, 1));
    return [svg('line', { x1: at, x2: at, y1: 18, y2: height, class: 'grid' }), year < first + count && svg('text', { x: at + 4, y: 13, class: 'tick' }, String(year))];
  });
}

/** Each time goes into the first row of its lane that is free where it and its words stand. */
function placeLane(lane, x, top, wide) {
  const ends = [];
  const times = lane.times.map((item) => ({ item, ...extent(current(item), x) })).sort((a, b) => a.left - b.left);
  const nodes = times.map(({ item, left, right }) => {
    const words = labelOf(item);
    const beside = right + 8 + width(words) < wide;
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
    return opens(item, svg('g', { class: 'mark' }, shape, text), `${lane.name}：${summary(item)} ${dateOf(item)}${words === item.document.cut(item.at) ? '' : ` ${words}`}`);
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

/** What is due at a time, or the time's own words. */
function labelOf(item) {
  const due = (item.plan?.figures || []).filter((figure) => figure.role === 'target' && figure.due && String(figure.due.at) === String(item.at));
  const words = item.document.cut(item.at).replace(/\s+/g, '');
  if (!due.length) return words;
  const first = [due[0].indicator, amount(due[0])].filter(Boolean).join(' ');
  return `${words} ${first.length > 22 ? `${first.slice(0, 21)}…` : first}${due.length > 1 ? ` +${due.length - 1}` : ''}`;
}
