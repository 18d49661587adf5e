import type { WordsQuery } from '@framewatch/contracts';
import { STOP_WORDS } from '@framewatch/classifier';
import { type WordAt, wordsOf } from '@framewatch/search-words';
import type { StoryText, TrendFilter } from '@framewatch/store';
import { invalid } from '../../http/problem.ts';
import type { ApiContext } from '../../runtime/api-context.ts';
import { filterOf } from '../answer-trend.ts';

/** More stories than this of a side are not read: words are as sure by then as they get. */
const MOST_STORIES = 1_500;

/** One side: its stories, and the texts that were read of them. */
export interface Side {
  filter: TrendFilter;
  stories: number;
  articles: number;
  texts: StoryText[];
}

export interface ComparedTexts {
  language: string | null;
  languages: { language: string; a: number; b: number }[];
  a: Side;
  b: Side;
}

/** The texts of two sides in one language: the one asked for, or the one that both have most of. */
export async function readSides(
  { store }: ApiContext,
  query: WordsQuery,
  modelId: string,
): Promise<ComparedTexts> {
  const filters = [sideFilter(query, modelId, 'a'), sideFilter(query, modelId, 'b')] as const;
  if (JSON.stringify(filters[0]) === JSON.stringify(filters[1]))
    throw invalid([
      {
        field: 'aOutlet',
        message: 'The two sides are the same: name an outlet, a group or a period for each.',
      },
    ]);
  const [ofA, ofB] = await Promise.all(filters.map((filter) => store.trendWords.countLanguages(filter)));
  const languages = [...new Set([...(ofA ?? []), ...(ofB ?? [])].map(({ language }) => language))]
    .map((language) => ({ language, a: storiesOf(ofA, language), b: storiesOf(ofB, language) }))
    .sort((x, y) => Math.min(y.a, y.b) - Math.min(x.a, x.b) || y.a + y.b - (x.a + x.b));
  const most = languages[0];
  const language = query.language ?? (most && Math.min(most.a, most.b) > 0 ? most.language : null);
  const read = async (filter: TrendFilter, counts: typeof ofA): Promise<Side> => ({
    filter,
    stories: language === null ? 0 : storiesOf(counts, language),
    articles: counts?.find((one) => one.language === language)?.articles ?? 0,
    texts:
      language === null ? [] : await store.trendWords.findStoryTexts({ ...filter, language }, MOST_STORIES),
  });
  const [a, b] = await Promise.all([read(filters[0], ofA), read(filters[1], ofB)]);
  return { language, languages, a, b };
}

const storiesOf = (counts: { language: string; stories: number }[] | undefined, language: string): number =>
  counts?.find((one) => one.language === language)?.stories ?? 0;

/** A side's own outlet, group or period goes before the question's. */
function sideFilter(query: WordsQuery, modelId: string, side: 'a' | 'b'): TrendFilter {
  const own = {
    outlet: query[`${side}Outlet`] ?? query.outlet,
    group: query[`${side}Group`] ?? query.group,
    from: query[`${side}From`] ?? query.from,
    to: query[`${side}To`] ?? query.to,
  };
  const range = [new Date(own.from), new Date(own.to)];
  if (own.from >= own.to)
    throw invalid([{ field: `${side}From`, message: 'A period has to begin before it ends.' }]);
  return filterOf({ ...query, outlet: own.outlet, group: own.group }, modelId, range);
}

const STOPS: ReadonlySet<string> = new Set(STOP_WORDS);

/** Words of a text that may set it apart; the outlet's own name is none, for every text of it may carry that. */
export function tellingWords(text: string, { outlet }: StoryText, language: string): WordAt[] {
  // As many blanks as letters, so that places stay what they are.
  const nameless = text.replaceAll(outlet, ' '.repeat(outlet.length));
  return wordsOf(nameless, language).filter(({ word }) => !STOPS.has(word));
}

/** How many of these stories hold each word. */
export function countWords(texts: readonly StoryText[], language: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const story of texts) {
    const words = new Set(
      [...tellingWords(story.title, story, language), ...tellingWords(story.text, story, language)].map(
        ({ word }) => word,
      ),
    );
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
