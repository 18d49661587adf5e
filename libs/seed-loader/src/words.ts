import type { YamlText } from './yaml-text.ts';
import type { Report } from './seed-file.ts';

type Path = readonly (string | number)[];

/** The value at a path of an unchecked value, or undefined. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** The text at a path, or null where there is none. */
export function textAt(value: unknown, path: readonly PropertyKey[]): string | null {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : null;
}

/**
 * As cues are compared: width, capitals, hyphens and runs of spaces do not matter, since the classifier does
 * not see them either.
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-‐‑–]+/gu, ' ')
    .trim();
}

/** Reports languages of the mapping at `path` that the beat does not read, and those of the beat that it lacks. */
export function checkLanguages(
  text: YamlText,
  path: Path,
  languages: readonly string[],
  report: Report,
): void {
  const mapping = valueAt(text.value, path);
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) return;
  checkKnownLanguages(text, path, languages, report);
  for (const language of languages) {
    const content = (mapping as Record<string, unknown>)[language];
    if (content !== undefined && !(Array.isArray(content) && content.length === 0)) continue;
    report({
      file: text.file,
      line: text.lineOfKey(path, language),
      message: `"${path.join('.')}" has nothing in the language ${language}.`,
      remedy: `Add ${language}: with at least one entry, or take ${language} out of the languages of beat.yaml.`,
    });
  }
}

/** Reports languages of the mapping at `path` that the beat does not read. */
export function checkKnownLanguages(
  text: YamlText,
  path: Path,
  languages: readonly string[],
  report: Report,
): void {
  const mapping = valueAt(text.value, path);
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) return;
  for (const language of Object.keys(mapping)) {
    if (languages.includes(language)) continue;
    report({
      file: text.file,
      line: text.lineOfKey(path, language),
      message: `"${path.join('.')}" speaks ${language}, which is not among the beat's languages (${languages.join(', ')}).`,
      remedy: `Add ${language} to the languages of beat.yaml, or remove it here.`,
    });
  }
}

/** Reports words that stand twice in one language of the mapping at `path`, with the line of the first. */
export function checkRepeats(text: YamlText, path: Path, report: Report): void {
  for (const [language, words] of wordLists(text.value, path)) {
    const seen = new Map<string, number>();
    for (const [index, word] of words.entries()) {
      if (typeof word !== 'string') continue;
      const key = comparable(word);
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, index);
        continue;
      }
      const lineOf = (at: number) => text.lineOf([...path, language, at]);
      report({
        file: text.file,
        line: lineOf(index),
        message: `"${word}" stands twice in this list: here and on line ${lineOf(first)}.`,
        remedy: 'Remove one of them; capitals and hyphens make no difference.',
      });
    }
  }
}

/** The languages of the mapping at `path` with their lists, as far as they are lists. */
export function wordLists(value: unknown, path: Path): [string, unknown[]][] {
  const mapping = valueAt(value, path);
  if (typeof mapping !== 'object' || mapping === null) return [];
  return Object.entries(mapping).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
}
