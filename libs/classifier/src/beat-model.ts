import type { BeatSeeds, Classification, Decision, LabelScore, Relevance } from '@framewatch/contracts';
import { type CompiledBeat, compileBeat } from './beat/compile-seeds.ts';
import { gatherEvidence } from './beat/evidence.ts';
import { decideLabel, decideLabels } from './beat/label-decisions.ts';
import { type BriefFinder, createBriefFinder } from './beat/nearest-briefs.ts';
import { decideRelevance, readRelevance } from './beat/relevance.ts';
import { createReusedRoom } from './beat/room.ts';
import { SETTINGS } from './beat/settings.ts';
import { readSignals } from './beat/sentence-signals.ts';
import { seedSentences } from './beat/seed-sentences.ts';
import { type LexicalNorm, lexicalNorm, sentenceStrengths } from './beat/strength.ts';
import { readVoices } from './beat/voice.ts';
import {
  type ArticleText,
  articleKey,
  collectVerdicts,
  learnShifts,
  scoresByTarget,
  type Shifts,
  shiftedScore,
  type TrainingCorrection,
  targetOf,
  type Verdicts,
} from './learning/corrections.ts';
import { type BackgroundSnapshot, emptyBackground, textTerms } from './lexicon/background.ts';
import { termRarity, type TermVector, termVector } from './scoring/term-vector.ts';
import { detectLanguage, isPlausible } from './text/language.ts';
import { fingerprint } from './version.ts';

/** Raised whenever the method changes, so that equal seeds under another method are another model. */
const METHOD = 1;

/** What a model is made of. */
export interface BeatTraining {
  readonly seeds: BeatSeeds;
  readonly background?: BackgroundSnapshot;
  readonly corrections?: readonly TrainingCorrection[];
}

/** A trained model of one beat. */
export interface BeatModel {
  /** Fingerprint of everything that the model was trained from. */
  readonly version: string;
  /** A pure function of the article's words. */
  classify(article: ArticleText): Classification;
}

/** Builds the model of a beat from its seeds, the stream's statistics and editors' corrections; takes about a second. */
export function trainBeatModel({
  seeds,
  background = emptyBackground,
  corrections = [],
}: BeatTraining): BeatModel {
  const version = fingerprint({ METHOD, SETTINGS, seeds, background, corrections });
  const verdicts = collectVerdicts(corrections);
  const languages = new Set(seeds.languages);
  const inLanguage = (language: string): TrainingCorrection[] =>
    corrections.filter(({ article }) => languageOf(article, languages) === language);
  const readers = new Map(
    seeds.languages.map((language) => [
      language,
      createReader({ seeds, background, verdicts, corrections: inLanguage(language) }, language),
    ]),
  );
  return {
    version,
    classify(article) {
      const language = languageOf(article, languages);
      const reader = readers.get(language) ?? null;
      return reader === null ? uncovered(seeds, language, version) : classifyWith(reader, article, version);
    },
  };
}

interface ReaderTraining {
  readonly seeds: BeatSeeds;
  readonly background: BackgroundSnapshot;
  readonly corrections: readonly TrainingCorrection[];
  readonly verdicts: Verdicts;
}

/** All that is needed to classify texts in one language. */
interface Reader {
  readonly beat: CompiledBeat;
  /** For the tables of the text that is being read. */
  readonly room: ReturnType<typeof createReusedRoom>;
  readonly norm: LexicalNorm;
  readonly rarity: Float64Array;
  readonly nearestBriefs: BriefFinder;
  readonly verdicts: Verdicts;
  readonly shifts: Shifts;
}

function createReader(
  { seeds, background, corrections, verdicts }: ReaderTraining,
  language: string,
): Reader | null {
  const moreTerms = corrections.flatMap(({ article }) =>
    textTerms(`${article.title}\n${article.text}`, language),
  );
  const beat = compileBeat(seeds, language, background, moreTerms);
  if (beat === null) return null;
  const norm = lexicalNorm(beat.labels.length, seedSentences(seeds, beat));
  const rarity = termRarity(beat.vocabulary, language, background);
  const nearestBriefs = createBriefFinder(seeds, beat, rarity);
  const untaught = {
    beat,
    room: createReusedRoom(),
    norm,
    rarity,
    nearestBriefs,
    verdicts,
    shifts: new Map(),
  };
  const articles = new Map(corrections.map(({ article }) => [articleKey(article), article]));
  const readings = [...articles.values()].map((article) => {
    const { signals, relevance, scores } = readScores(untaught, article);
    const vector = termVector(signals.text, rarity);
    return { article, vector, scores: scoresByTarget(relevance.score, scores) };
  });
  return { ...untaught, shifts: learnShifts(verdicts, readings) };
}

/** What the seeds alone say of an article. */
function readScores({ beat, room, norm }: Reader, article: ArticleText) {
  room.begin();
  const signals = readSignals(beat, beat.analyse(article.title, article.text), room);
  const strengths = sentenceStrengths(beat, norm, signals, room);
  const { relevance, passage } = readRelevance(beat, signals, room);
  return { signals, strengths, relevance, scores: decideLabels(beat, signals, strengths, passage) };
}

function classifyWith(reader: Reader, article: ArticleText, modelVersion: string): Classification {
  const { beat, nearestBriefs } = reader;
  const { signals, strengths, ...read } = readScores(reader, article);
  const { relevance, scores } = correct(reader, article, read, () => termVector(signals.text, reader.rarity));
  const base = { language: beat.language, covered: true, relevance, modelVersion };
  if (relevance.decision === 'no') {
    return { ...base, labels: scores.map((s) => ({ ...s, decision: 'no' })), evidence: [], briefs: [] };
  }
  const evidence = gatherEvidence(beat, signals, strengths, scores, () =>
    readVoices(signals.text, beat.language),
  );
  return { ...base, labels: scores, evidence, briefs: nearestBriefs(signals.text, scores) };
}

interface Read {
  readonly relevance: Relevance;
  readonly scores: LabelScore[];
}

/** Applies what corrections taught, and on a corrected article itself the editor's word. */
function correct(reader: Reader, article: ArticleText, read: Read, vectorOf: () => TermVector): Read {
  const { shifts, verdicts } = reader;
  if (verdicts.size === 0) return read;
  const vector = vectorOf();
  const own = verdicts.get(articleKey(article));
  const corrected = (target: string, score: number, decide: (score: number) => Decision) => {
    const verdict = own?.get(target);
    if (verdict !== undefined) return { score: verdict === 'yes' ? 1 : 0, decision: verdict };
    const shifted = shiftedScore(shifts, target, score, vector);
    return { score: shifted, decision: decide(shifted) };
  };
  return {
    relevance: { ...read.relevance, ...corrected('relevance', read.relevance.score, decideRelevance) },
    scores: read.scores.map((s) => ({ ...s, ...corrected(targetOf(s), s.score, decideLabel) })),
  };
}

function languageOf({ title, text, language }: ArticleText, languages: ReadonlySet<string>): string {
  // A page's own word on its language is often a template's; the script of the text is not.
  if (language !== undefined && languages.has(language) && isPlausible(text, language)) return language;
  const detected = detectLanguage(`${title}\n${text}`);
  return detected === 'und' ? (language ?? 'und') : detected;
}

function uncovered(seeds: BeatSeeds, language: string, modelVersion: string): Classification {
  const groups = seeds.conceptGroups.map(({ id }) => ({ id, mentions: 0, inLead: false }));
  return {
    language,
    covered: false,
    relevance: { score: 0, decision: 'no', groups, sentences: [] },
    labels: seeds.labels.map(({ kind, id }) => ({ kind, labelId: id, score: 0, decision: 'no' })),
    evidence: [],
    briefs: [],
    modelVersion,
  };
}

export type { ArticleText, TrainingCorrection } from './learning/corrections.ts';
