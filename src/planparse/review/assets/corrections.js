// What the reviewer says: right, wrong, changed, missing. Kept in the browser, downloaded as the gold that eval takes.
const FORMAT = 'planparse-corrections';

const corrections = {
  judged: new Map(), // item key → {verdict: 'right' | 'wrong' | 'corrected', fields}
  added: [],         // items that were missing
  complete: new Set(), // sha256 of documents in which everything left alone is right
  listeners: [],

  of(item) {
    return item.added ? { verdict: 'missing', fields: item.fields } : this.judged.get(item.key);
  },

  judge(item, verdict, fields) {
    if (item.added) {
      if (fields) item.fields = fields;
    } else if (verdict) this.judged.set(item.key, fields ? { verdict, fields } : { verdict });
    else this.judged.delete(item.key);
    this.changed(item);
  },

  add(document_, type, at, fields) {
    const item = addItem(document_, document_.planAt(at[0]), type, { ...fields, at });
    item.added = true;
    item.fields = fields;
    this.added.push(item);
    this.changed();
    return item;
  },

  remove(item) {
    this.added = this.added.filter((other) => other !== item);
    item.document.items = item.document.items.filter((other) => other !== item);
    items[item.index] = null;
    this.changed();
  },

  setComplete(document_, yes) {
    if (yes) this.complete.add(document_.sha256); else this.complete.delete(document_.sha256);
    this.changed();
  },

  /** Keeps the state and tells the listeners; `item` where only one item's verdict or fields have changed. */
  changed(item = null) {
    memory.set(`review:${this.place}`, this.state());
    for (const listener of this.listeners) listener(item);
  },

  state() {
    return {
      judged: [...this.judged],
      added: this.added.map((item) => ({ sha256: item.document.sha256, type: item.type, at: item.at, fields: item.fields })),
      complete: [...this.complete],
    };
  },

  /** Takes up a state kept earlier or read from a file; what belongs to other documents is left out. */
  restore(state) {
    const types = new Map(items.filter(Boolean).map((item) => [item.key, item.type]));
    const bySha = new Map(documents.map((document_) => [document_.sha256, document_]));
    let count = 0;
    for (const [key, said] of state?.judged || []) {
      if (!FIELDS[types.get(key)] || !['right', 'wrong', 'corrected'].includes(said?.verdict)) continue;
      this.judged.set(key, said.fields ? { verdict: said.verdict, fields: wellFormed(types.get(key), said.fields) } : { verdict: said.verdict });
      count += 1;
    }
    for (const { sha256, type, at, fields } of state?.added || []) {
      const home = bySha.get(sha256);
      const known = this.added.some((item) => item.document === home && item.type === type && String(item.at) === String(at));
      if (home && FIELDS[type] && Array.isArray(at) && !known) { this.add(home, type, at.map(Number), wellFormed(type, fields)); count += 1; }
    }
    for (const sha256 of state?.complete || []) if (bySha.has(sha256)) this.complete.add(sha256);
    if (count || state?.complete?.length) this.changed();
    return count;
  },

  start() {
    let mix = 2166136261; // FNV-1a over the documents' hashes: one drawer per set of documents
    for (const character of documents.map((document_) => document_.sha256).join()) {
      mix = Math.imul(mix ^ character.charCodeAt(0), 16777619) >>> 0;
    }
    this.place = mix.toString(16);
    this.restore(memory.get(`review:${this.place}`));
  },

  /** The corrections file: per document the gold items, the rejected ones, and whether that is all. */
  file() {
    return {
      format: FORMAT,
      version: 1,
      planparse: lexicon.version,
      documents: documents.map((document_) => goldOf(document_)).filter(Boolean),
      state: this.state(),
    };
  },

  download() {
    const url = URL.createObjectURL(new Blob([JSON.stringify(this.file(), null, 1)], { type: 'application/json' }));
    const link = h('a', { href: url, download: `${documents[0]?.name.replace(/\.\w+$/, '') || 'plans'}.corrections.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  },
};

const GOLD_LISTS = { figure: 'quantities', time: 'times', contact: 'contacts', assignment: 'assignments', section: 'sections' };

function goldOf(document_) {
  const complete = corrections.complete.has(document_.sha256);
  const gold = { plans: [], sections: [], quantities: [], times: [], contacts: [], assignments: [] };
  const rejected = [];
  let count = 0;
  for (const item of document_.items) {
    if (!GOLD_LISTS[item.type]) continue;
    const verdict = corrections.of(item)?.verdict;
    count += Boolean(verdict);
    const place = { start_char: item.at[0], end_char: item.at[1], quote: document_.cut(item.at) };
    if (verdict === 'wrong') rejected.push({ list: GOLD_LISTS[item.type], ...place });
    else if (verdict || complete) gold[GOLD_LISTS[item.type]].push({ ...place, ...goldFields(item), ...(verdict ? { verdict } : {}) });
  }
  if (!count && !complete) return null;
  for (const plan of document_.plans) {
    const { department: name = null, title = null, date = null, at } = plan;
    gold.plans.push({ start_char: at[0], end_char: at[1], department: name, title, date, ...(complete ? {} : { optional: true }) });
  }
  const { path = null, sha256, format } = document_;
  return { path, sha256, format, complete, text: document_.text, ...gold, rejected };
}

function goldFields(item) {
  const fields = current(item);
  const pick = (...names) => Object.fromEntries(names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));
  if (item.type === 'figure') {
    const due = fields.due_start || fields.due_end ? { start: fields.due_start ?? null, end: fields.due_end ?? null } : null;
    if (due && item.due?.alt_end && fields.due_end === item.due.end) due.alt_end = item.due.alt_end;
    return { ...pick('value', 'min', 'max', 'indicator', 'every'), unit: fields.unit || '', op: fields.op || '=', per: fields.per || [], role: fields.role, due };
  }
  if (item.type === 'time') return { kind: fields.kind, start: fields.start ?? null, end: fields.end ?? null, ...pick('alt_end', 'duration', 'every') };
  if (item.type === 'contact') return pick('role', 'value');
  if (item.type === 'assignment') return pick('role', 'unit');
  return { level: fields.level, kinds: fields.kinds || [], ...(item.implicit ? { implicit: true } : {}) };
}
