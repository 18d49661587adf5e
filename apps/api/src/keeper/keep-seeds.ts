import type { FileProblem } from '@framewatch/contracts';
import { type LoadedBeat, loadAllSeeds } from '@framewatch/seed-loader';
import type { KeeperContext } from './config-keeper.ts';
import { accept, keepLast } from './keep-config.ts';
import { seedsFile } from './names.ts';
import { prepareModel } from './prepare-model.ts';

/**
 * Reads every beat and prepares models for those that changed. A beat with a mistake keeps its last good seeds and
 * model; a beat whose folder is gone is retired, unless all of them are gone, which looks like a missing mount.
 */
export async function keepSeeds(context: KeeperContext): Promise<void> {
  const beats = await loadBeats(context);
  if (beats === null) return;
  for (const { folder, result } of beats) {
    if ('problems' in result) await keepMistakes(context, folder, result.problems);
    else {
      await accept(context, `seeds:${folder}`, seedsFile(folder, ''), {
        content: result.seeds,
        problems: [],
      });
      await prepareModel(context, folder, result);
    }
  }
  await retire(context, beats);
}

async function loadBeats(context: KeeperContext): Promise<LoadedBeat[] | null> {
  const report = (message: string, remedy: string) =>
    accept(context, 'seeds', 'seeds', {
      content: null,
      problems: [{ file: 'seeds', line: 0, message, remedy }],
    });
  const beats = await loadAllSeeds(context.seedsFolder).catch(async (error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    await report(
      `The folder cannot be read (${code ?? 'unknown reason'}).`,
      'Put it back, or name it in FRAMEWATCH_SEEDS; until then the last good seeds stay in force.',
    );
    return null;
  });
  if (beats === null) return null;
  if (beats.length === 0) {
    await report(
      'The folder holds no beat.',
      'Put a folder with a beat.yaml into it; seeds/README.md says how.',
    );
    return null;
  }
  await accept(context, 'seeds', 'seeds', { content: null, problems: [] });
  return beats;
}

async function keepMistakes(context: KeeperContext, folder: string, problems: FileProblem[]): Promise<void> {
  const named = problems.map((problem) => ({ ...problem, file: seedsFile(folder, problem.file) }));
  await keepLast(context, `seeds:${folder}`, seedsFile(folder, ''), named, null);
}

async function retire(context: KeeperContext, beats: readonly LoadedBeat[]): Promise<void> {
  const { store, now, log } = context;
  const kept = beats.map(({ folder }) => folder);
  const gone = new Set(
    (await store.models.findLive()).map(({ beatId }) => beatId).filter((id) => !kept.includes(id)),
  );
  if (gone.size === 0) return;
  await store.models.retireBeatsExcept(kept, now());
  for (const beatId of gone) {
    log('info', `the beat ${beatId} is gone from seeds/; its articles stay`);
    await accept(context, `seeds:${beatId}`, seedsFile(beatId, ''), { content: null, problems: [] });
  }
}
