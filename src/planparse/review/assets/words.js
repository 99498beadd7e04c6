// The interface in two languages; the words themselves lie in words.json, the names of codes in planparse's labels.
const lexicon = JSON.parse($('script[data-block="words"]').textContent);
let language = memory.get('language') === 'en' ? 'en' : 'zh';

/** A phrase of the interface, with `{name}` filled in. */
function word(key, values) {
  const phrase = lexicon[language][key] || key;
  return values ? phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]) : phrase;
}

/** What a code is called: `code('role', 'lead')` → 牵头. English shows the code itself: Lead. */
function code(column, value) {
  if (value === undefined || value === null || value === '') return '';
  if (language === 'en') return String(value).charAt(0).toUpperCase() + String(value).slice(1).replaceAll('_', ' ');
  return lexicon.labels[column]?.[value] || String(value);
}

/** A name and what it is, as the language writes it: `单位：亩`, `Unit: 亩`. */
function named(name, value) {
  return name + (language === 'zh' ? '：' : ': ') + value;
}

function number(value) {
  return typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 12 }) : String(value ?? '');
}

/** Puts the language's words into the parts of the page that stand in its markup. */
function relabel() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', word(node.dataset.label));
  for (const node of document.querySelectorAll('[data-title]')) node.title = word(node.dataset.title);
  const other = $('#language');
  other.textContent = language === 'zh' ? 'English' : '中文';
  other.lang = language === 'zh' ? 'en' : 'zh-CN';
}
