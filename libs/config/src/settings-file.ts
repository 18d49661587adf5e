import { type FileProblem, type Settings, settingsSchema } from '@framewatch/contracts';
import { check } from './zod-problems.ts';
import { readYaml } from './yaml-file.ts';

export interface SettingsFile {
  /** False where the file is no YAML: keep the last good version then. */
  readable: boolean;
  /** With the default in the place of every bad value. Who has an earlier good version should prefer that. */
  settings: Settings;
  problems: FileProblem[];
}

/** Reads framewatch.yaml. A bad value is reported with its line and replaced by its default. */
export function readSettingsFile(text: string, file: string): SettingsFile {
  const yaml = readYaml(text, file);
  if (!('lineOf' in yaml)) {
    // Every setting has a default, so a file of comments alone is fine.
    const onlyComments = text.split('\n').every((line) => /^\s*(#|$|---)/.test(line));
    return {
      readable: onlyComments,
      settings: settingsSchema.parse({}),
      problems: onlyComments ? [] : [yaml],
    };
  }
  const problems: FileProblem[] = yaml.entryErrors.map(({ offset }) => ({
    file,
    line: yaml.lineAt(offset),
    message: 'A key is written twice.',
    remedy: 'Keep one of the two lines.',
  }));
  const checked = check(settingsSchema, yaml.value, { file, yaml, path: [] });
  if (checked.ok) return { readable: true, settings: checked.value, problems };
  const mended = structuredClone(yaml.value);
  // Backwards, so that removing an item of a list does not move the bad ones before it.
  for (const path of checked.paths.toReversed()) removeAt(mended, path);
  const again = settingsSchema.safeParse(mended);
  return {
    readable: again.success,
    settings: again.success ? again.data : settingsSchema.parse({}),
    problems: [...problems, ...checked.problems].sort((a, b) => a.line - b.line),
  };
}

function removeAt(root: unknown, path: readonly PropertyKey[]): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], root);
  const last = path.at(-1);
  if (typeof parent !== 'object' || parent === null || last === undefined) return;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Record<PropertyKey, unknown>)[last];
}
