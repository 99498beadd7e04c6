// The opened item: everything known of it, the rule that found it, and what the reviewer says of it.
const detail = {
  start() {
    this.root = $('#detail');
  },

  close() {
    this.root.hidden = true;
    view.selected = null;
    source.light(null);
    for (const row of document.querySelectorAll('#panel tr.lit')) row.classList.remove('lit');
  },

  show(item) {
    const judged = corrections.of(item)?.verdict;
    const button = (verdict, key) => h('button', {
      type: 'button', 'aria-pressed': String(judged === verdict), 'aria-keyshortcuts': key, class: `judge v-${verdict}`,
      onclick: () => judge(verdict),
    }, word(verdict));
    const tools = item.type === 'diagnostic' ? [] : item.added
      ? [h('button', { type: 'button', onclick: () => this.edit(item) }, word('edit')), h('button', { type: 'button', onclick: () => removeAdded(item) }, word('remove'))]
      : [button('right', '1'), button('wrong', '2'), h('button', { type: 'button', 'aria-keyshortcuts': 'E', onclick: () => this.edit(item) }, word('edit')),
        judged && h('button', { type: 'button', class: 'plain', 'aria-keyshortcuts': '0', onclick: () => judge(null) }, word('undo'))];
    this.root.hidden = false;
    clear(this.root,
      h('div', { class: 'detail-head' }, h('span', { class: `tag k-${colour(item)}` }, tagOf(item)),
        h('h2', {}, titleOf(item)), judged && h('span', { class: `judged v-${judged}` }, word(judged)),
        h('span', { class: 'judges', role: 'group', 'aria-label': word('verdict') }, tools), closer(() => this.close())),
      h('dl', {}, facts(item).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
      relationsOf(item), alsoHere(item));
  },

  /** The form: an item's fields, or those of a new one at `at`. */
  edit(item, fresh = null) {
    const type = fresh ? fresh.type : item.type;
    const at = fresh ? fresh.at : item.at;
    const home = fresh ? source.document : item.document;
    const said = fresh ? {} : current(item);
    const inputs = FIELDS[type].map((field) => input(field, said[field.name]));
    const types = fresh && h('label', {}, word('kind'), h('select', { 'aria-label': word('kind'), onchange: (event) => this.edit(null, { type: event.target.value, at }) },
      Object.keys(FIELDS).map((each) => fill(h('option', { value: each }, word(each === 'section' ? 'heading' : each)), { selected: each === type }, []))));
    const problem = h('p', { class: 'problem', role: 'alert' });
    const save = (event) => {
      event.preventDefault();
      const fields = {};
      for (const [place, field] of FIELDS[type].entries()) {
        try { fields[field.name] = parseField(field, inputs[place].control.value) ?? null; } catch (words) {
          if (typeof words !== 'string') throw words;
          problem.textContent = named(word(field.name), words);
          inputs[place].control.focus();
          return;
        }
      }
      if (fresh) select(corrections.add(home, type, at, fields), 'form');
      else { corrections.judge(item, 'corrected', fields); select(item, 'form'); }
      announce(word('saved'));
    };
    this.root.hidden = false;
    clear(this.root, h('form', { class: 'edit', onsubmit: save },
      h('div', { class: 'detail-head' }, h('span', { class: 'tag' }, fresh ? word('missing') : word('edit')), h('h2', {}, home.cut(at)), closer(() => this.cancel(item))),
      h('div', { class: 'inputs' }, types, inputs), problem,
      h('div', { class: 'judges' }, h('button', { type: 'submit', class: 'primary' }, word('save')), h('button', { type: 'button', onclick: () => this.cancel(item) }, word('cancel')))));
    (inputs.find((each) => each.control.tagName === 'INPUT') || inputs[0]).control.focus();
  },

  cancel(item) {
    if (item) this.show(item); else this.close();
  },
};

function closer(close) {
  return h('button', { type: 'button', class: 'plain close', 'aria-label': word('close'), title: word('close'), onclick: close }, '×');
}

function tagOf(item) {
  const fields = current(item);
  if (item.type === 'section') return word('heading');
  return item.type === 'diagnostic' ? code('severity', item.severity) : code(item.type === 'time' ? 'kind' : 'role', item.type === 'time' ? fields.kind : fields.role);
}

function titleOf(item) {
  const fields = current(item);
  if (item.type === 'figure') return [fields.indicator, amount(fields) || item.document.cut(item.at)].filter(Boolean).join('　');
  if (item.type === 'contact') return fields.value;
  if (item.type === 'assignment') return fields.unit;
  return item.type === 'diagnostic' ? item.message : item.document.cut(item.at);
}

/** Name and words of everything that the item says, in the order in which a reader asks. */
function facts(item) {
  const fields = current(item);
  const cut = (at) => item.document.cut(at);
  const due = dueOf(fields);
  const rows = [
    ['words', item.type === 'figure' || item.type === 'contact' || item.type === 'assignment' ? cut(item.at) : ''],
    ['due', item.type === 'figure' && due && `${due}${item.due ? `　“${cut(item.due.at)}”` : ''}`],
    ['start', item.type === 'time' && fields.start], ['end', item.type === 'time' && fields.end],
    ['alt_end', fields.alt_end || item.due?.alt_end], ['every', code('every', fields.every)], ['duration', fields.duration],
    ['previous', item.previous && amount(item.previous)], ['change', code('change', item.change)], ['action', item.action], ['nature', code('nature', item.nature)],
    ['base', item.base_value !== undefined && item.base_unit && item.base_unit !== '1' && `${number(item.base_value)} ${item.base_unit}`],
    ['responsible', (item.responsible || []).join('、')], ['label', item.label], ['person', item.person],
    ['level', item.type === 'section' && String(fields.level)], ['kinds', item.type === 'section' && (fields.kinds || []).map((kind) => code('kinds', kind)).join('、')],
    ['code', item.code],
    ['section', item.type !== 'section' && headingOf(item)],
    ['department', `${department(item.plan)}　${item.document.name}`], ['page', item.page],
  ];
  const shown = rows.filter(([, value]) => value).map(([name, value]) => [word(name), value]);
  if (item.clause) shown.splice(1, 0, [word('clause'), cut(item.clause)]);
  for (const name of ['rule', 'role_rule']) {
    if (item[name]) shown.push([word(name), h('code', { title: word('ruleHint', { rule: item[name] }) }, item[name])]);
  }
  return shown;
}

function relationsOf(item) {
  const mine = (item.plan?.relations || []).filter((relation) => item.id && (relation.total === item.id || relation.parts.includes(item.id)));
  return mine.map((relation) => h('p', { class: relation.holds ? 'relation' : 'relation broken' },
    `${named(code('kind', relation.kind), item.document.cut(relation.at))}　`,
    h('strong', {}, relation.holds ? word('holds') : word('broken', { stated: number(relation.stated), computed: number(relation.computed) }))));
}

function alsoHere(item) {
  if (!item.at) return null;
  const others = item.document.items.filter((other) => other !== item && other.at && other.at[0] < item.at[1] && item.at[0] < other.at[1] && !other.implicit);
  return others.length > 0 && h('p', { class: 'also' }, named(word('also'), ''),
    others.map((other) => h('button', { type: 'button', class: `chip k-${colour(other)}`, onclick: () => select(other, 'text') }, summary(other))));
}

function input(field, value) {
  const control = field.choices
    ? h('select', {}, field.choices.map((each) => fill(h('option', { value: each }, field.column ? code(field.column, each) : each), { selected: each === value }, [])))
    : h('input', { type: 'text', value: Array.isArray(value) ? value.join('、') : String(value ?? ''), inputmode: field.number ? 'decimal' : null, placeholder: field.date ? '2025-12-31' : null });
  return h('label', {}, word(field.name), control);
}
