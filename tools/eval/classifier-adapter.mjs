/** Gives the classifier the names by which the evaluator of labelled news texts calls it; renames fields, nothing more. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainBeatModel, trainLabelModel } from '../../libs/classifier/dist/index.js';
import { loadSeeds } from '../../libs/seed-loader/dist/index.js';

const SEEDS = fileURLToPath(new URL('../../seeds/us-japan-alliance', import.meta.url));

/** A few-shot classifier of the labels that the evaluator describes. */
export function createClassifier({ kind, language, labels, background }) {
  return trainLabelModel({ kind, language, labels, background });
}

/** The model of the shipped beat, as a worker trains it on its first day: from the seeds alone. */
export async function createBeat(dir = SEEDS) {
  const loaded = await loadSeeds(path.resolve(dir));
  if ('problems' in loaded) throw new Error(loaded.problems.map((p) => `${p.file}: ${p.message}`).join('\n'));
  const model = trainBeatModel({ seeds: loaded.seeds });
  return {
    classify(article) {
      const { relevance, labels } = model.classify({ title: '', ...article });
      const scores = (kind) =>
        Object.fromEntries(labels.filter((l) => l.kind === kind).map((l) => [l.labelId, l.score]));
      return { relevance: relevance.score, topics: scores('topic'), frames: scores('frame') };
    },
  };
}
