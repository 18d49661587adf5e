import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BeatModel } from '@framewatch/classifier';
import { type Classification, type Correction, type Measure, type ModelFigures } from '@framewatch/contracts';
import { countDecisions, precision, recall } from '@framewatch/measures';
import { asLabelled, loadGold, type PlacedGold } from '@framewatch/seed-loader';
import type { JudgedCorrection } from '@framewatch/store';

/** A beat's texts written for testing, with their hash; none where the beat has no gold folder. */
export interface GoldSet {
  readonly hash: string | null;
  readonly articles: readonly PlacedGold[];
}

/** Reads the gold set of a beat. One with mistakes measures nothing; `npm run evaluate` names them. */
export async function readGold(seedsFolder: string, beatId: string): Promise<GoldSet> {
  const gold = await loadGold(join(seedsFolder, beatId));
  if ('problems' in gold || gold.articles.length === 0) return { hash: null, articles: [] };
  const hash = createHash('sha256').update(JSON.stringify(gold.articles)).digest('hex').slice(0, 16);
  return { hash, articles: gold.articles };
}

/** The figures of a model: on texts written for testing, as its training measured them, and on editors' corrections. */
export function figuresOf(
  gold: ModelFigures['gold'],
  corrections: readonly JudgedCorrection[],
  now: Date,
): ModelFigures {
  return {
    measuredAt: now.toISOString(),
    gold,
    leastCorrections: LEAST_CORRECTIONS,
    corrections: measureOnCorrections(corrections),
  };
}

/** Corrections of a label from which its figures are shown: fewer leave an interval as wide as a guess. */
const LEAST_CORRECTIONS = 30;

type Target = Pick<Correction, 'kind' | 'labelId'>;

interface Verdict {
  readonly decided: boolean;
  readonly actual: boolean;
}

/** How right a trained model is on each label of the gold set; null where the beat has none. */
export function measureOnGold(model: BeatModel, { hash, articles }: GoldSet): ModelFigures['gold'] {
  if (hash === null) return null;
  const read = articles.map((article) => {
    const { title, text } = asLabelled(article);
    const classified = model.classify({ title, text, language: article.language });
    return { classified, article, heldOut: article.file.startsWith('gold/held-out-') };
  });
  const targets: Target[] = [
    { kind: 'relevance', labelId: 'relevance' },
    ...(read[0]?.classified.labels ?? []),
  ];
  const heldOut = read.filter((one) => one.heldOut);
  return {
    hash,
    texts: read.length,
    heldOut: heldOut.length,
    labels: targets.map(({ kind, labelId }) => {
      const verdict = ({ classified, article }: (typeof read)[number]): Verdict => ({
        decided: decides(classified, { kind, labelId }),
        actual: carries(article, { kind, labelId }),
      });
      return { kind, labelId, all: measure(read.map(verdict)), heldOut: measure(heldOut.map(verdict)) };
    }),
  };
}

function decides({ relevance, labels }: Classification, { kind, labelId }: Target): boolean {
  if (kind === 'relevance') return relevance.decision === 'yes';
  return labels.some((label) => label.kind === kind && label.labelId === labelId && label.decision === 'yes');
}

function carries(article: PlacedGold, { kind, labelId }: Target): boolean {
  if (kind === 'relevance') return article.relevant;
  return (kind === 'topic' ? article.topics : article.frames).includes(labelId);
}

function measureOnCorrections(corrections: readonly JudgedCorrection[]): ModelFigures['corrections'] {
  const byTarget = new Map<string, JudgedCorrection[]>();
  for (const one of corrections) {
    const key = `${one.kind} ${one.labelId}`;
    byTarget.set(key, [...(byTarget.get(key) ?? []), one]);
  }
  return [...byTarget.values()].map((own) => {
    const { kind, labelId } = own[0]!;
    const verdicts = own.map(({ said, decision }) => ({
      decided: said === 'yes',
      actual: decision === 'yes',
    }));
    return { kind, labelId, measure: measure(verdicts) };
  });
}

function measure(verdicts: readonly Verdict[]): Measure {
  const counts = countDecisions(verdicts);
  return {
    n: verdicts.length,
    positives: counts.tp + counts.fn,
    precision: precision(counts),
    recall: recall(counts),
  };
}
