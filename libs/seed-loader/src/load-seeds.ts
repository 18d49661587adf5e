import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import type { FileProblem } from '@framewatch/contracts';
import { type GoldResult, parseGold } from './parse-gold.ts';
import { type LabelledResult, parseLabelled } from './parse-labelled.ts';
import type { KnownLabels } from './read-brief.ts';
import { inOrder, parseSeeds, type SeedResult } from './parse-seeds.ts';
import { decodeSeedFile, type SeedFile, stem } from './seed-file.ts';
import { isOurs } from './sort-files.ts';

/** One beat's folder and what came of reading it. */
export interface LoadedBeat {
  folder: string;
  result: SeedResult;
}

/** Reads the beat in one folder, such as `seeds/us-japan-alliance`. A folder that cannot be read is a problem too. */
export async function loadSeeds(dir: string): Promise<SeedResult> {
  const { files, problems } = await readFolder(dir, isOurs);
  const result = parseSeeds(files, basename(resolve(dir)));
  if (problems.length === 0) return result;
  return { problems: inOrder([...problems, ...('problems' in result ? result.problems : [])]) };
}

/** Reads every beat below a folder such as `seeds`, in the order of their names. */
export async function loadAllSeeds(root: string): Promise<LoadedBeat[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const names = folders.map((entry) => entry.name).sort();
  return Promise.all(names.map(async (folder) => ({ folder, result: await loadSeeds(join(root, folder)) })));
}

/** Reads the gold set (`gold/*.jsonl`) of the beat in one folder; its labels must be files of that beat. */
export async function loadGold(dir: string): Promise<GoldResult> {
  const { files, problems } = await readFolder(dir, (path) =>
    /^(?:gold|topics|frames)\/[^/]+\.(?:jsonl|yaml)$/.test(path),
  );
  const under = (folder: string) => files.filter((file) => file.path.startsWith(folder));
  const ids = (folder: string) => new Set(under(folder).map((file) => stem(file.path)));
  const result = parseGold(under('gold/'), { topics: ids('topics/'), frames: ids('frames/') });
  if (problems.length === 0) return result;
  return { problems: inOrder([...problems, ...('problems' in result ? result.problems : [])]) };
}

/** Reads one JSONL file of labelled articles; its labels must be those of the beat. Problems name the file as it was given. */
export async function loadLabelled(path: string, labels: KnownLabels): Promise<LabelledResult> {
  const read = await readOne('.', path);
  return 'problem' in read ? { problems: [read.problem] } : parseLabelled(read, labels);
}

/** The wanted files below a folder, in the order of their paths. */
async function readFolder(dir: string, wanted: (path: string) => boolean) {
  const files: SeedFile[] = [];
  const problems: FileProblem[] = [];
  for (const path of (await listFiles(dir, problems)).filter(wanted).sort()) {
    const read = await readOne(dir, path);
    if ('problem' in read) problems.push(read.problem);
    else files.push(read);
  }
  return { files, problems };
}

/** A file can be gone or closed between listing and reading. */
async function readOne(dir: string, path: string): Promise<SeedFile | { problem: FileProblem }> {
  try {
    return decodeSeedFile(path, await readFile(resolve(dir, path)));
  } catch {
    const message = 'The file cannot be opened.';
    return { problem: { file: path, line: 0, message, remedy: 'Check that it is there and may be read.' } };
  }
}

async function listFiles(dir: string, problems: FileProblem[]): Promise<string[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true, recursive: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(resolve(entry.parentPath), entry.name));
    return paths.map((path) =>
      path
        .slice(resolve(dir).length + 1)
        .split(sep)
        .join('/'),
    );
  } catch {
    problems.push({
      file: '.',
      line: 0,
      message: 'The folder cannot be read.',
      remedy: `Check that ${dir} exists and may be read.`,
    });
    return [];
  }
}
