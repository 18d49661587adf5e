import { textOf } from '../dom/element.ts';
import { type LdNode, isNode, textIn } from './json-ld.ts';
import type { Survey } from './survey.ts';
import { cleanNames } from './person-names.ts';

const META_KEYS = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'byl',
  'byline',
  'cxenseparse:author',
  'authors',
  'news_authors',
  'twitter:data1',
];

/** Names of the authors: from JSON-LD, then meta elements, then marked bylines; the first that yields names. */
export function readAuthors(
  survey: Survey,
  nodes: readonly LdNode[],
  article: LdNode | null,
  outlet: string | null,
): string[] {
  const sources: (() => string[])[] = [
    () => namesIn(article?.['author'], nodes),
    () => namesIn(article?.['creator'], nodes),
    ...META_KEYS.filter((key) => key !== 'twitter:data1').map((key) => () => [
      ...(survey.meta.get(key) ?? []),
    ]),
    () =>
      /^(?:written )?by$|^author/i.test(survey.meta.get('twitter:label1')?.[0] ?? '')
        ? [...(survey.meta.get('twitter:data1') ?? [])]
        : [],
    () => (survey.props.get('author') ?? []).slice(0, 6).map((e) => textOf(e, 200)),
    () => survey.authorLinks.slice(0, 6).map((e) => textOf(e, 200)),
    () =>
      survey.bylines
        .slice(0, 8)
        .map((e) => textOf(e, 200))
        .filter((t) => t.length < 120)
        .slice(0, 1),
  ];
  for (const source of sources) {
    const names = cleanNames(source(), outlet);
    if (names.length > 0) return names;
  }
  return [];
}

function namesIn(value: unknown, nodes: readonly LdNode[]): string[] {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list.flatMap((entry: unknown): string[] => {
    if (typeof entry === 'string') return [entry];
    if (Array.isArray(entry)) return namesIn(entry, nodes);
    if (!isNode(entry)) return [];
    const { name } = entry;
    if (Array.isArray(name)) return name.filter((n): n is string => typeof n === 'string');
    const text = textIn(name);
    if (text !== null) return [text];
    const reference = nodes.find(
      (node) => node['@id'] === entry['@id'] && node !== entry && entry['@id'] !== undefined,
    );
    return reference === undefined ? [] : [textIn(reference['name']) ?? ''];
  });
}
