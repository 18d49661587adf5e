import type { BlockList } from '../blocks.ts';
import { linesOf, type PageElement, spacedText, textOf, visitElements } from '../dom/element.ts';
import { NAMES } from '../element-names.ts';
import type { LdNode } from './json-ld.ts';
import { beginsAsByline, nameAfterLeadIn } from './person-names.ts';
import type { Survey } from './survey.ts';
import { findTitleBlock, findTitleHeading, nearestFirst } from './title-place.ts';
import { likeness } from './words.ts';

/** Elements between the title and a byline that is its. */
const NEAR = 150;
/** Letters that a byline has at most. */
export const BYLINE_LENGTH = 160;

/** What the search for authors needs to know of the page. */
export interface AuthorContext {
  readonly survey: Survey;
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | null;
  readonly list: BlockList;
  readonly title: string | null;
  /** The outlet's own name, which is an author only where nobody else is. */
  readonly outlet: string | null;
}

/** Where names may stand, read only when nothing before it gave one. */
export type Source = () => readonly string[];

/** Elements that are marked as the author's, near the title. */
export function markedSources({ survey, title }: AuthorContext): Source[] {
  const near = nearTitle(survey, title);
  return [
    () =>
      near(survey.props.get('author') ?? [])
        .slice(0, 6)
        .map(nameIn),
    () => together(near(survey.authorLinks)),
    () => together(near(survey.profileLinks).filter((element) => isNameSized(element))),
  ];
}

/** Elements named as bylines, and lines that begin as bylines do. */
export function bylineSources({ survey, list, title }: AuthorContext): Source[] {
  const near = nearTitle(survey, title);
  return [
    () =>
      together(
        near(survey.bylines).filter((element) => isBylineSized(element)),
        bylineIn,
      ),
    () => linesAround(list, title).flatMap(nameAfterLeadIn).slice(0, 1),
    () => together(survey.authorLinks.slice(0, 8)),
  ];
}

/** Keeps of elements those near the title, nearest first. */
export function nearTitle(
  survey: Survey,
  title: string | null,
): (elements: readonly PageElement[]) => PageElement[] {
  const heading = findTitleHeading(survey, title);
  return (elements) =>
    nearestFirst(elements, heading)
      .filter(({ distance }) => distance <= NEAR)
      .map(({ element }) => element);
}

/** Short lines near the title, nearest first, then those of the page's end, where some sign. */
function linesAround(list: BlockList, title: string | null): string[] {
  const at = findTitleBlock(list, title);
  const around =
    at < 0
      ? list.blocks.slice(0, 60)
      : [...list.blocks.slice(at + 1, at + 25), ...list.blocks.slice(Math.max(0, at - 8), at)];
  return [...around, ...list.blocks.slice(at + 25, at + 400)]
    .map(({ text }) => text)
    .filter((text) => text.length < 110);
}

function nameIn(element: PageElement): string {
  return element.attributes['content'] ?? spacedText(namedPart(element), BYLINE_LENGTH);
}

/** In microdata, an author's name may be one property of several. */
function namedPart(author: PageElement): PageElement {
  let found: PageElement | null = null;
  visitElements(author, (element) => {
    if (found === null && element !== author && element.attributes['itemprop'] === 'name') found = element;
  });
  return found ?? author;
}

/** Of a byline's lines those that begin as bylines do, where any does: the others hold places, papers and dates. */
function bylineIn(element: PageElement): string {
  const lines = linesOf(element, BYLINE_LENGTH);
  const signed = lines.filter(beginsAsByline);
  if (signed.length > 0) return signed.length < lines.length ? signed.join(' | ') : nameIn(element);
  const links = linksIn(element).filter(isNameSized);
  return links.length > 0 ? links.map((link) => textOf(link, 60)).join(' | ') : nameIn(element);
}

function linksIn(element: PageElement): PageElement[] {
  const links: PageElement[] = [];
  visitElements(element, (inner) => {
    if (inner.name === 'a' && inner.names & NAMES.byline) links.push(inner);
  });
  return links;
}

/** Whether an element holds as many words as a name has. */
export function isNameSized(element: PageElement): boolean {
  const words = textOf(element, 60).split(' ').length;
  return words >= 2 && words <= 5;
}

function isBylineSized(element: PageElement): boolean {
  const text = textOf(element, BYLINE_LENGTH + 1);
  return text.length > 2 && text.length <= BYLINE_LENGTH;
}

/** The first, and those beside it under the same parent: several authors of one article stand together. */
function together(elements: readonly PageElement[], read = nameIn): string[] {
  const first = elements[0];
  if (first === undefined) return [];
  const beside = elements.filter(
    (element) => element === first || (element.parent === first.parent && element.name === first.name),
  );
  const texts = beside.slice(0, 6).map(read);
  return texts.filter((text, i) => !texts.some((other, j) => j < i && likeness(text, other) > 0.9));
}
