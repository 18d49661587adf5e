import { nearest } from './nearest.ts';
import type { Report, SeedFile } from './seed-file.ts';

/** A beat's files by what they are. */
export interface SortedFiles {
  beat: SeedFile | null;
  topics: SeedFile[];
  frames: SeedFile[];
  briefs: SeedFile[];
}

type Folder = 'topics' | 'frames' | 'briefs';
const ENDINGS: Readonly<Record<Folder, string>> = { topics: '.yaml', frames: '.yaml', briefs: '.md' };
const FOLDERS = Object.keys(ENDINGS) as Folder[];

/** Sorts a beat's files by folder, in the order of their paths; reports what belongs nowhere and what is missing. */
export function sortFiles(files: readonly SeedFile[], report: Report): SortedFiles {
  const sorted: SortedFiles = { beat: null, topics: [], frames: [], briefs: [] };
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (isOurs(file.path)) place(file, sorted, report);
  }
  reportMissing(sorted, report);
  return sorted;
}

/** Whether a file is meant as seeds: not the README, the gold set, or what editors and systems leave behind. */
export function isOurs(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (path.startsWith('gold/') || /^readme/i.test(name)) return false;
  return !path.split('/').some((part) => part.startsWith('.')) && !/~$|^#|\.(swp|bak|orig|tmp)$/.test(name);
}

function place(file: SeedFile, sorted: SortedFiles, report: Report): void {
  if (file.path === 'beat.yaml') {
    sorted.beat = file;
    return;
  }
  const [folder, ...rest] = file.path.split('/');
  const known = FOLDERS.find((name) => name === folder);
  if (known === undefined || rest.length !== 1) report({ file: file.path, line: 0, ...misplaced(file.path) });
  else if (!file.path.endsWith(ENDINGS[known]))
    report({ file: file.path, line: 0, ...wrongEnding(ENDINGS[known]) });
  else sorted[known].push(file);
}

function misplaced(path: string) {
  const message = 'The file is in no place where seeds are looked for.';
  if (path === 'beat.yml') return { message, remedy: 'Rename it to beat.yaml.' };
  const guess = nearest(path.split('/')[0] ?? '', FOLDERS);
  if (guess !== null && path.includes('/'))
    return { message, remedy: `Move it to the folder ${guess}, without folders inside it.` };
  return { message, remedy: 'Move it to topics/, frames/ or briefs/, or out of this folder.' };
}

function wrongEnding(ending: string) {
  return {
    message: `Files of this folder end in ${ending}.`,
    remedy: `Rename it so that it ends in ${ending}.`,
  };
}

function reportMissing(sorted: SortedFiles, report: Report): void {
  if (sorted.beat === null)
    report({
      file: 'beat.yaml',
      line: 0,
      message: 'The file beat.yaml is missing.',
      remedy: 'Copy it from another beat and change it.',
    });
  for (const folder of ['topics', 'frames'] as const) {
    if (sorted[folder].length > 0) continue;
    const message = `The beat has no ${folder}.`;
    report({ file: `${folder}/`, line: 0, message, remedy: `Write at least one file in ${folder}/.` });
  }
}
