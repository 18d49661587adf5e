import type { WordSentences, WordSentencesQuery, WordsAnswer, WordsQuery } from '@framewatch/contracts';
import { compareWords, FALSE_DISCOVERIES, type WordOdds } from '@framewatch/trends';
import type { ApiContext } from '../../runtime/api-context.ts';
import { readSettings } from '../../runtime/settings.ts';
import { type ComparedTexts, countWords, readSides } from './compared-texts.ts';
import { sentencesWith } from './sentences-with.ts';

/** Fewer stories have no words of their own, only subjects. */
const FEWEST_STORIES = 10;
const EXAMPLES = 3;

/** The words that set two outlets, groups or periods apart, each with example sentences and how sure it is. */
export async function answerWords(context: ApiContext, query: WordsQuery): Promise<WordsAnswer> {
  const { id, active } = await context.beats.find(query.beat);
  const { synthetic } = await readSettings(context.store);
  const common = { beat: id, modelVersion: active?.version ?? null, needed: FEWEST_STORIES, synthetic };
  const empty = { stories: 0, read: 0, articles: 0 };
  const nothing = { tried: 0, falseDiscoveries: FALSE_DISCOVERIES, words: [] };
  if (!active) return { ...common, language: null, languages: [], a: empty, b: empty, ...nothing };
  const sides = await readSides(context, query, active.id);
  const side = ({ stories, articles, texts }: ComparedTexts['a']) => ({
    stories,
    read: texts.length,
    articles,
  });
  const said = {
    ...common,
    language: sides.language,
    languages: sides.languages,
    a: side(sides.a),
    b: side(sides.b),
  };
  if (sides.language === null || Math.min(said.a.read, said.b.read) < FEWEST_STORIES)
    return { ...said, ...nothing };
  const { tried, words } = compareSides(sides, sides.language, query.limit);
  return { ...said, tried, falseDiscoveries: FALSE_DISCOVERIES, words };
}

function compareSides({ a, b }: ComparedTexts, language: string, limit: number) {
  const [inA, inB] = [countWords(a.texts, language), countWords(b.texts, language)];
  const words = [...new Set([...inA.keys(), ...inB.keys()])].map((word) => ({
    word,
    a: inA.get(word) ?? 0,
    b: inB.get(word) ?? 0,
  }));
  const { tried, found } = compareWords(words, { a: a.texts.length, b: b.texts.length });
  const shown = (isSide: (one: WordOdds) => boolean): WordOdds[] => found.filter(isSide).slice(0, limit);
  const [ofA, ofB] = [shown(({ z }) => z > 0), shown(({ z }) => z < 0)];
  const [saidByA, saidByB] = [
    sentencesWith(namesOf(ofA), a.texts, language, EXAMPLES),
    sentencesWith(namesOf(ofB), b.texts, language, EXAMPLES),
  ];
  return {
    tried,
    words: [
      ...ofA.map((one) => ({ ...one, side: 'a' as const, sentences: saidByA.get(one.word) ?? [] })),
      ...ofB.map((one) => ({ ...one, side: 'b' as const, sentences: saidByB.get(one.word) ?? [] })),
    ],
  };
}

const namesOf = (words: readonly WordOdds[]): ReadonlySet<string> => new Set(words.map(({ word }) => word));

/** Every story of one side that holds a word, with its sentence: as many as the word's count says. */
export async function answerWordSentences(
  context: ApiContext,
  query: WordSentencesQuery,
): Promise<WordSentences> {
  const { active } = await context.beats.find(query.beat);
  if (!active) return { total: 0, items: [] };
  const sides = await readSides(context, query, active.id);
  if (sides.language === null) return { total: 0, items: [] };
  const { texts } = sides[query.side];
  const items =
    sentencesWith(new Set([query.word]), texts, sides.language, texts.length).get(query.word) ?? [];
  return { total: items.length, items };
}
