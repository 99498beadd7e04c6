// Axes for the time line and the chart, drawn by hand: the chart libraries that fit into one file draw on a canvas, on
// which no reader of screens and no keyboard finds a mark, or need styles that the page's policy forbids.

/** Milliseconds of an ISO day; NaN for what is no whole day (`--09`). */
function day(iso) {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso || '') ? Date.parse(`${iso}T00:00:00Z`) : NaN;
}

function linear(from, to, left, right) {
  const scale = to === from ? 0 : (right - left) / (to - from);
  return (value) => left + (Math.min(to, Math.max(from, value)) - from) * scale;
}

/** Round steps for an axis from `low` to `high`. */
function ticks(low, high, count = 5) {
  const rough = (high - low) / count || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((each) => each * power >= rough);
  const first = Math.floor(low / step) * step;
  return Array.from({ length: Math.ceil((high - first) / step + 1e-9) + 1 }, (_, place) => Number((first + place * step).toPrecision(12)));
}

/** Width of words in pixels, near enough: a Chinese character is as wide as the font is high, a Latin one about half. */
function width(words, size = 12) {
  let units = 0;
  for (const character of words) units += character.codePointAt(0) > 0x2e7f ? 1 : 0.58;
  return units * size;
}

/** A mark of a drawing that the keyboard reaches and that opens its item. */
function opens(item, node, label) {
  node.setAttribute('tabindex', '0');
  node.setAttribute('role', 'button');
  node.setAttribute('aria-label', label);
  node.append(svg('title', {}, label));
  node.addEventListener('click', () => select(item, 'drawing'));
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); select(item, 'drawing'); }
  });
  if (item === view.selected) node.classList.add('lit');
  return node;
}

function myriads(value) {
  if (language === 'en' || Math.abs(value) < 10_000) return number(value);
  const [unit, name] = Math.abs(value) >= 1e8 ? [1e8, '亿'] : [1e4, '万'];
  return `${number(Number((value / unit).toPrecision(6)))}${name}`;
}
