import type { BeatSeeds, Classification, Correction } from '@framewatch/contracts';
import { type CompiledBeat, compileBeat } from './beat/compile-seeds.ts';
import { gatherEvidence } from './beat/evidence.ts';
import { decideLabels } from './beat/label-decisions.ts';
import { type BriefFinder, createBriefFinder } from './beat/nearest-briefs.ts';
import { readRelevance } from './beat/relevance.ts';
import { readSentences } from './beat/sentence-signals.ts';
import { type LexicalNorm, lexicalNorm, sentenceStrengths } from './beat/strength.ts';
import { readVoices } from './beat/voice.ts';
import { type BackgroundSnapshot, emptyBackground } from './lexicon/background.ts';
import { detectLanguage } from './text/language.ts';
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
  const norm = seedNorm(seeds, beat);
  const nearestBriefs = createBriefFinder(seeds, beat, background);
  return (article, version) => classifyWith(beat, norm, nearestBriefs, article, version);
}

function classifyWith(
  beat: CompiledBeat,
  norm: LexicalNorm,
  nearestBriefs: BriefFinder,
  article: ArticleText,
  modelVersion: string,
): Classification {
  const text = beat.analyse(article.title, article.text);
  const signals = readSentences(beat, text);
  const { relevance, passage } = readRelevance(beat, signals);
  const strengths = signals.map((s) => sentenceStrengths(beat, norm, s));
  const scores = decideLabels(beat, signals, strengths, passage);
  const labels =
    relevance.decision === 'no' ? scores.map((s) => ({ ...s, decision: 'no' as const })) : scores;
  const evidence = gatherEvidence(beat, text, signals, strengths, labels, () =>
    readVoices(text, beat.language),
  );
  const briefs = nearestBriefs(text, scores);
  return { language: beat.language, covered: true, relevance, labels, evidence, briefs, modelVersion };
}

/** The sentences of the seeds' own passages, as the norm that lexical sums are measured against. */
function seedNorm(seeds: BeatSeeds, beat: CompiledBeat): LexicalNorm {
  const sentences = seeds.labels.flatMap((label, k) => {
    const exemplars = label.exemplars.filter((e) => e.language === beat.language).map((e) => e.text);
    const about = new Set([k]);
    return [label.definition[beat.language] ?? '', ...exemplars].flatMap((text) =>
      sentencesOf(beat, text, about),
    );
  });
  const briefs = seeds.briefs.filter((brief) => brief.language === beat.language);
  const fromBriefs = briefs.flatMap((brief) => {
    const own = new Set([...brief.topics, ...brief.frames]);
    const about = new Set(seeds.labels.flatMap((label, k) => (own.has(label.id) ? [k] : [])));
    return sentencesOf(beat, brief.text, about);
  });
  return lexicalNorm(seeds.labels.length, [...sentences, ...fromBriefs]);
}

function sentencesOf(beat: CompiledBeat, text: string, about: ReadonlySet<number>) {
  return readSentences(beat, beat.analyse('', text)).map(({ lexical }) => ({ lexical, about }));
}

function languageOf(article: ArticleText, readers: ReadonlyMap<string, Reader | null>): string {
  if (article.language !== undefined && article.language !== 'und' && !readers.has(article.language))
    return article.language;
  const detected = detectLanguage(`${article.title}\n${article.text}`);
  // A page's own word on its language is often a template's; the script of the text is not.
  return detected === 'und' ? (article.language ?? 'und') : detected;
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
