// The page at work: which item is open, the tabs, the plans, the keys.
function select(item, from) {
  view.selected = item;
  choosePlan(item.plan || plans.find((plan) => plan.document === item.document), false);
  if (from === 'text' || from === 'form') openTab(item);
  else if (from === 'drawing') refreshPanel();
  if (from !== 'text') source.reveal(item);
  else { source.show(item.document); source.light(item); if (!$('#text mark.lit')) source.reveal(item); }
  detail.show(item);
  if (!['timeline', 'chart'].includes(view.tab)) table.reveal(item);
  announce(summary(item));
}

/** The table that an item stands in, with filters that let it through. */
function openTab(item) {
  const tab = TABS.find((each) => TAB_TYPE[each] === item.type);
  if (view.tab !== tab) chooseTab(tab);
  if (!passing().includes(item)) clearFilters();
}

function judge(verdict) {
  const item = view.selected;
  if (!item || item.added || item.type === 'diagnostic') return;
  corrections.judge(item, verdict);
  select(item, 'judge');
}

function removeAdded(item) {
  detail.close();
  corrections.remove(item);
}

function markMissing() {
  const at = source.selection();
  $('#add').hidden = true;
  if (at) detail.edit(null, { type: /\d|[一二三四五六七八九十百千万亿]/.test(source.document.cut(at)) ? 'figure' : 'contact', at });
}

function refreshPanel() {
  if (view.tab === 'timeline') drawTimeline();
  else if (view.tab === 'chart') drawChart();
  else {
    table.draw();
    if (view.selected) table.reveal(view.selected);
  }
}

function chooseTab(tab) {
  view.tab = tab;
  view.sort = null;
  drawTabs();
  drawFilters();
  $('#panel').scrollTop = 0;
  refreshPanel();
}

function drawTabs() {
  clear($('#tabs'), TABS.map((tab) => {
    const count = ['timeline', 'chart'].includes(tab) ? '' : items.filter((item) => item?.type === TAB_TYPE[tab]).length;
    return h('button', { type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': 'panel', 'aria-selected': String(tab === view.tab), tabindex: tab === view.tab ? 0 : -1, onclick: () => chooseTab(tab) },
      word(tab), count !== '' && h('span', { class: 'quiet' }, ` ${count}`));
  }));
  $('#panel').setAttribute('aria-labelledby', `tab-${view.tab}`);
}

const plans = [];
function choosePlan(plan, move = true) {
  view.plan = plan;
  const place = plans.indexOf(plan);
  $('#plan').value = String(Math.max(0, place));
  if (plan) $('#complete').checked = corrections.complete.has(plan.document.sha256);
  if (!move || !plan) return;
  source.reveal({ document: plan.document, at: [plan.at[0], plan.at[0]], plan });
  $(`#text .plan-head[data-plan="${CSS.escape(plan.id)}"]`)?.scrollIntoView({ block: 'start' });
  if (view.department === 'current') refreshPanel();
}

function drawPlans() {
  plans.splice(0, plans.length, ...documents.flatMap((document_) => (document_.plans.length ? document_.plans : [{ document: document_, at: [0, 0], id: '' }])));
  clear($('#plan'), documents.map((document_) => h('optgroup', { label: document_.title || document_.name },
    plans.filter((plan) => plan.document === document_).map((plan) => h('option', { value: plans.indexOf(plan) }, plan.id ? `${plan.id} ${department(plan)}` : document_.name)))));
}

function step(by) {
  const place = plans.indexOf(view.plan) + by;
  if (plans[place]) choosePlan(plans[place]);
}

function announce(words) {
  $('#announcement').textContent = words;
}

function showProgress() {
  const [judged, added] = [corrections.judged.size, corrections.added.length];
  $('#progress').textContent = judged || added ? word('judged', { judged, added }) : '';
}

function help() {
  const dialog = $('#help-dialog');
  clear(dialog, h('h2', {}, word('helpKeys')), ['key_rows', 'key_judge', 'key_add', 'key_plans', 'key_search'].map((key) => h('p', { class: 'key' }, word(key))),
    h('p', {}, word('helpAbout')), h('p', { class: 'quiet' }, word('private')), h('form', { method: 'dialog' }, h('button', { class: 'primary' }, word('close'))));
  dialog.showModal();
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme; else delete document.documentElement.dataset.theme;
  memory.set('theme', theme);
}

function dark() {
  return (document.documentElement.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
}

function drawAll() {
  relabel();
  drawPlans();
  source.legend();
  drawTabs();
  drawFilters();
  refreshPanel();
  showProgress();
  choosePlan(view.plan, false);
}

const KEYS = {
  1: () => judge('right'), 2: () => judge('wrong'), 0: () => judge(null), a: markMissing,
  e: () => view.selected && view.selected.type !== 'diagnostic' && detail.edit(view.selected),
  '[': () => step(-1), ']': () => step(1), '/': () => $('#search').focus(), '?': help, Escape: () => detail.close(),
  ArrowDown: () => move(1), ArrowUp: () => move(-1),
};

function move(by) {
  if (['timeline', 'chart'].includes(view.tab)) return;
  const item = table.neighbour(by);
  if (item) { select(item, 'table'); $('#panel tr.lit')?.focus({ preventScroll: true }); }
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || $('#help-dialog').open) return;
  const inField = event.target.closest('input, select, textarea');
  if (event.key === 'Escape' && inField) { inField.blur(); return; }
  if (inField) return;
  if (event.target.getAttribute('role') === 'tab' && ['ArrowLeft', 'ArrowRight'].includes(event.key)) {
    const place = TABS.indexOf(view.tab) + (event.key === 'ArrowRight' ? 1 : -1);
    chooseTab(TABS[(place + TABS.length) % TABS.length]);
    $(`#tab-${view.tab}`).focus();
    return;
  }
  if (event.key.startsWith('Arrow') && event.target.closest('#text, #splitter')) return;
  if (event.key === 'Enter' && event.target.tagName === 'TR' && event.target.item) { select(event.target.item, 'table'); return; }
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (act) { event.preventDefault(); act(); }
}

function onSelection() {
  const at = source.selection();
  const button = $('#add');
  button.hidden = !at;
  if (!at) return;
  const box = document.getSelection().getRangeAt(0).getBoundingClientRect();
  const home = $('#source').getBoundingClientRect();
  button.style.left = `${Math.min(Math.max(8, box.left - home.left), home.width - 120)}px`;
  button.style.top = `${Math.max(40, box.bottom - home.top + 6)}px`;
}

async function readFile(event) {
  const [file] = event.target.files;
  event.target.value = '';
  if (!file) return;
  let said = null;
  try { said = JSON.parse(await file.text()); } catch { /* told below */ }
  if (said?.format !== FORMAT) { announce(word('notCorrections')); alert(word('notCorrections')); return; }
  const count = corrections.restore(said.state);
  const words = count ? word('opened', { count }) : word('otherDocuments');
  $('#progress').textContent = words;
  announce(words);
}

function split(percent) {
  const share = Math.min(80, Math.max(20, Math.round(percent)));
  document.documentElement.style.setProperty('--share', `${share}%`);
  $('#splitter').setAttribute('aria-valuenow', String(share));
}

function startSplitter() {
  const bar = $('#splitter');
  bar.addEventListener('pointerdown', (event) => { bar.setPointerCapture(event.pointerId); event.preventDefault(); });
  bar.addEventListener('pointermove', (event) => { if (bar.hasPointerCapture(event.pointerId)) split((event.clientX / innerWidth) * 100); });
  bar.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (by) { event.preventDefault(); split(Number(bar.getAttribute('aria-valuenow')) + by); }
  });
}

function listen() {
  $('#language').addEventListener('click', () => { language = language === 'zh' ? 'en' : 'zh'; memory.set('language', language); detail.close(); drawAll(); });
  $('#theme').addEventListener('click', () => setTheme(dark() ? 'light' : 'dark'));
  $('#help').addEventListener('click', help);
  $('#download').addEventListener('click', () => corrections.download());
  $('#open').addEventListener('change', readFile);
  $('#open-corrections').addEventListener('click', () => $('#open').click());
  $('#complete').addEventListener('change', (event) => view.plan && corrections.setComplete(view.plan.document, event.target.checked));
  $('#plan').addEventListener('change', (event) => choosePlan(plans[Number(event.target.value)]));
  $('#previous-plan').addEventListener('click', () => step(-1));
  $('#next-plan').addEventListener('click', () => step(1));
  $('#add').addEventListener('click', markMissing);
  $('#filters').addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('keydown', onKey);
  document.addEventListener('selectionchange', onSelection);
  addEventListener('beforeprint', () => { source.drawAll(); if (table.body?.isConnected) table.more(table.rows.length); });
  let size = 0;
  new ResizeObserver(() => { if (size !== (size = $('#panel').clientWidth) && ['timeline', 'chart'].includes(view.tab)) later(refreshPanel); }).observe($('#panel'));
}

readDocuments();
corrections.start();
setTheme(memory.get('theme'));
detail.start();
source.start();
corrections.listeners.push((item) => {
  showProgress();
  if (item && table.redraw(item)) { source.refresh(item); return; }
  drawTabs();
  refreshPanel();
  source.refresh();
});
drawAll();
listen();
startSplitter();
if (documents.length) { source.show(documents[0]); choosePlan(plans[0], false); }
