import { names } from './bank/names.ts';
import type { Composition } from './compose.ts';
import { offsetMinutes } from './local-time.ts';
import type { Random } from './random.ts';
import type { ArticleTruth, ArticleVersion, PageState, PressArticle, PressOutlet } from './types.ts';
import type { Assignment } from './writer.ts';

/** An article as the press keeps it: with every version of its words, past and still to come. */
export type ArticleRecord = Omit<ArticleTruth, 'edits' | 'url' | 'title' | 'page'> & {
  path: string;
  author: string;
  section: PressArticle['section'];
  /** In order of time; the first is the original. */
  versions: [ArticleVersion, ...ArticleVersion[]];
  /** In order of time; left out before the first, the page is open. */
  pageChanges: { at: string; state: PageState }[];
  assignment: Assignment;
};

export type RecordKin = Partial<Pick<ArticleRecord, 'copyOf' | 'translationOf' | 'followUpOf'>>;

/** Files a composition under an outlet, with a path, an author and a place among its kin. */
export function makeRecord(
  {
    id,
    outlet,
    at,
    storyId,
    random,
  }: { id: string; outlet: PressOutlet; at: Date; storyId: string; random: Random },
  assignment: Assignment,
  { title, paragraphs }: Composition,
  kin: RecordKin = {},
): ArticleRecord {
  const published = at.toISOString();
  return {
    id,
    outlet: outlet.name,
    outletSlug: outlet.slug,
    country: outlet.country,
    group: outlet.group,
    language: outlet.language,
    path: articlePath(outlet, at, id, title),
    published,
    offsetMinutes: offsetMinutes(at, outlet.timezone),
    relevant: assignment.offBeat === null,
    topics: [...assignment.topics],
    frames: [...assignment.frames],
    offBeat: assignment.offBeat,
    storyId,
    copyOf: kin.copyOf ?? null,
    translationOf: kin.translationOf ?? null,
    followUpOf: kin.followUpOf ?? null,
    author: authorName(outlet, random),
    section: sectionOf(assignment),
    versions: [{ at: published, title, paragraphs }],
    pageChanges: [],
    assignment,
  };
}

/** The article as it reads at `now`, at the site whose outlets have these addresses. */
export function viewRecord(record: ArticleRecord, now: Date, baseOf: (slug: string) => string): PressArticle {
  const version = versionAt(record, now);
  const { path, versions, pageChanges: _changes, assignment: _, ...truth } = record;
  return {
    ...truth,
    url: `${baseOf(record.outletSlug)}/${path}`,
    title: versions[0].title,
    edits: editsUntil(record, now),
    page: pageStateAt(record, now),
    summary: summaryOf(version.paragraphs),
    paragraphs: version.paragraphs,
    text: version.paragraphs.join('\n\n'),
  };
}

/** The words that a reader sees at `now`. */
export function versionAt({ versions }: ArticleRecord, now: Date): ArticleVersion {
  return versions.findLast((version) => Date.parse(version.at) <= now.getTime()) ?? versions[0];
}

/** The words that the feeds show at `now`: a change of the page alone does not reach them. */
export function feedVersionAt({ versions }: ArticleRecord, now: Date): ArticleVersion {
  return (
    versions.findLast(({ at, onPageOnly }) => Date.parse(at) <= now.getTime() && onPageOnly !== true) ??
    versions[0]
  );
}

/** What the article's address answers at `now`. */
export function pageStateAt({ pageChanges }: ArticleRecord, now: Date): PageState {
  return pageChanges.findLast(({ at }) => Date.parse(at) <= now.getTime())?.state ?? 'open';
}

function editsUntil({ versions }: ArticleRecord, now: Date): ArticleTruth['edits'] {
  return versions.slice(1).flatMap((version, index) => {
    if (Date.parse(version.at) > now.getTime()) return [];
    const before = versions[index] as ArticleVersion;
    const changed: ('title' | 'text')[] = [];
    if (before.title !== version.title) changed.push('title');
    if (before.paragraphs.join('\n') !== version.paragraphs.join('\n')) changed.push('text');
    return [{ at: version.at, title: version.title, changed, inFeed: version.onPageOnly !== true }];
  });
}

/** The first sentence, as feeds show it. */
export function summaryOf([lead = '']: readonly string[]): string {
  const sentence = /^.+?(?:[。]|[.!?]”?(?=\s|$))/.exec(lead)?.[0] ?? lead;
  return sentence.trim();
}

function articlePath(outlet: PressOutlet, at: Date, id: string, title: string): string {
  const day = at.toISOString().slice(0, 10).replaceAll('-', '/');
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const slug = outlet.language === 'ja' || words === '' ? id : `${words.slice(0, 60)}-${id}`;
  return `${day}/${slug}.html`;
}

function authorName({ language, group, name }: PressOutlet, random: Random): string {
  const family = random.pick(names.japaneseFamily);
  const given = random.pick(names.japaneseGiven);
  const other = random.pick(names.americanFamily);
  if (group === 'official') return name.replace(' (synthetic)', '');
  if (language === 'ja') return `${family.ja}${given.ja}`;
  return random.chance(0.5)
    ? `${given.en} ${family.en}`
    : `${random.pick(names.americanGiven).en} ${other.en}`;
}

function sectionOf({ offBeat }: Assignment): PressArticle['section'] {
  switch (offBeat) {
    case null:
    case 'us_korea_alliance':
    case 'japan_australia_alliance':
      return 'world';
    case 'sports':
      return 'sports';
    case 'business':
      return 'business';
    case 'japan_domestic':
    case 'us_domestic':
    case 'weather':
    case 'culture':
      return 'nation';
  }
}
