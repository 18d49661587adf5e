import {
  type BeatSeeds,
  type Brief,
  type FileProblem,
  type Label,
  type LabelKind,
} from '@framewatch/contracts';
import { hashSeeds } from './hash-seeds.ts';
import { type BeatFile, readBeat } from './read-beat.ts';
import { type KnownLabels, readBrief } from './read-brief.ts';
import { readLabel } from './read-label.ts';
import { type Report, type SeedFile, stem } from './seed-file.ts';
import { sortFiles } from './sort-files.ts';

/** A beat's seeds with the hash of what they say, or everything that keeps them from being read. */
export type SeedResult = { seeds: BeatSeeds; hash: string } | { problems: FileProblem[] };

/**
 * Reads a beat's files. All mistakes of all files are reported in one pass, by file and line. `folder`, where it
 * is known, must be the beat's id.
 */
export function parseSeeds(files: readonly SeedFile[], folder: string | null = null): SeedResult {
  const problems: FileProblem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const sorted = sortFiles(files.map(withoutMark), report);
  const { beat, languages } = sorted.beat === null ? NO_BEAT : readBeat(sorted.beat, folder, report);
  const labels = [
    ...readLabels('topic', sorted.topics, languages, report),
    ...readLabels('frame', sorted.frames, languages, report),
  ];
  checkTwins(sorted.topics, sorted.frames, report);
  const known: KnownLabels = { topics: stems(sorted.topics), frames: stems(sorted.frames) };
  const briefs = sorted.briefs.map((file) => readBrief(file, languages, known, report));
  if (problems.length > 0 || beat === null) return { problems: inOrder(problems) };
  return complete(beat, labels, present(briefs));
}

/** Some editors start a file with a byte order mark, which would hide its first line. */
function withoutMark({ path, text }: SeedFile): SeedFile {
  return { path, text: text.replace(/^\uFEFF/, '') };
}

const NO_BEAT = { beat: null, languages: null };

function readLabels(
  kind: LabelKind,
  files: SeedFile[],
  languages: readonly string[] | null,
  report: Report,
): Label[] {
  return present(files.map((file) => readLabel(kind, file, languages, report)));
}

/** A topic and a frame of one name could not be told apart in filters and addresses. */
function checkTwins(topics: SeedFile[], frames: SeedFile[], report: Report): void {
  const known = stems(topics);
  for (const { path } of frames) {
    if (!known.has(stem(path))) continue;
    const message = `There is a topic with the id "${stem(path)}" already.`;
    report({ file: path, line: 0, message, remedy: 'Rename this file and its id.' });
  }
}

function complete(beat: BeatFile, labels: Label[], briefs: Brief[]): SeedResult {
  const seeds: BeatSeeds = { ...beat, labels, briefs };
  return { seeds, hash: hashSeeds(seeds) };
}

function stems(files: readonly SeedFile[]): Set<string> {
  return new Set(files.map((file) => stem(file.path)));
}

function present<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value) => value !== null);
}

/** By file, then by line. */
export function inOrder(problems: FileProblem[]): FileProblem[] {
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
