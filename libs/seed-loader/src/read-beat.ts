import { checkShape } from './check-shape.ts';
import type { Report, SeedFile } from './seed-file.ts';
import { beatFileSchema } from './shapes.ts';
import { checkKnownLanguages, checkLanguages, checkRepeats, textAt, valueAt } from './words.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

export type BeatFile = ReturnType<typeof beatFileSchema.parse>;

/** What `beat.yaml` says. The languages are known even where something else in it is wrong. */
export interface ReadBeat {
  beat: BeatFile | null;
  languages: readonly string[] | null;
}

/** Reads `beat.yaml`; `folder` is the name of the beat's folder, which must be its id (null: not known). */
export function readBeat(file: SeedFile, folder: string | null, report: Report): ReadBeat {
  const text = readYaml(file, report);
  if (text === null) return { beat: null, languages: null };
  const beat = checkShape(text, beatFileSchema, report);
  if (folder !== null) checkFolder(text, folder, report);
  const languages = languagesOf(text);
  checkGroups(text, languages, report);
  checkRepeats(text, ['negativeConcepts'], report);
  if (languages !== null) {
    for (const field of ['name', 'description']) checkLanguages(text, [field], languages, report);
    checkKnownLanguages(text, ['negativeConcepts'], languages, report);
  }
  return { beat, languages };
}

function languagesOf(text: YamlText): string[] | null {
  const languages = valueAt(text.value, ['languages']);
  if (!Array.isArray(languages)) return null;
  const texts = languages.filter((language) => typeof language === 'string');
  return texts.length === 0 ? null : texts;
}

function checkFolder(text: YamlText, folder: string, report: Report): void {
  const id = textAt(text.value, ['id']);
  if (id === null || id === folder) return;
  report({
    file: text.file,
    line: text.lineOf(['id']),
    message: `The id is "${id}", but the folder is called "${folder}".`,
    remedy: `Write "id: ${folder}", or rename the folder.`,
  });
}

function checkGroups(text: YamlText, languages: readonly string[] | null, report: Report): void {
  const groups = valueAt(text.value, ['conceptGroups']);
  if (!Array.isArray(groups)) return;
  const seen = new Set<string>();
  for (const index of groups.keys()) {
    const path = ['conceptGroups', index];
    checkRepeats(text, [...path, 'terms'], report);
    if (languages !== null)
      for (const field of ['name', 'terms']) checkLanguages(text, [...path, field], languages, report);
    const id = textAt(text.value, [...path, 'id']);
    if (id !== null && seen.has(id)) {
      const line = text.lineOf([...path, 'id']);
      const message = `Two concept groups have the id "${id}".`;
      report({
        file: text.file,
        line,
        message,
        remedy: 'Give one of them another id, or merge their terms.',
      });
    }
    if (id !== null) seen.add(id);
  }
}
