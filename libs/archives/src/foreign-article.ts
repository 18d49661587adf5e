import { readDate } from '@framewatch/dates';
import { textOfMarkup } from '@framewatch/extraction';
import { COLUMN_NAMES } from './data/column-names.ts';
import { languageCode } from './language-code.ts';
import { type ForeignArticle, type Refusal, refused, type StatedTime } from './records.ts';

type Part = keyof typeof COLUMN_NAMES;

/** An address that is longer is no article's, and no index takes it. */
const LONGEST_URL = 2_000;
const LONGEST_TITLE = 2_000;
const LONGEST_TEXT = 5_000_000;

/** A record of another program as an article, or what it lacks. Names are tolerated as `COLUMN_NAMES` lists them. */
export function foreignArticle(
  record: Readonly<Record<string, unknown>>,
): { kind: 'foreign'; article: ForeignArticle } | Refusal {
  const parts = new Map(Object.entries(record).map(([name, value]) => [plainName(name), value]));
  const find = (part: Part): unknown =>
    COLUMN_NAMES[part].map((name) => parts.get(name)).find((value) => !isEmpty(value));
  const url = words(find('url'));
  const problem = problemOfUrl(url);
  if (problem) return problem;
  const title = words(find('title')).slice(0, LONGEST_TITLE);
  if (title === '') return refused('no-title', 'It has no headline. Call its column `title` or `headline`.');
  const text = textOfMarkup(wellFormed(find('text'))).trim();
  if (text.length > LONGEST_TEXT)
    return refused('too-long', `Its text has ${text.length} characters, which is no article.`);
  const written = find('published');
  const published = written === undefined ? null : statedTime(written);
  if (published === undefined)
    return refused(
      'bad-date',
      `Its date "${shown(written)}" cannot be read. Write it like 2025-03-01T09:30:00+09:00.`,
    );
  return {
    kind: 'foreign',
    article: {
      url,
      title,
      text,
      summary: textOfMarkup(wellFormed(find('summary'))).trim(),
      published,
      authors: names(find('authors')),
      language: languageCode(words(find('language'))),
      outlet: {
        name: words(find('outlet')).slice(0, 200) || null,
        country: words(find('country')) || null,
        group: words(find('group')) || null,
      },
      page: null,
    },
  };
}

/** What is wrong with an article's address; null where nothing is. */
export function problemOfUrl(url: string): Refusal | null {
  if (url === '') return refused('no-url', 'It has no address. Call its column `url` or `link`.');
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    return refused('bad-url', `"${shown(url)}" is no web address. It should begin with https:// or http://.`);
  const { username, password, href } = new URL(url);
  if (username !== '' || password !== '')
    return refused('bad-url', 'Its address holds a user name or a password. Take them out.');
  if (href.length > LONGEST_URL)
    return refused('bad-url', `Its address has ${href.length} characters, more than ${LONGEST_URL}.`);
  return null;
}

/** `undefined` where something is written that is no date. */
function statedTime(written: unknown): StatedTime | undefined {
  const read = typeof written === 'string' || typeof written === 'number' ? readDate(String(written)) : null;
  return read === null ? undefined : { instant: read.instant, offsetMinutes: read.offsetMinutes };
}

const plainName = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
const shown = (value: unknown): string =>
  String(typeof value === 'object' ? JSON.stringify(value) : value).slice(0, 60);

/** Text that the database can hold: without NUL, and with no half of a surrogate pair. */
export function wellFormed(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A value as one line. Some programs put an object where its name would do: `source: {name}`. */
function words(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'name' in value) return words(value.name);
  return wellFormed(value).replace(/\s+/g, ' ').trim();
}

function names(value: unknown): string[] {
  const list = Array.isArray(value) ? value.map(words) : words(value).split(/\s*;\s*/);
  return list.filter((name) => name !== '').slice(0, 50);
}
