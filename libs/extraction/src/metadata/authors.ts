import type { BlockList } from '../blocks.ts';
import { collapse, linesOf, type PageElement, spacedText, textOf, visitElements } from '../dom/element.ts';
import { NAMES } from '../element-names.ts';
import { isNode, type LdNode, textIn, typesOf } from './json-ld.ts';
import { beginsAsByline, cleanNames, nameAfterLeadIn } from './person-names.ts';
import type { Survey } from './survey.ts';
import { findTitleBlock, findTitleHeading, nearestFirst } from './title-place.ts';
import { likeness } from './words.ts';

const META_KEYS = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'citation_author',
  'byl',
  'byline',
  'cxenseparse:author',
  'authors',
  'news_authors',
  'dc.creator.author',
];
/** Elements between the title and a byline that is its. */
const NEAR = 150;
const BYLINE_LENGTH = 160;

export interface AuthorContext {
  readonly survey: Survey;
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | null;
  readonly list: BlockList;
  readonly title: string | null;
  /** The outlet's own name, which is an author only where nobody else is. */
  readonly outlet: string | null;
}

/**
 * Names of the authors: the first source that yields persons, of JSON-LD, meta elements, marked bylines near the title
 * and lines that begin as bylines do. Where all name an organisation only, that is given.
 */
export function readAuthors(context: AuthorContext): string[] {
  const { survey, nodes, article, outlet } = context;
  const declared = claimsOf(article?.['author'] ?? article?.['creator'], nodes);
  const claims: Source[] = [
    () => declared.filter((claim) => !claim.organisation).map((claim) => claim.name),
    () => lonePerson(article, nodes),
    ...META_KEYS.map((key) => () => (survey.meta.get(key) ?? []).map(turnAround)),
    () => labelledAuthor(survey),
  ];
  const shown: Source[] = [
    ...markedSources(context),
    () => declared.filter((claim) => claim.organisation).map((claim) => claim.name),
    ...bylineSources(context),
  ];
  const claimed = firstNames(claims, outlet);
  // An account's name gives way to a person's that the page shows.
  if (claimed.length > 0 && !claimed.every(isAccount)) return shownClaim(claimed, claims, context);
  const names = firstNames(shown, outlet);
  if (names.length > 0 && !(claimed.length > 0 && names.every(isAccount))) return names;
  if (claimed.length > 0) return claimed;
  return lastResort(
    declared.map((claim) => claim.name),
    context,
  );
}

type Source = () => readonly string[];

function firstNames(sources: readonly Source[], outlet: string | null): string[] {
  for (const source of sources) {
    const names = cleanNames(source(), outlet);
    if (names.length > 0) return names;
  }
  return [];
}

/** `janeroe` rather than Jane Roe: what a content system calls a writer. */
function isAccount(name: string): boolean {
  return /^[\p{Ll}\d._-]+$/u.test(name);
}

/** Where claims contradict each other, the one that the page shows by its title is right. */
function shownClaim(claimed: string[], claims: readonly Source[], context: AuthorContext): string[] {
  const others = claims
    .map((source) => cleanNames(source(), context.outlet))
    .filter((names) => names.length > 0);
  if (others.every((names) => names.some((name) => claimed.includes(name)))) return claimed;
  const near = nearTitle(context.survey, context.title);
  const texts = near([...context.survey.bylines, ...context.survey.profileLinks])
    .slice(0, 12)
    .map((element) => textOf(element, BYLINE_LENGTH));
  const isShown = (names: readonly string[]) =>
    names.some((name) => texts.some((text) => text.includes(name)));
  return isShown(claimed) ? claimed : (others.find(isShown) ?? claimed);
}

/** Where nobody is named: the only author whose own page is linked, then whoever answers for the article, outlet or desk. */
function lastResort(declared: readonly string[], { survey, outlet }: AuthorContext): string[] {
  const linked = new Set(survey.profileLinks.filter(isNameSized).map((link) => textOf(link, 60)));
  const lone = linked.size === 1 ? cleanNames([...linked], outlet) : [];
  if (lone.length > 0) return lone;
  const claims = [
    ...declared,
    ...['author', 'sailthru.author', 'shareaholic:article_author_name'].flatMap(
      (key) => survey.meta.get(key) ?? [],
    ),
    ...labelledAuthor(survey),
  ];
  const names = cleanNames(claims, null);
  if (names.length > 0) return names;
  return claims
    .map((claim) => collapse(claim.split(',')[0] ?? ''))
    .filter((claim) => claim.length > 1 && claim.length <= 60 && !NOBODY.test(claim))
    .slice(0, 1);
}

/** What systems fill in for a missing author. */
const NOBODY =
  /^(?:admin\w*|unknown|null|undefined|none|n\/a|guest|author|root|user|web ?master|default)$|https?:|@/i;

/** The only person in the data of an article that names no author. */
function lonePerson(article: LdNode | null, nodes: readonly LdNode[]): string[] {
  if (article?.['author'] !== undefined) return [];
  const persons = nodes.filter(
    (node) => typesOf(node).includes('Person') && typeof node['name'] === 'string',
  );
  return persons.length === 1 ? [textIn(persons[0]?.['name']) ?? ''] : [];
}

/** `Roe, Jane`, as libraries write it, is Jane Roe. */
function turnAround(name: string): string {
  const parts = /^(\p{Lu}[\p{L}'’-]+),\s(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}\.)?)$/u.exec(name.trim());
  return parts === null ? name : `${parts[2]} ${parts[1]}`;
}

interface AuthorClaim {
  readonly name: string;
  readonly organisation: boolean;
}

function claimsOf(value: unknown, nodes: readonly LdNode[]): AuthorClaim[] {
  const list: unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list.flatMap((entry): AuthorClaim[] => {
    if (typeof entry === 'string') return [{ name: entry, organisation: false }];
    if (!isNode(entry)) return [];
    const node = entry['name'] === undefined ? (findNode(nodes, entry) ?? entry) : entry;
    const organisation = typesOf(node).some((type) => /Organi[sz]ation$/.test(type));
    const { name } = node;
    const names = Array.isArray(name)
      ? name.filter((n): n is string => typeof n === 'string')
      : [textIn(name) ?? ''];
    return names.map((written) => ({ name: written, organisation }));
  });
}

function findNode(nodes: readonly LdNode[], reference: LdNode): LdNode | undefined {
  const id = reference['@id'];
  return typeof id === 'string'
    ? nodes.find((node) => node['@id'] === id && node['name'] !== undefined)
    : undefined;
}

/** Twitter cards carry labelled facts: `label1` says what `data1` is. */
function labelledAuthor(survey: Survey): readonly string[] {
  const label = survey.meta.get('twitter:label1')?.[0] ?? '';
  return /^(?:written )?by$|^author|^verfasst von|^escrito por|^écrit par/i.test(label)
    ? (survey.meta.get('twitter:data1') ?? [])
    : [];
}

/** Elements that are marked as the author's, near the title. */
function markedSources({ survey, title }: AuthorContext): (() => readonly string[])[] {
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
function bylineSources({ survey, list, title }: AuthorContext): (() => readonly string[])[] {
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

function nearTitle(
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

function isNameSized(element: PageElement): boolean {
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
