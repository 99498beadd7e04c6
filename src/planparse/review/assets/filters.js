// What the reader looks at: the tab, the filters, and the items that pass them.
const TABS = ['figures', 'times', 'contacts', 'assignments', 'sections', 'diagnostics', 'timeline', 'chart'];
const TAB_TYPE = {
  figures: 'figure', times: 'time', contacts: 'contact', assignments: 'assignment', sections: 'section', diagnostics: 'diagnostic', timeline: 'time', chart: 'figure',
};
// The filters of each tab besides words and department: the values that an item has under them.
const KIND_FILTERS = {
  figure: ['role', 'unit', 'year', 'sectionKind'],
  time: ['kind', 'year', 'sectionKind'],
  contact: ['role'],
  assignment: ['role', 'sectionKind'],
  section: ['sectionKind'],
  diagnostic: ['severity', 'code'],
};
const CODED = { role: 'role', kind: 'kind', sectionKind: 'kinds', severity: 'severity' };

const view = {
  tab: 'figures',
  selected: null,
  plan: null,
  words: '',
  department: '',
  chosen: {}, // filter → value
  sort: null, // {column, falling}
};

const FILTER_VALUES = {
  role: (item) => [current(item).role],
  unit: (item) => [current(item).unit || ''],
  year: (item) => years(item).map(String),
  kind: (item) => [current(item).kind],
  sectionKind: (item) => current(sectionOf(item) || item).kinds || [],
  severity: (item) => [item.severity],
  code: (item) => [item.code],
};

/** The items of the tab that pass the filters; `without` leaves one filter out (to offer its other values). */
function passing(type = TAB_TYPE[view.tab], without = null) {
  const words = view.words.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = Object.entries(view.chosen).filter(([name, value]) => value && name !== without && KIND_FILTERS[type].includes(name));
  return items.filter((item) => item && item.type === type
    && (without === 'department' || inDepartment(item))
    && chosen.every(([name, value]) => FILTER_VALUES[name](item).includes(value))
    && (!words.length || words.every((each) => haystack(item).includes(each))));
}

function inDepartment(item) {
  if (!view.department) return true;
  if (view.department === 'current') return item.plan === view.plan;
  return department(item.plan) === view.department.slice(1);
}

function haystack(item) {
  const fields = current(item);
  const parts = [fields.indicator, fields.value, fields.unit, (fields.responsible || []).join(' '), item.code, item.message, item.rule,
    item.document.cut(item.clause || item.at), headingOf(item), department(item.plan), item.document.name, item.document.title];
  return parts.filter((part) => part !== undefined && part !== null).join('\n').toLowerCase();
}

function drawFilters() {
  const type = TAB_TYPE[view.tab];
  const departments = [...new Set(passing(type, 'department').map((item) => department(item.plan)))].sort((a, b) => a.localeCompare(b, 'zh'));
  const search = h('input', {
    type: 'search', id: 'search', value: view.words, placeholder: word('search'), 'aria-label': word('search'),
    oninput: (event) => { view.words = event.target.value; later(refreshPanel); },
  });
  const selects = [
    menu('department', view.department, [['', word('allPlans')], ['current', word('currentPlan')], ...departments.map((name) => [`=${name}`, name])],
      (value) => { view.department = value; }),
    ...KIND_FILTERS[type].map((name) => {
      const values = [...new Set(passing(type, name).flatMap(FILTER_VALUES[name]))].filter((value) => value !== undefined);
      values.sort((a, b) => a.localeCompare(b, 'zh', { numeric: true }));
      const shown = values.filter(Boolean).map((value) => [value, CODED[name] ? code(CODED[name], value) : value]);
      return menu(name, view.chosen[name] || '', [['', named(word(name), word('all'))], ...shown], (value) => { view.chosen[name] = value; });
    }),
  ];
  const focused = document.activeElement?.id;
  clear($('#filters'), search, selects, h('button', { type: 'button', onclick: clearFilters }, word('clear')), h('span', { id: 'count', class: 'quiet', role: 'status' }));
  if (focused) $(`#filters #${CSS.escape(focused)}`)?.focus();
}

function menu(name, value, options, choose) {
  return h('select', {
    id: `filter-${name}`, 'aria-label': word(name),
    onchange: (event) => { choose(event.target.value); drawFilters(); refreshPanel(); },
  }, options.map(([each, words]) => fill(h('option', { value: each }, words), { selected: each === value }, [])));
}

function clearFilters() {
  Object.assign(view, { words: '', department: '', chosen: {} });
  drawFilters();
  refreshPanel();
}

let waiting = 0;
/** Runs a drawing after the typing has paused for a moment. */
function later(draw) {
  clearTimeout(waiting);
  waiting = setTimeout(draw, 120);
}
