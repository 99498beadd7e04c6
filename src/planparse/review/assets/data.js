// Documents, plans and items as the rest of the page uses them. Offsets of the data count code points, those of
// JavaScript count UTF-16 units; they differ only in texts with characters beyond the first plane (𠮷, emoji).
const TYPES = ['figure', 'time', 'contact', 'assignment', 'section', 'diagnostic'];
const LISTS = { figure: 'figures', time: 'times', contact: 'contacts', assignment: 'assignments', section: 'sections' };

class SourceDocument {
  constructor(data, block, index) {
    Object.assign(this, data);
    this.block = block;
    this.index = index;
    this.items = [];
    this.plans = data.plans || [];
    for (const plan of this.plans) plan.document = this;
  }

  /** The text, parsed when it is first needed. */
  get text() {
    if (this.words === undefined) {
      this.words = JSON.parse(this.block.textContent);
      this.block.remove();
      if (/[\ud800-\udbff][\udc00-\udfff]/.test(this.words)) {
        const units = [0];
        for (const character of this.words) units.push(units[units.length - 1] + character.length);
        this.units = units;
      }
    }
    return this.words;
  }

  get length() {
    return this.text.length;
  }

  /** The UTF-16 offset of a code point's offset. */
  unit(point) {
    return this.text && this.units ? this.units[Math.min(point, this.units.length - 1)] : point;
  }

  /** The code point offset of a UTF-16 offset. */
  point(unit) {
    if (!this.text || !this.units) return unit;
    let low = 0;
    let high = this.units.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.units[middle] < unit) low = middle + 1; else high = middle;
    }
    return low;
  }

  /** The words at a span of code points. */
  cut(at) {
    return at ? this.text.slice(this.unit(at[0]), this.unit(at[1])) : '';
  }

  get name() {
    return (this.path || this.sha256.slice(0, 12)).split(/[\\/]/).pop();
  }

  planAt(point) {
    return this.plans.find((plan) => plan.at[0] <= point && point < plan.at[1]) || null;
  }
}

const documents = [];
const items = [];

function addItem(document_, plan, type, data) {
  const item = { ...data, type, document: document_, plan, index: items.length };
  item.key = [document_.sha256, type, data.role && type !== 'figure' ? data.role : '', ...(data.at || [data.code, data.message])].join(':');
  items.push(item);
  document_.items.push(item);
  return item;
}

function readDocuments() {
  const texts = document.querySelectorAll('script[data-block="text"]');
  document.querySelectorAll('script[data-block="document"]').forEach((block, index) => {
    const made = new SourceDocument(JSON.parse(block.textContent), texts[index], index);
    block.remove();
    documents.push(made);
    for (const plan of made.plans) {
      for (const type of Object.keys(LISTS)) for (const data of plan[LISTS[type]] || []) addItem(made, plan, type, data);
      plan.section = Object.fromEntries((plan.sections || []).map((section) => [section.id, section]));
    }
    for (const data of made.diagnostics || []) {
      addItem(made, made.plans.find((plan) => plan.id === data.plan) || null, 'diagnostic', data);
    }
  });
}

function department(plan) {
  return plan ? plan.department || plan.title || word('unnamed') : word('front');
}

/** The section that an item stands in: its heading's words and kinds. */
function sectionOf(item) {
  return (item.type === 'section' ? item : item.plan?.section?.[item.section]) || null;
}

function headingOf(item) {
  const section = sectionOf(item);
  return section ? item.document.cut(section.at).replace(/\s+/g, '') : '';
}

/** The kind by which an item is coloured: figures by role, the others by type. */
function colour(item) {
  return item.type === 'figure' ? current(item).role : item.type;
}
