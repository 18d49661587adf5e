import { judgeName, type NameVerdict } from './classes.ts';
import { collapse, type PageElement } from './dom/element.ts';
import { INLINE_TAGS, READING_TAGS } from './dom/tags.ts';

/** Elements that hold no prose of the article, whatever is in them. */
const SILENT_TAGS = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'select',
  'datalist',
  'head',
  'noscript',
  'textarea',
  'input',
  'map',
  'audio',
  'progress',
  'meter',
  'dialog',
]);
/** Elements that by their meaning stand around the article. */
const ASIDE_TAGS = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'figure',
  'figcaption',
  'menu',
  'video',
  'picture',
]);
const ASIDE_ROLES = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'search',
  'banner',
  'dialog',
  'alertdialog',
  'menu',
  'toolbar',
  'tablist',
]);

export type DoubtKind = 'hidden' | 'tag' | 'name';

/** An ancestor that speaks against what is in it. `lifted` when the guards found that it holds the article after all. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly container: number;
  readonly outer: Doubt | null;
  lifted: boolean;
}

/** A run of text between block boundaries, such as a paragraph. */
export interface Block {
  readonly text: string;
  readonly linkChars: number;
  /** Tag of the nearest block-level element. */
  readonly tag: string;
  /** Index of that element among the containers. */
  readonly container: number;
  readonly doubt: Doubt | null;
  /** How many links begin in it. */
  readonly links: number;
}

/** A block-level element with the range of blocks within it. */
export interface Container {
  readonly element: PageElement;
  readonly parent: number;
  readonly name: NameVerdict;
  readonly first: number;
  /** One past the last. */
  end: number;
}

export interface BlockList {
  readonly blocks: Block[];
  readonly containers: Container[];
}

interface Frame {
  readonly element: PageElement;
  next: number;
  readonly container: number;
  readonly doubt: Doubt | null;
  readonly inLink: boolean;
}

/** The page as a list of text blocks and the containers over them, in one iterative walk. */
export function listBlocks(root: PageElement): BlockList {
  const walk = new BlockWalk();
  walk.run(root);
  return { blocks: walk.blocks, containers: walk.containers };
}

class BlockWalk {
  readonly blocks: Block[] = [];
  readonly containers: Container[] = [];
  private parts: string[] = [];
  private linkChars = 0;
  private links = 0;

  run(root: PageElement): void {
    const stack: Frame[] = [this.enter(root, null)];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const child = frame.element.children[frame.next];
      frame.next += 1;
      if (child === undefined) {
        this.leave(frame);
        stack.pop();
      } else if (typeof child === 'string') this.addText(child, frame);
      else if (child.name === 'br') this.lineBreak(frame);
      else if (child.name === 'hr') this.flush(frame);
      else if (!SILENT_TAGS.has(child.name) && !READING_TAGS.has(child.name)) {
        if (!INLINE_TAGS.has(child.name)) this.flush(frame);
        stack.push(this.enter(child, frame));
      }
    }
  }

  private enter(element: PageElement, above: Frame | null): Frame {
    const inline = INLINE_TAGS.has(element.name);
    let container = above?.container ?? -1;
    const name = judgeName(element);
    if (!inline) {
      this.containers.push({ element, parent: container, name, first: this.blocks.length, end: 0 });
      container = this.containers.length - 1;
    }
    if (element.name === 'a' && element.attributes['href'] !== undefined) this.links += 1;
    return {
      element,
      next: 0,
      container,
      doubt: inline ? doubtInline(element, above, container) : doubtBlock(element, above, container, name),
      inLink: (above?.inLink ?? false) || (element.name === 'a' && element.attributes['href'] !== undefined),
    };
  }

  private leave(frame: Frame): void {
    if (INLINE_TAGS.has(frame.element.name)) return;
    this.flush(frame);
    this.containers[frame.container]!.end = this.blocks.length;
  }

  private addText(text: string, frame: Frame): void {
    if (frame.doubt?.kind === 'hidden' && INLINE_TAGS.has(frame.element.name)) return;
    this.parts.push(text);
    if (frame.inLink) this.linkChars += text.trim().length;
  }

  /** One line break is a line of verse or an address; two, or one after a full line, end a paragraph. */
  private lineBreak(frame: Frame): void {
    this.flush(frame);
  }

  private flush(frame: Frame): void {
    if (this.parts.length > 0) {
      const text = collapse(this.parts.length === 1 ? this.parts[0]! : this.parts.join(''));
      if (text !== '') {
        const container = frame.container;
        const tag = this.containers[container]!.element.name;
        const linkChars = Math.min(this.linkChars, text.length);
        this.blocks.push({ text, linkChars, tag, container, doubt: frame.doubt, links: this.links });
      }
    }
    this.parts = [];
    this.linkChars = 0;
    this.links = 0;
  }
}

function doubtInline(element: PageElement, above: Frame | null, container: number): Doubt | null {
  const outer = above?.doubt ?? null;
  return isHidden(element) ? { kind: 'hidden', container, outer, lifted: false } : outer;
}

function doubtBlock(
  element: PageElement,
  above: Frame | null,
  container: number,
  name: NameVerdict,
): Doubt | null {
  let doubt = above?.doubt ?? null;
  if (element.name === 'body' || element.name === 'html' || element.name === '#root') return null;
  const add = (kind: DoubtKind) => {
    doubt = { kind, container, outer: doubt, lifted: false };
  };
  if (isHidden(element)) add('hidden');
  const role = element.attributes['role'];
  if (ASIDE_TAGS.has(element.name) || (role !== undefined && ASIDE_ROLES.has(role))) add('tag');
  if (name === 'boilerplate') add('name');
  return doubt;
}

function isHidden(element: PageElement): boolean {
  const { style, hidden, 'aria-hidden': ariaHidden } = element.attributes;
  if (hidden !== undefined || ariaHidden === 'true') return true;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
