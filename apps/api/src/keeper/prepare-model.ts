import { setImmediate as breathe } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type BackgroundSnapshot, createBackground, type TrainingCorrection } from '@framewatch/classifier';
import type { BeatSeeds, Correction } from '@framewatch/contracts';
import type { ModelRow } from '@framewatch/store';
import type { KeeperContext } from './config-keeper.ts';
import { figuresOf, type GoldSet, readGold } from './measure-model.ts';
import { seedsFile } from './names.ts';
import { trainAside } from './train-aside.ts';

type Means = Pick<KeeperContext, 'store' | 'log' | 'now' | 'confirmed' | 'seedsFolder'>;

/** Texts that a model's background statistics are made of: enough for the words that matter, and read in seconds. */
const MOST_TEXTS = 5_000;
/** Texts counted before other work of this process gets its turn. */
const TEXTS_A_TURN = 20;

/**
 * Prepares a new model of a beat where its newest one was made from other seeds, from other corrections or by another
 * method; does nothing otherwise. `seeds` null: those of the newest model, when only corrections changed. The model
 * comes into force when its classifications are complete; a beat's first one at once, for no chart can mix it with another.
 */
export async function prepareModel(
  means: Means,
  beatId: string,
  seeds: { seeds: BeatSeeds; hash: string } | null,
): Promise<void> {
  const { store, log, now } = means;
  const newest = await store.models.findNewest(beatId);
  const row = newest && (await store.models.findById(newest.id));
  const source = seeds ?? (row && { seeds: row.seeds, hash: row.seed_hash });
  if (!source) return;
  const corrections = await readCorrections(means, beatId);
  const gold = await readGold(means.seedsFolder, beatId);
  if (row && source.hash === row.seed_hash && (await isGoodEnough(means, row, corrections))) {
    if (row.figures === null || (row.figures.gold?.hash ?? null) !== gold.hash)
      await measureAgain(means, row, gold);
    return;
  }
  const background = await readBackground(means);
  const trained = await trainAside({ seeds: source.seeds, background, corrections, gold });
  const { version } = trained;
  const figures = figuresOf(trained.gold, await store.corrections.findJudged(beatId), now());
  const model = {
    beatId,
    version,
    seedHash: source.hash,
    seeds: source.seeds,
    background,
    corrections,
    figures,
  };
  const id = await store.models.prepare(model);
  if (id === null) return;
  means.confirmed.add(id);
  log('info', `model ${version} of ${beatId} is being prepared`);
  const at = now().toISOString();
  if ((await store.models.findActive(beatId)) === null) {
    await store.models.activate(id, now());
    await store.events.publish({ kind: 'model', beat: beatId, version, at });
  }
  await store.events.publish({ kind: 'config', file: seedsFile(beatId, ''), problems: 0, at });
}

/**
 * Whether the newest model knows these corrections and was trained by the method of this program. One that is being
 * prepared is let finish without them: else corrections that keep coming would keep every model from coming into force.
 */
async function isGoodEnough(
  means: Means,
  row: ModelRow,
  corrections: readonly TrainingCorrection[],
): Promise<boolean> {
  const isKnown = row.status === 'preparing' || isDeepStrictEqual(corrections, row.corrections);
  return isKnown && (await isOfThisMethod(means, row));
}

/** Measures a model that was never measured, or on other texts than there are now. */
async function measureAgain({ store, now }: Means, row: ModelRow, gold: GoldSet): Promise<void> {
  const corrections = await store.corrections.findJudged(row.beat_id);
  const trained = await trainRow(row, gold);
  await store.models.saveFigures(row.id, figuresOf(trained.gold, corrections, now()));
}

function trainRow(
  { seeds, background, corrections }: ModelRow,
  gold: GoldSet | null,
): ReturnType<typeof trainAside> {
  return trainAside({
    seeds,
    background: background as BackgroundSnapshot,
    corrections: corrections as TrainingCorrection[],
    gold,
  });
}

/** Training takes a second; the answer for a row stays the same for as long as this process runs. */
async function isOfThisMethod({ confirmed }: Means, row: ModelRow): Promise<boolean> {
  if (confirmed.has(row.id)) return true;
  const isSame = (await trainRow(row, null)).version === row.version;
  if (isSame) confirmed.add(row.id);
  return isSame;
}

async function readCorrections({ store }: Means, beatId: string): Promise<TrainingCorrection[]> {
  const corrected = await store.corrections.findTraining(beatId);
  return corrected.map(({ title, text, language, corrections }) => ({
    article: { title, text, ...(language === 'und' ? {} : { language }) },
    labels: corrections.map(({ kind, labelId, decision }) => ({
      kind: kind as Correction['kind'],
      labelId,
      decision,
    })),
  }));
}

async function readBackground({ store }: Means): Promise<BackgroundSnapshot> {
  const background = createBackground();
  const texts = await store.articles.findNewestTexts(MOST_TEXTS);
  for (const [index, { title, text, language }] of texts.entries()) {
    background.add(`${title}\n${text}`, language);
    if (index % TEXTS_A_TURN === TEXTS_A_TURN - 1) await breathe();
  }
  return background.snapshot();
}
