// What each type of item has to show and to edit: one list serves the detail, its form and the table.
const ROLES = ['target', 'baseline', 'parameter'];
const FIELDS = {
  figure: [
    { name: 'role', choices: ROLES, column: 'role' },
    { name: 'indicator' },
    { name: 'op', choices: ['=', '>=', '>', '<=', '<', '~', 'range'] },
    { name: 'value', number: true },
    { name: 'min', number: true },
    { name: 'max', number: true },
    { name: 'unit' },
    { name: 'per', list: true },
    { name: 'due_start', date: true },
    { name: 'due_end', date: true },
  ],
  time: [
    { name: 'kind', choices: ['date', 'period', 'deadline', 'recurring', 'duration'], column: 'kind' },
    { name: 'start', date: true },
    { name: 'end', date: true },
    { name: 'alt_end', date: true },
    { name: 'duration' },
    { name: 'every' },
  ],
  contact: [
    { name: 'role', choices: ['person_in_charge', 'unit_in_charge', 'contact_person', 'phone'], column: 'role' },
    { name: 'value', needed: true },
  ],
  assignment: [
    { name: 'role', choices: ['lead', 'support', 'responsible'], column: 'role' },
    { name: 'unit', needed: true },
  ],
  section: [
    { name: 'level', number: true, needed: true },
    { name: 'kinds', list: true },
  ],
};
const OPERATORS = lexicon.operators;
const DAY = 86_400_000;

/** An item's fields as they stand now: as found, with the reviewer's changes over them. */
function current(item) {
  const changed = corrections.of(item)?.fields;
  const base = item.type === 'figure' ? { ...item, due_start: item.due?.start, due_end: item.due?.end } : item;
  if (!changed) return base;
  // A field that the reviewer emptied is null in the corrections (undefined would not survive JSON).
  return { ...base, ...Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, value ?? undefined])) };
}

/** The fields of a type in what a file says, each of the right form; anything else is left out. */
function wellFormed(type, said) {
  const fits = (field, value) => value === null
    || (field.list ? Array.isArray(value) && value.every((each) => typeof each === 'string') : typeof value === (field.number ? 'number' : 'string'));
  const fields = FIELDS[type].filter((field) => said && field.name in said && fits(field, said[field.name]));
  return Object.fromEntries(fields.map((field) => [field.name, said[field.name]]));
}

/** `≥ 15,000 亩/户` */
function amount(fields) {
  const value = fields.op === 'range' || (fields.value === undefined && fields.min !== undefined)
    ? `${number(fields.min)}–${number(fields.max)}`
    : number(fields.value);
  const per = (fields.per || []).map((each) => `/${each}`).join('');
  return [OPERATORS[fields.op] || '', value, (fields.unit || '') + per].filter(Boolean).join(' ');
}

/** A stretch of days, short where it is whole years or months: `2022`, `2022-06`, `2022-01 – 2022-06`; a deadline is its end. */
function stretch(start, end) {
  if (!start || !end || start === end) return end || (start ? `${start} –` : '');
  const months = start.endsWith('-01') && new Date(Date.parse(end) + DAY).getUTCDate() === 1;
  if (months && start.slice(4) === '-01-01' && end.slice(4) === '-12-31') return wide(start.slice(0, 4), end.slice(0, 4));
  return months ? wide(start.slice(0, 7), end.slice(0, 7)) : `${start} – ${end}`;
}

function wide(from, to) {
  return from === to ? from : `${from} – ${to}`;
}

function dueOf(fields) {
  return stretch(fields.due_start, fields.due_end);
}

/** The years that an item speaks of, for the year filter and the charts. */
function years(item) {
  const fields = current(item);
  const [start, end] = item.type === 'figure' ? [fields.due_start, fields.due_end] : [fields.start, fields.end];
  const first = Number((start || end || '').slice(0, 4));
  const last = Number((end || start || '').slice(0, 4));
  if (!first || !last || last < first || last - first > 60) return [];
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

/** One line that names an item: for labels, lists and screen readers. */
function summary(item) {
  const fields = current(item);
  if (item.type === 'figure') {
    const words = fields.value === undefined && fields.min === undefined ? item.document.cut(item.at) : amount(fields);
    return [code('role', fields.role), fields.indicator, words].filter(Boolean).join(' ');
  }
  if (item.type === 'time') return `${code('kind', fields.kind)} ${item.document.cut(item.at)}`;
  if (item.type === 'contact') return `${code('role', fields.role)} ${fields.value}`;
  if (item.type === 'assignment') return `${code('role', fields.role)} ${fields.unit}`;
  if (item.type === 'section') return `${word('heading')} ${item.document.cut(item.at)}`;
  return `${code('severity', item.severity)} ${item.message}`;
}

/** Reads a form's text into a field's value. Returns undefined for an empty field; throws the words to say otherwise. */
function parseField(field, text) {
  const words = text.trim();
  if (!words) {
    if (field.needed) throw word('empty');
    return undefined;
  }
  if (field.list) return words.split(/[、,，\s]+/).filter(Boolean);
  if (field.date && !/^(\d{4}-\d{2}-\d{2}|--\d{2}(-\d{2})?)$/.test(words)) throw word('notDate');
  if (field.number) {
    const [, above, below] = /^(-?\d+(?:\.\d+)?)(?:\/(\d+))?$/.exec(words.replaceAll(',', '')) || [];
    if (above === undefined || Number(below) === 0) throw word('notNumber');
    return below ? Number(above) / Number(below) : Number(above);
  }
  return words;
}
