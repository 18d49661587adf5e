import type { BeatSeeds, Label } from '@framewatch/contracts';
import { COUNTRIES } from '../data/countries.ts';
import { type BackgroundSnapshot, shareOf, textTerms } from '../lexicon/background.ts';
import { compilePhrase, createPhraseFinder, type Phrase, type PhraseFinder } from '../lexicon/phrases.ts';
import { addTerm, createVocabulary, STOP_COUNT, type Vocabulary } from '../lexicon/vocabulary.ts';
import { addTerms, logOddsWeights, type TermCounts } from '../scoring/log-odds.ts';
import { type Analyser, createAnalyser } from '../text/analyse.ts';

/** What a phrase of the seeds stands for: a cue of labels, a term of concept groups, or a negative concept. */
export interface PhraseMeaning {
  /** Number of the label and the cue's weight; below zero for a negative cue. */
  readonly labels: readonly (readonly [label: number, weight: number])[];
  readonly groups: readonly number[];
  readonly negative: boolean;
  /** Number of a country that the beat is not about; -1 for every other phrase. */
  readonly rival: number;
}

/** A beat's seeds in one language, compiled for fast matching. */
export interface CompiledBeat {
  readonly language: string;
  readonly labels: readonly Label[];
  readonly groupIds: readonly string[];
  /** For each concept group whether it names a country. */
  readonly countryGroups: readonly boolean[];
  readonly vocabulary: Vocabulary;
  readonly analyse: Analyser;
  readonly findPhrases: PhraseFinder;
  readonly phrases: readonly Phrase[];
  readonly meanings: readonly PhraseMeaning[];
  /** Log-odds weights: row per term number, column per label. */
  readonly weights: Float32Array;
}

/** Compiles what the seeds say in `language`; null where they have no concept terms in it. */
export function compileBeat(
  seeds: BeatSeeds,
  language: string,
  background: BackgroundSnapshot,
): CompiledBeat | null {
  if (seeds.conceptGroups.some((group) => (group.terms[language] ?? []).length === 0)) return null;
  const vocabulary = createVocabulary();
  const { phrases, meanings } = compilePhrases(seeds, language, vocabulary, background);
  const weights = labelWeights(seeds.labels, language, vocabulary, background);
  return {
    language,
    labels: seeds.labels,
    groupIds: seeds.conceptGroups.map((group) => group.id),
    countryGroups: seeds.conceptGroups.map(
      (group) => countriesIn(group.terms[language] ?? [], language).length > 0,
    ),
    vocabulary,
    analyse: createAnalyser(vocabulary, language),
    findPhrases: createPhraseFinder(phrases, vocabulary.terms.length, language !== 'ja'),
    phrases,
    meanings,
    weights,
  };
}

interface Draft {
  phrase: Phrase;
  labels: Map<number, number>;
  groups: Set<number>;
  negative: boolean;
  rival: number;
}

function compilePhrases(
  seeds: BeatSeeds,
  language: string,
  vocabulary: Vocabulary,
  background: BackgroundSnapshot,
) {
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
  const list = [...drafts.values()];
  return {
    phrases: list.map((draft) => draft.phrase),
    meanings: list.map((draft) => meaningOf(draft, seeds.labels, vocabulary, language, background)),
  };
}

function meaningOf(
  draft: Draft,
  labels: readonly Label[],
  vocabulary: Vocabulary,
  language: string,
  background: BackgroundSnapshot,
): PhraseMeaning {
  const specific = specificity(draft.phrase, vocabulary, language, background);
  const sharing = (k: number): number =>
    [...draft.labels.keys()].filter((other) => labels[other]!.kind === labels[k]!.kind).length;
  return {
    labels: [...draft.labels].map(([k, sign]) => [k, (sign * specific) / Math.sqrt(sharing(k))] as const),
    groups: [...draft.groups],
    negative: draft.negative,
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

/** How much one meeting of a phrase says, 0.15 to 1: phrases of several words and rare words say most. */
function specificity(
  phrase: Phrase,
  vocabulary: Vocabulary,
  language: string,
  background: BackgroundSnapshot,
): number {
  if (language === 'ja') return [0, 0.15, 0.4, 0.7, 0.9][phrase.ids.length] ?? 1;
  const content = phrase.ids.filter((id) => id >= STOP_COUNT);
  if (content.length === 0) return 0.3;
  const rarity = content.reduce(
    (sum, id) => sum - Math.log10(shareOf(vocabulary.terms[id]!, language, background)),
    0,
  );
  // A word in a thousand has rarity 3, one in a hundred thousand 5.
  return Math.min(1, Math.max(0.15, (rarity - 2.9) / 2.4));
}

/** Exemplars together weigh as much as a text of this many terms. */
const EXEMPLAR_MASS = 100;
/** A cue phrase counts as this many uses of its words. */
const CUE_MASS = 6;

function labelWeights(
  labels: readonly Label[],
  language: string,
  vocabulary: Vocabulary,
  background: BackgroundSnapshot,
): Float32Array {
  const rows = new Map<string, Float64Array>();
  for (const kind of ['topic', 'frame'] as const) {
    const members = [...labels.entries()].filter(([, label]) => label.kind === kind);
    const counts = members.map(([, label]) => labelTerms(label, language));
    const weights = logOddsWeights(counts, { shareOf: (term) => shareOf(term, language, background) });
    for (const [term, own] of weights) {
      const row = rows.get(term) ?? new Float64Array(labels.length);
      for (const [i, [k]] of members.entries()) row[k] = own[i]!;
      rows.set(term, row);
    }
  }
  for (const term of rows.keys()) addTerm(vocabulary, term);
  const matrix = new Float32Array(vocabulary.terms.length * labels.length);
  for (const [term, row] of rows) matrix.set(row, addTerm(vocabulary, term) * labels.length);
  return matrix;
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
