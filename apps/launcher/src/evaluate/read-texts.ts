import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BeatSeeds, FileProblem } from '@framewatch/contracts';
import { asLabelled, type LabelledArticle, loadGold, loadLabelled, loadSeeds } from '@framewatch/seed-loader';
import type { EvaluateOptions } from './options.ts';

/** Which of the texts: `tuning` ones were read while the cues were written, `held-out` ones were not. */
export type Part = 'tuning' | 'held-out' | 'labelled';

/** A labelled article and the part that it belongs to. */
export interface Text extends LabelledArticle {
  readonly part: Part;
}

/** A beat and the labelled texts that it is to be measured on. */
export interface Material {
  readonly seeds: BeatSeeds;
  readonly texts: readonly Text[];
}

/** Reads seeds and labelled texts; every mistake in them is named with its file and line. */
export async function readMaterial(seedsFolder: string, options: EvaluateOptions): Promise<Material> {
  const folder = join(seedsFolder, options.beat ?? (await onlyBeat(seedsFolder)));
  const loaded = await loadSeeds(folder);
  if ('problems' in loaded) throw inWords('The seeds cannot be used:', loaded.problems);
  const { seeds } = loaded;
  const texts =
    options.file === null ? await goldTexts(folder, seeds.id) : await ownTexts(options.file, seeds);
  return { seeds, texts };
}

async function goldTexts(folder: string, beat: string): Promise<Text[]> {
  const gold = await loadGold(folder);
  if ('problems' in gold) throw inWords('The gold set cannot be used:', gold.problems);
  if (gold.articles.length === 0)
    throw new Error(
      `The beat ${beat} has no texts written for testing (no gold/*.jsonl in its folder).\nName a file of labelled articles: npm run evaluate -- --beat ${beat} --file labelled.jsonl`,
    );
  return gold.articles.map((article) => ({
    ...asLabelled(article),
    part: article.file.startsWith('gold/held-out-') ? 'held-out' : 'tuning',
  }));
}

async function ownTexts(file: string, seeds: BeatSeeds): Promise<Text[]> {
  const ids = (kind: string) => new Set(seeds.labels.filter((l) => l.kind === kind).map(({ id }) => id));
  const read = await loadLabelled(file, { topics: ids('topic'), frames: ids('frame') });
  if ('problems' in read) throw inWords('The labelled articles cannot be used:', read.problems);
  return read.articles.map((article) => ({ ...article, part: 'labelled' }));
}

async function onlyBeat(seedsFolder: string): Promise<string> {
  const entries = await readdir(seedsFolder, { withFileTypes: true }).catch(() => {
    throw new Error(`The folder ${seedsFolder} cannot be read; FRAMEWATCH_SEEDS can name another.`);
  });
  const beats = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const [only] = beats;
  if (beats.length === 1 && only) return only.name;
  const names = beats.map(({ name }) => name).join(', ') || 'none';
  throw new Error(`Say which beat is meant: npm run evaluate -- --beat BEAT. There is: ${names}.`);
}

const MOST_PROBLEMS = 20;

function inWords(head: string, problems: readonly FileProblem[]): Error {
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ file, line, message, remedy }) => {
    const place = line > 0 ? `${file}, line ${line}` : file;
    return `  ${place}: ${message} ${remedy}`;
  });
  const more = problems.length - lines.length;
  return new Error([head, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n'));
}
