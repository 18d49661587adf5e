import type { BlockList } from '../blocks.ts';
import { type PageElement, textOf } from '../dom/element.ts';
import type { Survey } from './survey.ts';
import { likeness } from './words.ts';

/** The heading that shows the title, from which bylines and dates are near; null where no heading does. */
export function findTitleHeading(survey: Survey, title: string | null): PageElement | null {
  if (title === null) return null;
  return (
    survey.headings.find((heading) => likeness(textOf(heading, 600), title) > 0.75) ??
    survey.headings.find((heading) => heading.name === 'h1') ??
    null
  );
}

/** Index of the block that shows the title; -1 where none does. */
export function findTitleBlock(list: BlockList, title: string | null): number {
  if (title === null || title === '') return -1;
  const near = (length: number) => length < 1.6 * title.length && title.length < 1.6 * length;
  return list.blocks.findIndex(
    ({ text, tag }) => near(text.length) && tag !== 'li' && likeness(text, title) > 0.8,
  );
}

/** An element and how many elements lie between it and the title. */
export interface Placed {
  readonly element: PageElement;
  readonly distance: number;
}

/** Elements by their distance from a heading, nearest first; what comes before it counts as three times as far. */
export function nearestFirst(elements: readonly PageElement[], heading: PageElement | null): Placed[] {
  if (heading === null) return elements.map((element) => ({ element, distance: 0 }));
  return elements
    .map((element) => ({
      element,
      distance:
        element.order >= heading.order ? element.order - heading.order : 3 * (heading.order - element.order),
    }))
    .sort((a, b) => a.distance - b.distance);
}
