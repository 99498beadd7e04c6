// The source text with its marks. A document is cut into chunks at line ends; a chunk is drawn when it comes near the
// view, so that the hundredth plan costs nothing until someone looks at it.
const CHUNK = 6000;
const MARK_ORDER = ['figure', 'contact', 'time', 'assignment', 'diagnostic', 'section'];
const COLOURS = ['target', 'baseline', 'parameter', 'time', 'contact', 'assignment', 'section', 'diagnostic'];

const source = {
  document: null,
  chunks: [],
  hidden: new Set(memory.get('hidden') || []),

  start() {
    this.root = $('#text');
    this.watcher = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) this.draw(entry.target.chunk);
    }, { root: this.root, rootMargin: '1200px' });
    this.root.addEventListener('click', (event) => {
      const mark = event.target.closest?.('mark');
      if (mark && document.getSelection().isCollapsed) select(this.next(mark.found), 'text');
    });
    this.legend();
  },

  /** Of the items under a mark: the first, or the one after the selected one, so that a second click reaches the next. */
  next(found) {
    return found[(found.indexOf(view.selected) + 1) % found.length];
  },

  legend() {
    clear($('#legend'), COLOURS.map((name) => h('button', {
      type: 'button',
      class: `chip k-${name}`,
      'aria-pressed': String(!this.hidden.has(name)),
      onclick: () => {
        if (!this.hidden.delete(name)) this.hidden.add(name);
        memory.set('hidden', [...this.hidden]);
        this.legend();
        this.refresh();
      },
    }, ['target', 'baseline', 'parameter'].includes(name) ? code('role', name) : word(name === 'section' ? 'heading' : name))));
  },

  /** Shows a document; its chunks are empty boxes of about the right height at first. */
  show(document_) {
    if (this.document === document_) return;
    this.document = document_;
    this.watcher.disconnect();
    this.chunks = chunksOf(document_);
    clear(this.root, this.chunks.map((chunk) => {
      chunk.node = h('article', { class: 'chunk' });
      chunk.node.style.minHeight = `${Math.ceil((chunk.end - chunk.start) / 26) * 30}px`;
      chunk.node.chunk = chunk;
      return chunk.node;
    }));
    this.root.scrollTop = 0;
    for (const chunk of this.chunks) this.watcher.observe(chunk.node);
    if (this.chunks.length) this.draw(this.chunks[0]);
  },

  /** Draws what is drawn once more, because marks have changed: all of it, or what holds one item. */
  refresh(item = null) {
    const [start, end] = item?.at ? item.at.map((point) => item.document.unit(point)) : [0, Infinity];
    for (const chunk of this.chunks) {
      if (chunk.drawn && chunk.start < end && chunk.end > start) { chunk.drawn = false; this.draw(chunk); }
    }
    this.light(view.selected);
  },

  drawAll() {
    for (const chunk of this.chunks) this.draw(chunk);
  },

  draw(chunk) {
    if (chunk.drawn) return;
    chunk.drawn = true;
    chunk.node.style.minHeight = '';
    const marks = marksIn(this.document, chunk, this.hidden);
    const lines = [];
    let next = 0;
    let open = [];
    for (let start = chunk.start; start < chunk.end;) {
      const stop = this.document.text.indexOf('\n', start);
      const end = stop < 0 || stop >= chunk.end ? chunk.end : stop;
      while (next < marks.length && marks[next].start < end) open.push(marks[next++]);
      lines.push(drawLine(this.document, start, end, open.filter((mark) => mark.end > start)));
      open = open.filter((mark) => mark.end > end);
      start = end + 1;
    }
    clear(chunk.node, planHead(chunk.plan), lines);
  },

  /** Scrolls to an item and lights up its words, its clause and its due. */
  reveal(item) {
    this.show(item.document);
    const at = item.at || item.plan?.at;
    if (!at) { this.light(null); return; }
    const start = item.document.unit(at[0]);
    const chunk = this.chunks.find((each) => each.start <= start && start < each.end) || this.chunks[0];
    if (!chunk) return;
    this.draw(chunk);
    this.light(item);
    const place = this.root.querySelector('mark.lit') || lineAt(chunk, start);
    place?.scrollIntoView({ block: 'center' });
  },

  light(item) {
    for (const mark of this.root.querySelectorAll('mark.lit')) mark.classList.remove('lit');
    if (item) for (const mark of this.root.querySelectorAll('mark')) if (mark.found.includes(item)) mark.classList.add('lit');
    paint('clause', item?.clause, 0);
    paint('due', item?.due?.at, 1);
    paint('lit', item?.type === 'diagnostic' ? null : item?.at, 2);
  },

  /** The span of the words that the reader has selected in the text, in code points; null where none are. */
  selection() {
    const chosen = document.getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed || !this.root.contains(chosen.anchorNode) || !this.root.contains(chosen.focusNode)) return null;
    const range = chosen.getRangeAt(0);
    let start = unitAt(range.startContainer, range.startOffset);
    let end = unitAt(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    const words = this.document.text.slice(start, end);
    start += words.length - words.trimStart().length;
    end -= words.length - words.trimEnd().length;
    return start < end ? [this.document.point(start), this.document.point(end)] : null;
  },
};

/** Chunks end at line ends; each plan begins one. Offsets are UTF-16 units. */
function chunksOf(document_) {
  const { text } = document_;
  const starts = new Map(document_.plans.map((plan) => [document_.unit(plan.at[0]), plan]));
  const bounds = [...starts.keys()].sort((a, b) => a - b);
  const chunks = [];
  for (let start = 0; start < text.length;) {
    const bound = bounds.find((each) => each > start) ?? text.length;
    let end = bound;
    if (bound - start > CHUNK) {
      const line = text.indexOf('\n', start + CHUNK);
      end = line < 0 || line >= bound ? bound : line + 1;
    }
    chunks.push({ start, end, plan: starts.get(start) });
    start = end;
  }
  return chunks;
}

/** The marks that touch a chunk, by their beginning. A diagnostic marks no more than its first line. */
function marksIn(document_, chunk, hidden) {
  const marks = [];
  for (const item of document_.items) {
    if (!item.at || hidden.has(colour(item)) || (item.type === 'section' && item.implicit)) continue;
    const start = document_.unit(item.at[0]);
    let end = document_.unit(item.at[1]);
    if (item.type === 'diagnostic') {
      const line = document_.text.indexOf('\n', start);
      end = Math.min(end, line < 0 ? end : line, start + 80);
    }
    if (start < chunk.end && end > chunk.start) marks.push({ start, end, item });
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function drawLine(document_, start, end, marks) {
  if (start === end) return h('p', { class: 'blank' });
  // A heading that runs into its paragraph is bold by its mark alone.
  const heading = marks.find((mark) => mark.item.type === 'section' && mark.start >= start && mark.end - mark.start + 4 >= document_.text.slice(start, end).trim().length)?.item;
  const line = h('p', heading ? { role: 'heading', 'aria-level': Math.min(6, heading.level + 1), class: `heading level${heading.level}` } : {});
  const cuts = new Set([start, end]);
  for (const mark of marks) { cuts.add(Math.max(start, mark.start)); cuts.add(Math.min(end, mark.end)); }
  const points = [...cuts].sort((a, b) => a - b);
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
    const words = document.createTextNode(document_.text.slice(from, to));
    words.unit = from;
    line.append(over.length ? drawMark(over, words) : words);
  }
  return line;
}

/** Overlapping items share one mark: the narrowest gives the colour, the others are underlined and come with a second click. */
function drawMark(over, words) {
  const rank = (mark) => MARK_ORDER.indexOf(mark.item.type);
  const found = over.sort((a, b) => (a.end - a.start) - (b.end - b.start) || rank(a) - rank(b)).map((mark) => mark.item);
  const verdict = corrections.of(found[0])?.verdict;
  const names = [`k-${colour(found[0])}`, found.length > 1 && `also-${colour(found[1])}`, verdict && `v-${verdict}`, words.length <= 12 && ['figure', 'time'].includes(found[0].type) && 'short'].filter(Boolean);
  const mark = h('mark', { class: names.join(' '), title: found.map(summary).join('\n') }, words);
  mark.found = found;
  return mark;
}

function planHead(plan) {
  return plan && plan.document.plans.length > 1 && h('p', { class: 'plan-head', 'data-plan': plan.id }, `${plan.id}　${department(plan)}`);
}

function lineAt(chunk, unit) {
  const walker = document.createTreeWalker(chunk.node, NodeFilter.SHOW_TEXT);
  let line = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.unit !== undefined && node.unit <= unit) line = node.parentElement;
  }
  return line;
}

function unitAt(container, offset) {
  if (container.nodeType === Node.TEXT_NODE) return container.unit === undefined ? null : container.unit + offset;
  const walker = document.createTreeWalker(source.root, NodeFilter.SHOW_TEXT);
  const boundary = container.childNodes[offset] || container;
  const after = !container.childNodes[offset];
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.unit === undefined) continue;
    const place = boundary.compareDocumentPosition(node);
    if (!after && (place & Node.DOCUMENT_POSITION_FOLLOWING || boundary.contains(node))) return node.unit;
    if (after && place & Node.DOCUMENT_POSITION_FOLLOWING && !boundary.contains(node)) break;
    last = node.unit + node.length;
  }
  return last;
}

/** Paints a span without touching the page's elements, where the browser has highlights. */
function paint(name, at, priority) {
  if (!globalThis.CSS?.highlights) return;
  CSS.highlights.delete(name);
  if (!at) return;
  const [start, end] = [source.document.unit(at[0]), source.document.unit(at[1])];
  const ranges = [];
  for (const chunk of source.chunks) {
    if (!chunk.drawn || chunk.end <= start || chunk.start >= end) continue;
    const walker = document.createTreeWalker(chunk.node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.unit === undefined || node.unit >= end || node.unit + node.length <= start) continue;
      const range = new Range();
      range.setStart(node, Math.max(0, start - node.unit));
      range.setEnd(node, Math.min(node.length, end - node.unit));
      ranges.push(range);
    }
  }
  if (!ranges.length) return;
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
