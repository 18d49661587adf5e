import { collapse, type PageElement } from './dom/element.ts';
import { INLINE_TAGS, READING_TAGS } from './dom/tags.ts';
import { type Doubt, doubtBlock, doubtInline } from './doubts.ts';
import { endsSentence, looksLikeProse, weighText } from './prose.ts';

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

/** A run of text between block boundaries, such as a paragraph. */
export interface Block {
  readonly text: string;
  /** Length in letters; a character of a script without spaces counts for the several that it stands for. */
  readonly weight: number;
  /** Share of its characters that are links, 0 to 1. */
  readonly linkShare: number;
  /** Sentences, rather than a label, a headline or a list of links. */
  readonly prose: boolean;
  /** Tag of the nearest block-level element. */
  readonly tag: string;
  /** Index of that element among the containers. */
  readonly container: number;
  /** What speaks against it, the nearest first; the guards add to it. */
  doubt: Doubt | null;
}

/** A block-level element with the range of blocks within it. */
export interface Container {
  readonly element: PageElement;
  /** Index of the container around it, -1 for the root. */
  readonly parent: number;
  readonly first: number;
  /** One past the last. */
  end: number;
}

export interface BlockList {
  readonly blocks: readonly Block[];
  readonly containers: readonly Container[];
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
  private afterBreak = false;

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
    if (!inline) {
      this.containers.push({ element, parent: container, first: this.blocks.length, end: 0 });
      container = this.containers.length - 1;
    }
    const outer = above?.doubt ?? null;
    return {
      element,
      next: 0,
      container,
      doubt: inline ? doubtInline(element, outer) : doubtBlock(element, outer),
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
    const length = text.trim().length;
    if (length > 0) this.afterBreak = false;
    if (frame.inLink) this.linkChars += length;
  }

  /** Two line breaks, or one after a full sentence, end a paragraph; one within a sentence is a space. */
  private lineBreak(frame: Frame): void {
    if (this.afterBreak || endsSentence(this.parts.at(-1) ?? '')) this.flush(frame);
    else this.parts.push(' ');
    this.afterBreak = true;
  }

  private flush(frame: Frame): void {
    if (this.parts.length > 0) {
      const text = collapse(this.parts.length === 1 ? this.parts[0]! : this.parts.join(''));
      if (text !== '') this.add(text, frame);
    }
    this.parts = [];
    this.linkChars = 0;
    this.afterBreak = false;
  }

  private add(text: string, { container, doubt }: Frame): void {
    const tag = this.containers[container]!.element.name;
    const linkShare = Math.min(1, this.linkChars / text.length);
    const weight = weighText(text);
    const prose = looksLikeProse(text, { tag, weight, linkShare });
    this.blocks.push({ text, weight, linkShare, prose, tag, container, doubt });
  }
}
