/** One element of a parsed page. Text is kept as plain strings among the children. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  readonly children: (PageElement | string)[];
  /** Steps from the root, which is 0. */
  readonly depth: number;
  /** Its place in the page, counted in elements. */
  readonly order: number;
  /** What its class, id and test names say, as bits of `NAMES`. */
  readonly names: number;
}

const NONE: Readonly<Record<string, string>> = Object.freeze(Object.create(null) as Record<string, string>);

/** A new element below `parent`; without attributes all share one empty record. */
export function createElement(
  name: string,
  attributes: Record<string, string> | null,
  parent: PageElement | null,
  order: number,
  names: number,
): PageElement {
  return {
    name,
    attributes: attributes ?? NONE,
    parent,
    children: [],
    depth: parent === null ? 0 : parent.depth + 1,
    order,
    names,
  };
}

/** Visits the elements in document order, the root first. Iterative: depth costs no stack. */
export function visitElements(root: PageElement, visit: (element: PageElement) => void): void {
  const pending: PageElement[] = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    visit(element);
    const { children } = element;
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const child = children[i]!;
      if (typeof child !== 'string') pending.push(child);
    }
  }
}

/** The element's text, white space collapsed, at most about `limit` characters. Scripts and styles are left out. */
export function textOf(root: PageElement, limit = 10_000): string {
  return gather(root, limit, (name) => (name === 'a' || name === 'span' ? '' : ' '));
}

/** The same with a space around every element, for names and labels that templates run together. */
export function spacedText(root: PageElement, limit: number): string {
  return gather(root, limit, () => ' ');
}

/** The text of each block within an element, in page order. */
export function linesOf(root: PageElement, limit: number): string[] {
  return gather(root, limit, (name) => (LINES.has(name) ? LINE_END : ' '))
    .split(LINE_END)
    .map(collapse)
    .filter((line) => line !== '');
}

const LINE_END = '\u0001';
const LINES = new Set([
  'div',
  'p',
  'li',
  'ul',
  'ol',
  'br',
  'time',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'dd',
  'section',
]);

function gather(root: PageElement, limit: number, gapAt: (name: string) => string): string {
  const parts: string[] = [];
  let length = 0;
  const pending: (PageElement | string)[] = [root];
  for (let node = pending.pop(); node !== undefined && length < limit; node = pending.pop()) {
    if (typeof node === 'string') {
      parts.push(node);
      length += node.length;
    } else if (!SILENT.has(node.name)) {
      const gap = gapAt(node.name);
      if (gap !== '') parts.push(gap);
      if (gap !== '') pending.push(gap);
      for (let i = node.children.length - 1; i >= 0; i -= 1) pending.push(node.children[i]!);
    }
  }
  return collapse(parts.join(''));
}

/** Runs of white space as one space, none at the ends. */
export function collapse(text: string): string {
  return UNEVEN.test(text) ? text.replace(/[\s\u200b]+/g, ' ').trim() : text.trim();
}

/** Anything but single plain spaces between words; most texts have nothing else. */
const UNEVEN = /[^\S ]|\u200b| {2}/;

const SILENT = new Set(['script', 'style', 'template', 'noscript']);
