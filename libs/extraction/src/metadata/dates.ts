import { isPlausible, readDate, type WrittenDate } from '@framewatch/dates';
import type { BlockList } from '../blocks.ts';
import { type PageElement, textOf } from '../dom/element.ts';
import type { PageDate } from '../page.ts';
import { findDatesInText } from './date-search.ts';
import type { LdNode } from './json-ld.ts';
import { textIn } from './json-ld.ts';
import type { Survey } from './survey.ts';

const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dc.created',
  'publish-date',
  'publish_date',
  'publishdate',
  'published-date',
  'pubdate',
  'pub_date',
  'publication_date',
  'publicationdate',
  'date_published',
  'article.published',
  'article_date_original',
  'article.created',
  'article:created',
  'originalpublicationdate',
  'published_at',
  'published',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'rnews:datepublished',
  'displaydate',
  'citation_publication_date',
  'citation_date',
  'bt:pubdate',
  'shareaholic:article_published_time',
  'blogger_date',
  'gentime',
  'release_date',
  'timestamp',
  'datecreated',
  'created',
  'date',
  'video:release_date',
  'og:pubdate',
  'ptime',
  'pdate',
  'lastmod',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'article:modified',
  'datemodified',
  'dc.date.modified',
  'dcterms.modified',
  'modified',
  'last-modified',
  'lastmodified',
  'updated_time',
  'http-equiv:last-modified',
  'date_modified',
  'og:modified_time',
  'revised',
];

/** What the date search needs to know of the page. */
export interface DateContext {
  readonly survey: Survey;
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | null;
  readonly list: BlockList;
  readonly title: string | null;
  readonly url: string;
  /** Now, ISO: what lies after it is no date of publication. */
  readonly seenAt: string;
}

/** When the article was published and last changed, each with its offset; null where the page does not say. */
export function readDates(context: DateContext): { published: PageDate | null; modified: PageDate | null } {
  const dayFirst = isDayFirst(context.survey.htmlLang);
  const read = (text: string | null): PageDate | null => {
    if (text === null) return null;
    const date = readDate(text, { dayFirst });
    if (date === null || !isPlausible(date.instant, context.seenAt)) return null;
    return { instant: date.instant, offsetMinutes: date.offsetMinutes, written: writtenForm(date) };
  };
  const modified = firstDate(modifiedClaims(context), read);
  return { published: firstDate(publishedClaims(context), read) ?? modified, modified };
}

function writtenForm({ instant, offsetMinutes, precision }: WrittenDate): string {
  const minutes = offsetMinutes ?? 0;
  const local = new Date(Date.parse(instant) + minutes * 60_000).toISOString();
  if (precision === 'day') return local.slice(0, 10);
  const pad = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const size = Math.abs(minutes);
  const offset =
    offsetMinutes === null ? '' : `${minutes < 0 ? '-' : '+'}${pad(size / 60)}:${pad(size % 60)}`;
  return `${local.slice(0, 19)}${offset === '+00:00' ? 'Z' : offset}`;
}

type Claim = () => readonly (string | null | undefined)[];

function firstDate(
  claims: readonly Claim[],
  read: (text: string | null) => PageDate | null,
): PageDate | null {
  for (const claim of claims) {
    for (const text of claim()) {
      const date = read(text ?? null);
      if (date !== null) return date;
    }
  }
  return null;
}

/** In the order in which they are believed: data, meta elements, marked times, the address, then text near the title. */
function publishedClaims({ survey, nodes, article, list, title, url }: DateContext): Claim[] {
  return [
    () => [textIn(article?.['datePublished']), textIn(article?.['dateCreated'])],
    () => PUBLISHED_META.map((key) => survey.meta.get(key)?.[0]),
    () => (survey.props.get('datepublished') ?? []).map(writtenIn),
    () => nodes.map((node) => textIn(node['datePublished']) ?? textIn(node['uploadDate'])),
    () => survey.times.filter((time) => time.attributes['pubdate'] !== undefined).map(writtenIn),
    () => [
      dateInAddress(url),
      dateInAddress(survey.canonical ?? ''),
      dateInAddress(survey.meta.get('og:url')?.[0] ?? ''),
    ],
    () => survey.times.slice(0, 5).map(writtenIn),
    () => survey.dateElements.slice(0, 12).flatMap((element) => datesIn(element)),
    () => findDatesInText(list, title),
  ];
}

function modifiedClaims({ survey, article, nodes }: DateContext): Claim[] {
  return [
    () => [textIn(article?.['dateModified'])],
    () => MODIFIED_META.map((key) => survey.meta.get(key)?.[0]),
    () => (survey.props.get('datemodified') ?? []).map(writtenIn),
    () => nodes.map((node) => textIn(node['dateModified'])),
  ];
}

function writtenIn(element: PageElement): string {
  const { content, datetime, title } = element.attributes;
  return content ?? datetime ?? (title !== undefined && /\d{4}/.test(title) ? title : textOf(element, 120));
}

function datesIn(element: PageElement): string[] {
  const attributes = [
    'datetime',
    'data-datetime',
    'data-date',
    'data-published',
    'data-publish-date',
    'content',
  ].map((key) => element.attributes[key]);
  const text = textOf(element, 160);
  return [
    ...attributes.filter((value) => value !== undefined),
    ...(text.length <= 120 && /\d/.test(text) ? [text] : []),
  ];
}

/** `/2026/11/22/`, `/2026-11-22-`, `20261122` within an address. */
export function dateInAddress(url: string): string | null {
  const separated =
    /[/_-](19[9]\d|20[0-4]\d)([/_.-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=[^\d]|$)/.exec(url);
  const solid =
    separated ?? /(?:^|\D)(199\d|20[0-4]\d)()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\D|$)/.exec(url);
  if (solid === null) return null;
  return `${solid[1]}-${solid[3]!.padStart(2, '0')}-${solid[4]!.padStart(2, '0')}`;
}

function isDayFirst(lang: string | null): boolean {
  return lang !== null && !/^en(?:-us)?$/i.test(lang.trim()) && lang.trim() !== '';
}
