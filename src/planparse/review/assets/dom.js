// Elements are made here and nowhere else: words become text nodes, never markup.
const $ = (selector, root = document) => root.querySelector(selector);

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'hidden' || name === 'open') node[name] = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat(2)) {
    if (child !== null && child !== undefined && child !== false) node.append(child instanceof Node ? child : String(child));
  }
  return node;
}

/** An HTML element with attributes, `on…` listeners and children (strings become text). */
function h(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** The same for SVG. */
function svg(tag, properties, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), properties, children);
}

function clear(node, ...children) {
  node.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** What the page remembers between visits; a browser that forbids storage only forgets. */
const memory = {
  get(key) {
    try { return JSON.parse(localStorage.getItem(`planparse:${key}`)); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(`planparse:${key}`, JSON.stringify(value)); } catch { /* full or forbidden */ }
  },
};
