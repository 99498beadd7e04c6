// The tables: one row per item, sorted by any column. Rows are drawn as they are scrolled to.
const STEP = 120;
const COLUMNS = {
  figures: [
    { name: 'role', show: (fields) => code('role', fields.role), class: 'code' },
    { name: 'indicator', show: (fields) => fields.indicator || '', class: 'wide' },
    { name: 'amount', show: (fields, item) => amount(fields) || item.document.cut(item.at), sort: (fields) => fields.value ?? fields.min ?? -Infinity, class: 'number' },
    { name: 'due', show: dueOf, sort: (fields) => fields.due_end || fields.due_start || '', class: 'date' },
    { name: 'responsible', show: (fields) => (fields.responsible || []).join('、'), class: 'minor' },
    { name: 'section', show: (_, item) => headingOf(item), class: 'minor' },
  ],
  times: [
    { name: 'kind', show: (fields) => code('kind', fields.kind), class: 'code' },
    { name: 'words', show: (_, item) => item.document.cut(item.at), class: 'wide' },
    { name: 'start', show: (fields) => fields.start || '', class: 'date' },
    { name: 'end', show: (fields) => fields.end || '', class: 'date' },
    { name: 'every', show: (fields) => code('every', fields.every) || fields.duration || '' },
    { name: 'section', show: (_, item) => headingOf(item), class: 'minor' },
  ],
  contacts: [
    { name: 'role', show: (fields) => code('role', fields.role), class: 'code' },
    { name: 'value', show: (fields) => fields.value, class: 'wide' },
    { name: 'person', show: (fields) => fields.person || '' },
  ],
  assignments: [
    { name: 'role', show: (fields) => code('role', fields.role), class: 'code' },
    { name: 'unit', show: (fields) => fields.unit, class: 'wide' },
    { name: 'section', show: (_, item) => headingOf(item), class: 'minor' },
  ],
  sections: [
    { name: 'level', show: (fields) => String(fields.level), sort: (fields) => fields.level },
    { name: 'heading', show: (_, item) => item.document.cut(item.at), class: 'wide' },
    { name: 'kinds', show: (fields) => (fields.kinds || []).map((kind) => code('kinds', kind)).join('、') },
  ],
  diagnostics: [
    { name: 'severity', show: (fields) => code('severity', fields.severity), class: 'code' },
    { name: 'code', show: (fields) => fields.code },
    { name: 'message', show: (fields) => fields.message, class: 'wide' },
  ],
};
const LAST_COLUMNS = [
  { name: 'department', show: (_, item) => department(item.plan), class: 'minor' },
  { name: 'verdict', show: (_, item) => (corrections.of(item) ? word(corrections.of(item).verdict) : ''), class: 'verdict' },
];

const table = {
  rows: [],
  drawn: 0,

  columns() {
    const some = documents.reduce((count, document_) => count + document_.plans.length, 0) > 1;
    return [...COLUMNS[view.tab], ...LAST_COLUMNS.filter((column) => some || column.name !== 'department')];
  },

  draw() {
    const columns = this.columns();
    this.rows = sorted(passing(), columns.find((column) => column.name === view.sort?.column));
    $('#count').textContent = word('rows', { shown: this.rows.length, all: items.filter((item) => item?.type === TAB_TYPE[view.tab]).length });
    if (!this.rows.length) { clear($('#panel'), h('p', { class: 'quiet empty' }, word('none'))); this.drawn = 0; return; }
    this.body = h('tbody', {
      onclick: (event) => { const row = event.target.closest('tr'); if (row) select(row.item, 'table'); },
    });
    this.end = h('div', { class: 'end' });
    $('#panel').scrollTop = 0;
    clear($('#panel'), h('table', { 'aria-label': word(view.tab), 'aria-rowcount': this.rows.length + 1 },
      h('thead', {}, h('tr', {}, columns.map((column) => this.head(column)))), this.body), this.end);
    this.drawn = 0;
    this.more();
    this.watcher ||= new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) this.more(); }, { root: $('#panel'), rootMargin: '400px' });
    this.watcher.disconnect();
    this.watcher.observe(this.end);
  },

  head(column) {
    const chosen = view.sort?.column === column.name;
    const order = chosen ? (view.sort.falling ? 'descending' : 'ascending') : 'none';
    return h('th', { scope: 'col', 'aria-sort': order, class: column.class, 'data-column': column.name }, h('button', {
      type: 'button',
      onclick: () => {
        view.sort = !chosen ? { column: column.name, falling: false } : view.sort.falling ? null : { column: column.name, falling: true };
        this.draw();
        $(`#panel th[data-column="${column.name}"] button`)?.focus();
      },
    }, word(column.name), h('span', { class: 'arrow', 'aria-hidden': 'true' }, { ascending: '▲', descending: '▼', none: '' }[order])));
  },

  /** Draws rows until there are `least`, or the next step of them. */
  more(least = this.drawn + STEP) {
    if (!this.body?.isConnected || this.drawn >= this.rows.length) return;
    const columns = this.columns();
    const rows = this.rows.slice(this.drawn, least).map((item, step) => drawRow(item, columns, this.drawn + step));
    this.body.append(...rows);
    this.drawn += rows.length;
    this.end.hidden = this.drawn >= this.rows.length;
  },

  /** Brings the row of an item into view and marks it; false where the filters hide it. */
  reveal(item) {
    const place = this.rows.indexOf(item);
    if (place < 0 || !this.body?.isConnected) return false;
    this.more(place + 10);
    for (const row of this.body.querySelectorAll('tr.lit')) { row.classList.remove('lit'); row.removeAttribute('aria-selected'); row.tabIndex = -1; }
    const row = this.body.children[place];
    row.classList.add('lit');
    row.setAttribute('aria-selected', 'true');
    row.tabIndex = 0;
    row.scrollIntoView({ block: 'nearest' });
    return true;
  },

  /** Draws the row of one item anew; false where the table does not show it. */
  redraw(item) {
    const place = this.rows.indexOf(item);
    if (place < 0 || place >= this.drawn || !this.body?.isConnected) return false;
    this.body.children[place].replaceWith(drawRow(item, this.columns(), place));
    return true;
  },

  /** The item some rows further down (or up), for the arrow keys. */
  neighbour(step) {
    const place = this.rows.indexOf(view.selected);
    return this.rows[place < 0 ? (step > 0 ? 0 : this.rows.length - 1) : place + step] || null;
  },
};

function drawRow(item, columns, place) {
  const fields = current(item);
  const verdict = corrections.of(item)?.verdict;
  const row = h('tr', { tabindex: place ? -1 : 0, 'aria-rowindex': place + 2, class: verdict ? `v-${verdict}` : null },
    columns.map((column) => {
      const words = column.show(fields, item);
      const shown = column.class === 'code' ? h('span', { class: `tag k-${colour(item)}` }, words)
        : column.class === 'minor' ? h('div', { title: words }, words) : words;
      return h('td', { class: column.class }, shown);
    }));
  row.item = item;
  return row;
}

function sorted(rows, column) {
  if (!column) return rows;
  const value = (item) => (column.sort || column.show)(current(item), item);
  const keyed = rows.map((item) => [value(item), item]);
  const way = view.sort.falling ? -1 : 1;
  keyed.sort(([a], [b]) => way * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh', { numeric: true })));
  return keyed.map(([, item]) => item);
}
