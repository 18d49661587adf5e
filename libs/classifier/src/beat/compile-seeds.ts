import type { BeatSeeds, Label } from '@framewatch/contracts';
import { COUNTRIES, HOME_WORDS_JA, JAPAN } from '../data/countries.ts';
import { type BackgroundSnapshot, emptyBackground, shareOf, textTerms } from '../lexicon/background.ts';
import { compilePhrase, createPhraseFinder, type Phrase, type PhraseFinder } from '../lexicon/phrases.ts';
import { addTerm, createVocabulary, STOP_COUNT, type Vocabulary } from '../lexicon/vocabulary.ts';
import { flattenMeanings, type MeaningLookups } from './meaning-lookups.ts';
import { SETTINGS } from './settings.ts';
import { packWeights, type TermWeights } from '../scoring/term-weights.ts';
import { addTerms, logOddsWeights, type TermCounts } from '../scoring/log-odds.ts';
import { carriesSubject, foldCode } from '../text/japanese.ts';
import { type Analyser, createAnalyser } from '../text/analyse.ts';

/** What a phrase of the seeds stands for: a cue of labels, a term of concept groups, or a negative concept. */
export interface PhraseMeaning {
  /** Number of the label and the cue's weight; below zero for a negative cue. */
  readonly labels: readonly (readonly [label: number, weight: number])[];
  readonly groups: readonly number[];
  readonly negative: boolean;
  /** Group of the country that the word means in its own press (政府 in a Japanese one); -1 for every other phrase. */
  readonly home: number;
  /** Number of a country that the beat is not about; -1 for every other phrase. */
  readonly rival: number;
}

/** A beat's seeds in one language, compiled for fast matching. */
export interface CompiledBeat {
  readonly language: string;
  /** Topics first, then frames. */
  readonly labels: readonly Label[];
  /** How many of the labels are topics. */
  readonly topics: number;
  readonly groupIds: readonly string[];
  /** For each concept group whether it names a country. */
  readonly countryGroups: readonly boolean[];
  readonly vocabulary: Vocabulary;
  readonly analyse: Analyser;
  readonly findPhrases: PhraseFinder;
  readonly phrases: readonly Phrase[];
  readonly meanings: readonly PhraseMeaning[];
  /** The same in flat arrays. */
  readonly lookups: MeaningLookups;
  /** Log-odds weights of the vocabulary's terms. */
  readonly weights: TermWeights;
}

/**
 * Compiles what the seeds say in `language`; null where they have no concept terms in it. `moreTerms` are terms
 * that the vocabulary shall know beside the seeds' own, such as those of corrected articles.
 */
export function compileBeat(
  given: BeatSeeds,
  language: string,
  background: BackgroundSnapshot,
  moreTerms: readonly string[] = [],
): CompiledBeat | null {
  const seeds = { ...given, labels: topicsFirst(given.labels) };
  if (seeds.conceptGroups.some((group) => (group.terms[language] ?? []).length === 0)) return null;
  const vocabulary = createVocabulary();
  const { phrases, meanings } = compilePhrases(seeds, language, vocabulary);
  for (const term of moreTerms) addTerm(vocabulary, term);
  const weights = labelWeights(seeds, language, vocabulary, background);
  return {
    language,
    labels: seeds.labels,
    topics: seeds.labels.filter((label) => label.kind === 'topic').length,
    groupIds: seeds.conceptGroups.map((group) => group.id),
    countryGroups: seeds.conceptGroups.map(
      (group) => countriesIn(group.terms[language] ?? [], language).length > 0,
    ),
    vocabulary,
    analyse: createAnalyser(vocabulary, language),
    findPhrases: createPhraseFinder(phrases, vocabulary.terms.length, language !== 'ja'),
    phrases,
    meanings,
    lookups: flattenMeanings(phrases, meanings),
    weights,
  };
}

function topicsFirst(labels: readonly Label[]): Label[] {
  return [
    ...labels.filter((label) => label.kind === 'topic'),
    ...labels.filter((label) => label.kind === 'frame'),
  ];
}

interface Draft {
  phrase: Phrase;
  labels: Map<number, number>;
  groups: Set<number>;
  negative: boolean;
  home: number;
  rival: number;
}

function compilePhrases(seeds: BeatSeeds, language: string, vocabulary: Vocabulary) {
  const drafts = new Map<string, Draft>();
  const add = (text: string, note: (draft: Draft) => void): void => {
    const phrase = compilePhrase(vocabulary, text, language);
    if (phrase === null) return;
    const key = `${phrase.ids.join(' ')}${phrase.capitalised ? '!' : ''}`;
    const draft = drafts.get(key) ?? {
      phrase,
      labels: new Map(),
      groups: new Set(),
      negative: false,
      home: -1,
      rival: -1,
    };
    drafts.set(key, draft);
    note(draft);
  };
  for (const [k, label] of seeds.labels.entries()) {
    for (const cue of label.cues[language] ?? []) add(cue, (draft) => draft.labels.set(k, 1));
    for (const cue of label.negativeCues[language] ?? []) add(cue, (draft) => draft.labels.set(k, -1));
  }
  for (const [g, group] of seeds.conceptGroups.entries()) {
    for (const term of group.terms[language] ?? []) add(term, (draft) => draft.groups.add(g));
  }
  for (const term of seeds.negativeConcepts[language] ?? []) {
    add(term, (draft) => {
      draft.negative = true;
    });
  }
  for (const [country, name] of rivalNames(seeds, language)) {
    add(name, (draft) => {
      draft.rival = country;
    });
  }
  for (const [g, group] of seeds.conceptGroups.entries()) {
    if (!countriesIn(group.terms[language] ?? [], language).includes(JAPAN) || language !== 'ja') continue;
    for (const word of HOME_WORDS_JA) {
      add(word, (draft) => {
        draft.home = g;
      });
    }
  }
  const list = [...drafts.values()];
  return {
    phrases: list.map((draft) => draft.phrase),
    meanings: list.map((draft) => meaningOf(draft, seeds.labels, vocabulary, language)),
  };
}

function meaningOf(
  draft: Draft,
  labels: readonly Label[],
  vocabulary: Vocabulary,
  language: string,
): PhraseMeaning {
  const specific = specificity(draft.phrase, vocabulary, language);
  const sharing = (k: number): number =>
    [...draft.labels.keys()].filter((other) => labels[other]!.kind === labels[k]!.kind).length;
  const topical = [...draft.labels.keys()].some((k) => labels[k]!.kind === 'topic');
  const how = (k: number): number => (topical && labels[k]!.kind === 'frame' ? SETTINGS.topicalCue : 1);
  return {
    labels: [...draft.labels].map(
      ([k, sign]) => [k, (sign * how(k) * specific) / Math.sqrt(sharing(k))] as const,
    ),
    groups: [...draft.groups],
    negative: draft.negative,
    home: draft.home,
    rival: draft.rival,
  };
}

/** Names of the countries that no concept group of the beat names; none for a beat that is not about countries. */
function rivalNames(seeds: BeatSeeds, language: string): (readonly [country: number, name: string])[] {
  const own = new Set(
    seeds.conceptGroups.flatMap((group) => countriesIn(group.terms[language] ?? [], language)),
  );
  if (own.size === 0) return [];
  return COUNTRIES.flatMap((country, i) =>
    own.has(i) ? [] : namesOf(country, language).map((name) => [i, name] as const),
  );
}

function countriesIn(terms: readonly string[], language: string): number[] {
  const known = new Set(terms);
  return COUNTRIES.flatMap((country, i) =>
    namesOf(country, language).some((name) => known.has(name)) ? [i] : [],
  );
}

function namesOf(country: (typeof COUNTRIES)[number], language: string): readonly string[] {
  return language === 'ja' ? country.ja : language === 'en' ? country.en : [];
}

/** How much a Japanese phrase says by the number of its kanji and katakana. */
const SPECIFIC_BY_LENGTH_JA = [0.1, 0.2, 0.6, 0.85];

/**
 * How much one meeting of a phrase says, 0.15 to 1: phrases of several words and rare words say most. Rare by the
 * shipped table, not by the stream: a cue shall not lose its weight because the news are full of its subject.
 */
function specificity(phrase: Phrase, vocabulary: Vocabulary, language: string): number {
  if (language === 'ja') {
    const written = [...phrase.text].filter((char) => carriesSubject(foldCode(char.charCodeAt(0)))).length;
    return SPECIFIC_BY_LENGTH_JA[written] ?? 1;
  }
  const content = phrase.ids.filter((id) => id >= STOP_COUNT);
  const rarity = content.reduce(
    (sum, id) => sum - Math.log10(shareOf(vocabulary.terms[id]!, language, emptyBackground)),
    0,
  );
  // A word in a thousand has rarity 3, one in a hundred thousand 5.
  const most = phrase.ids.length === 1 ? SETTINGS.singleWord : 1;
  const written = SETTINGS.perWord * phrase.ids.length;
  return Math.min(most, Math.max(0.15, (rarity - 2.9) / 2.4, phrase.ids.length > 1 ? written : 0));
}

/** Exemplars together weigh as much as a text of this many terms. */
const EXEMPLAR_MASS = 100;
/** A cue phrase counts as this many uses of its words. */
const CUE_MASS = 6;

function labelWeights(
  seeds: BeatSeeds,
  language: string,
  vocabulary: Vocabulary,
  background: BackgroundSnapshot,
): TermWeights {
  const { labels } = seeds;
  const rows = new Map<string, Float64Array>();
  for (const kind of ['topic', 'frame'] as const) {
    const members = [...labels.entries()].filter(([, label]) => label.kind === kind);
    const counts = members.map(([, label]) => labelTerms(label, language));
    const shares = members.map(([, label]) => shareBeside(seeds, label, language, background));
    for (const [term, own] of logOddsWeights(counts, shares)) {
      const row = rows.get(term) ?? new Float64Array(labels.length);
      for (const [i, [k]] of members.entries()) row[k] = own[i]!;
      rows.set(term, row);
    }
  }
  for (const term of rows.keys()) addTerm(vocabulary, term);
  const byId = vocabulary.terms.map((term) => rows.get(term) ?? null);
  return packWeights(byId, labels.filter((label) => label.kind === 'topic').length);
}

/**
 * How common a term is where the label is not meant: in the news at large or in the beat's own prose about its
 * other labels, whichever is more. Words that the whole beat uses (Japan, alliance) thus tell no label.
 */
function shareBeside(seeds: BeatSeeds, label: Label, language: string, background: BackgroundSnapshot) {
  const beside = [
    seeds.description[language] ?? '',
    ...seeds.labels.filter((other) => other.id !== label.id).flatMap((other) => proseOf(other, language)),
    ...seeds.briefs
      .filter(
        (brief) =>
          brief.language === language && !brief.frames.includes(label.id) && !brief.topics.includes(label.id),
      )
      .map((brief) => brief.text),
  ].flatMap((text) => textTerms(text, language));
  const counts = addTerms(new Map(), beside, 1);
  return (term: string): number =>
    Math.max(
      shareOf(term, language, background),
      shareOf(term, language, emptyBackground),
      ((counts.get(term) ?? 0) - 1) / Math.max(MIN_PROSE, beside.length),
    );
}

/** Prose of fewer terms than this says little about what is common. */
const MIN_PROSE = 2_000;

function proseOf(label: Label, language: string): string[] {
  const exemplars = label.exemplars.filter((e) => e.language === language).map((e) => e.text);
  return [label.name[language] ?? '', label.definition[language] ?? '', ...exemplars];
}

function labelTerms(label: Label, language: string): TermCounts {
  const counts: TermCounts = new Map();
  addTerms(counts, textTerms(label.name[language] ?? '', language), 1);
  addTerms(counts, textTerms(label.definition[language] ?? '', language), 1);
  for (const cue of label.cues[language] ?? []) {
    const terms = textTerms(cue, language);
    addTerms(counts, terms, CUE_MASS / Math.max(1, terms.length));
  }
  const exemplars = label.exemplars
    .filter((e) => e.language === language)
    .map((e) => textTerms(e.text, language));
  const total = exemplars.reduce((sum, terms) => sum + terms.length, 0);
  for (const terms of exemplars) addTerms(counts, terms, EXEMPLAR_MASS / Math.max(EXEMPLAR_MASS, total));
  return counts;
}
