import { isPlausible, readDate, type WrittenDate } from '@framewatch/dates';
import type { BlockList } from '../blocks.ts';
import { MODIFIED_META, PUBLISHED_META, VAGUE_META, ZONE_OF_LANGUAGE } from '../data/date-keys.ts';
import { type PageElement, textOf } from '../dom/element.ts';
import type { PageDate } from '../page.ts';
import { dateInAddress, findDatesInText, findDatesNearTitle } from './date-search.ts';
import { type LdNode, textIn } from './json-ld.ts';
import type { Survey } from './survey.ts';
import { findTitleHeading, nearestFirst, type Placed } from './title-place.ts';

/** What the date search needs to know of the page. */
export interface DateContext {
  readonly survey: Survey;
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | null;
  readonly list: BlockList;
  readonly title: string | null;
  readonly language: string | null;
  readonly url: string;
  /** Now, ISO: what lies after it is no date of publication. */
  readonly seenAt: string;
}

/** Elements between the title and a date that is shown with it. */
const NEAR = 80;
/** Elements after which what is marked belongs to something else. */
const FAR = 200;

/** When the article was published and last changed, each with its offset; null where the page does not say. */
export function readDates(context: DateContext): { published: PageDate | null; modified: PageDate | null } {
  const dayFirst = isDayFirst(context.survey.htmlLang);
  const read = (text: string, source: PageDate['source']): PageDate | null => {
    const date = readDate(text, { dayFirst });
    if (date === null) return null;
    const placed = placeInZone(date, context.language);
    return isPlausible(placed.instant, context.seenAt) ? toPageDate(placed, source) : null;
  };
  const modified = firstDate(modifiedClaims(context), read);
  return { published: firstDate(publishedClaims(context), read) ?? modified, modified };
}

type Texts = readonly (string | null | undefined)[];

/** Where a date may stand, read only when nothing before it gave one. */
interface Claim {
  readonly source: PageDate['source'];
  readonly texts: () => Texts;
}

function firstDate(
  claims: readonly Claim[],
  read: (text: string, source: PageDate['source']) => PageDate | null,
): PageDate | null {
  for (const { source, texts } of claims) {
    for (const text of texts()) {
      const date = typeof text === 'string' ? read(text, source) : null;
      if (date !== null) return date;
    }
  }
  return null;
}

/** In the order in which they are believed: data, telling meta elements, the address, what is shown near the title, the rest. */
function publishedClaims(context: DateContext): Claim[] {
  const { survey, list, title } = context;
  const heading = findTitleHeading(survey, title);
  const times = nearestFirst(survey.times, heading);
  const dated = nearestFirst(survey.dateElements, heading);
  const near = (found: readonly Placed[]) =>
    heading === null ? [] : found.filter(({ distance }) => distance <= NEAR);
  return [
    ...declaredDates(context, heading),
    { source: 'shown', texts: () => shownNear(near(times), near(dated)) },
    { source: 'shown', texts: () => findDatesNearTitle(list, title) },
    { source: 'declared', texts: () => VAGUE_META.map((key) => survey.meta.get(key)?.[0]) },
    { source: 'found', texts: () => times.slice(0, 5).map(({ element }) => writtenIn(element)) },
    { source: 'found', texts: () => dated.slice(0, 12).flatMap(({ element }) => datesIn(element)) },
    { source: 'found', texts: () => findDatesInText(list) },
  ];
}

/** So many elements farther than another, a time element is still the better source: it may hold the zone. */
const FOR_TIMES = 20;

function shownNear(times: readonly Placed[], dated: readonly Placed[]): string[] {
  const ranked = [
    ...times.map(({ element, distance }) => ({
      rank: distance - FOR_TIMES,
      texts: () => [writtenIn(element)],
    })),
    ...dated.map(({ element, distance }) => ({ rank: distance, texts: () => datesIn(element) })),
  ];
  return ranked.sort((a, b) => a.rank - b.rank).flatMap(({ texts }) => texts());
}

function declaredDates({ survey, nodes, article, url }: DateContext, heading: PageElement | null): Claim[] {
  const claims: (() => Texts)[] = [
    () => [textIn(article?.['datePublished']), textIn(article?.['dateCreated'])],
    () => PUBLISHED_META.map((key) => survey.meta.get(key)?.[0]),
    () => markedDates(survey, heading),
    () => nodes.map((node) => textIn(node['datePublished']) ?? textIn(node['uploadDate'])),
    () => survey.times.filter((time) => time.attributes['pubdate'] !== undefined).map(writtenIn),
    () => [url, survey.canonical ?? '', survey.meta.get('og:url')?.[0] ?? ''].map(dateInAddress),
    () => [survey.meta.get('og:title')?.[0], survey.titleTag].map(dateInTitle),
  ];
  return claims.map((texts) => ({ source: 'declared', texts }));
}

/** Several of them far from the title are those of other articles. */
function markedDates(survey: Survey, heading: PageElement | null): string[] {
  const marked = nearestFirst(survey.props.get('datepublished') ?? [], heading);
  const areOthers = heading !== null && marked.length > 1 && marked[0]!.distance > FAR;
  return areOthers ? [] : marked.map(({ element }) => writtenIn(element));
}

/** The date that stands alone at the end of a title, after the site's name. */
function dateInTitle(title: string | undefined): string | null {
  return (
    /[|–—-]\s*(\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})\s*$/.exec(title?.slice(0, 1_000) ?? '')?.[1] ??
    null
  );
}

function modifiedClaims({ survey, article, nodes }: DateContext): Claim[] {
  const claims: (() => Texts)[] = [
    () => [textIn(article?.['dateModified'])],
    () => MODIFIED_META.map((key) => survey.meta.get(key)?.[0]),
    () => (survey.props.get('datemodified') ?? []).map(writtenIn),
    () => nodes.map((node) => textIn(node['dateModified'])),
  ];
  return claims.map((texts) => ({ source: 'declared', texts }));
}

function writtenIn(element: PageElement): string {
  const { content, datetime, title } = element.attributes;
  return content ?? datetime ?? (title !== undefined && /\d{4}/.test(title) ? title : textOf(element, 120));
}

const DATE_ATTRIBUTES = [
  'datetime',
  'data-datetime',
  'data-date',
  'data-published',
  'data-publish-date',
  'content',
  'title',
];

function datesIn(element: PageElement): string[] {
  const attributes = DATE_ATTRIBUTES.map((key) => element.attributes[key]).filter(
    (value) => value !== undefined,
  );
  const text = textOf(element, 160);
  return [...attributes, ...(text.length <= 120 ? [text] : [])].filter((written) => /\d{2}/.test(written));
}

/** A time without a zone on a page in Japanese is Japan's: its readers need not be told. */
function placeInZone(date: WrittenDate, language: string | null): WrittenDate {
  const minutes = ZONE_OF_LANGUAGE[language ?? ''];
  if (date.offsetMinutes !== null || minutes === undefined) return date;
  return {
    ...date,
    instant: new Date(Date.parse(date.instant) - minutes * 60_000).toISOString(),
    offsetMinutes: minutes,
  };
}

function toPageDate(date: WrittenDate, source: PageDate['source']): PageDate {
  return { instant: date.instant, offsetMinutes: date.offsetMinutes, written: writtenForm(date), source };
}

function writtenForm({ instant, offsetMinutes, precision }: WrittenDate): string {
  const minutes = offsetMinutes ?? 0;
  const local = new Date(Date.parse(instant) + minutes * 60_000).toISOString();
  if (offsetMinutes === null) return precision === 'day' ? local.slice(0, 10) : local.slice(0, 19);
  const pad = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${local.slice(0, 19)}${minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${pad(size / 60)}:${pad(size % 60)}`}`;
}

function isDayFirst(lang: string | null): boolean {
  return lang !== null && lang.trim() !== '' && !/^en(?:-us)?$/i.test(lang.trim());
}
