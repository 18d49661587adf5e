import { collapse, textOf } from '../dom/element.ts';
import { isNode, type LdNode, textIn, typesOf } from './json-ld.ts';
import { cleanNames } from './person-names.ts';
import {
  type AuthorContext,
  BYLINE_LENGTH,
  bylineSources,
  isNameSized,
  markedSources,
  nearTitle,
  type Source,
} from './shown-authors.ts';
import type { Survey } from './survey.ts';

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
