import type { BeatSeeds, Classification, Correction } from '@framewatch/contracts';
import { type CompiledBeat, compileBeat } from './beat/compile-seeds.ts';
import { gatherEvidence } from './beat/evidence.ts';
import { decideLabels } from './beat/label-decisions.ts';
import { type BriefFinder, createBriefFinder } from './beat/nearest-briefs.ts';
import { readRelevance } from './beat/relevance.ts';
import { readSignals } from './beat/sentence-signals.ts';
import { type LexicalNorm, lexicalNorm, type SeedSentences, sentenceStrengths } from './beat/strength.ts';
import { readVoices } from './beat/voice.ts';
import { type BackgroundSnapshot, emptyBackground } from './lexicon/background.ts';
import { detectLanguage, isPlausible } from './text/language.ts';
import { fingerprint } from './version.ts';

/** Raised whenever the method changes, so that equal seeds under another method are another model. */
const METHOD = 1;

/** An article as the classifier sees it: never its outlet, byline or address. */
export interface ArticleText {
  readonly title: string;
  readonly text: string;
  readonly language?: string;
}

/** An editor's labels for one article, kept as data; a model is a pure function of seeds and corrections. */
export interface TrainingCorrection {
  readonly article: ArticleText;
  readonly labels: readonly Correction[];
}

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

/** Builds the model of a beat from its seeds, the stream's statistics and editors' corrections; takes well under a second. */
export function trainBeatModel({
  seeds,
  background = emptyBackground,
  corrections = [],
}: BeatTraining): BeatModel {
  const version = fingerprint({ METHOD, seeds, background, corrections });
  const readers = new Map(
    seeds.languages.map((language) => [language, createReader(seeds, language, background)]),
  );
  return {
    version,
    classify(article) {
      const language = languageOf(article, readers);
      const reader = readers.get(language) ?? null;
      return reader === null ? uncovered(seeds, language, version) : reader(article, version);
    },
  };
}

type Reader = (article: ArticleText, version: string) => Classification;

function createReader(seeds: BeatSeeds, language: string, background: BackgroundSnapshot): Reader | null {
  const beat = compileBeat(seeds, language, background);
  if (beat === null) return null;
  const sentences = seedSentences(seeds, beat);
  const norm = lexicalNorm(beat.labels.length, sentences);
  const nearestBriefs = createBriefFinder(seeds, beat, background);
  return (article, version) => classifyWith({ beat, norm, nearestBriefs }, article, version);
}

interface ReaderParts {
  readonly beat: CompiledBeat;
  readonly norm: LexicalNorm;
  readonly nearestBriefs: BriefFinder;
}

function classifyWith(
  { beat, norm, nearestBriefs }: ReaderParts,
  article: ArticleText,
  modelVersion: string,
): Classification {
  const signals = readSignals(beat, beat.analyse(article.title, article.text));
  const strengths = sentenceStrengths(beat, norm, signals);
  const { relevance, passage } = readRelevance(beat, signals);
  const scores = decideLabels(beat, signals, strengths, passage);
  const base = { language: beat.language, covered: true, relevance, modelVersion };
  if (relevance.decision === 'no') {
    return { ...base, labels: scores.map((s) => ({ ...s, decision: 'no' })), evidence: [], briefs: [] };
  }
  const evidence = gatherEvidence(beat, signals, strengths, scores, () =>
    readVoices(signals.text, beat.language),
  );
  return { ...base, labels: scores, evidence, briefs: nearestBriefs(signals.text, scores) };
}

/** The sentences of the seeds' own prose: the norm that a text's sentences are measured against. */
export function seedSentences(seeds: BeatSeeds, beat: CompiledBeat): SeedSentences[] {
  const read = (text: string, about: ReadonlySet<number>): SeedSentences => ({
    signals: readSignals(beat, beat.analyse('', text)),
    about,
  });
  const fromLabels = beat.labels.flatMap((label, k) => {
    const exemplars = label.exemplars.filter((e) => e.language === beat.language).map((e) => e.text);
    return [label.definition[beat.language] ?? '', ...exemplars].map((text) => read(text, new Set([k])));
  });
  const fromBriefs = seeds.briefs
    .filter((brief) => brief.language === beat.language)
    .map((brief) => {
      const own = new Set([...brief.topics, ...brief.frames]);
      return read(brief.text, new Set(beat.labels.flatMap((label, k) => (own.has(label.id) ? [k] : []))));
    });
  return [...fromLabels, ...fromBriefs];
}

function languageOf(
  { title, text, language }: ArticleText,
  readers: ReadonlyMap<string, Reader | null>,
): string {
  // A page's own word on its language is often a template's; the script of the text is not.
  if (language !== undefined && readers.has(language) && isPlausible(text, language)) return language;
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
