import type { Label, LabelKind } from '@framewatch/contracts';
import { checkShape } from './check-shape.ts';
import { type Report, type SeedFile, stem } from './seed-file.ts';
import { type LabelFile, labelFileSchema } from './shapes.ts';
import { checkKnownLanguages, checkLanguages, checkRepeats, comparable, textAt, wordLists } from './words.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

/** Reads one file of `topics/` or `frames/`; null where it holds a mistake that leaves no label. */
export function readLabel(
  kind: LabelKind,
  file: SeedFile,
  languages: readonly string[] | null,
  report: Report,
): Label | null {
  const text = readYaml(file, report);
  if (text === null) return null;
  const checked = checkShape(text, labelFileSchema, report);
  checkName(text, report);
  for (const field of ['cues', 'negativeCues', 'exemplars']) checkRepeats(text, [field], report);
  checkContradictions(text, report);
  if (languages !== null) checkAllLanguages(text, languages, report);
  return checked === null ? null : toLabel(kind, checked);
}

function checkName(text: YamlText, report: Report): void {
  const id = textAt(text.value, ['id']);
  const name = stem(text.file);
  if (id === null || id === name) return;
  report({
    file: text.file,
    line: text.lineOf(['id']),
    message: `The id is "${id}", but the file is called "${name}".`,
    remedy: `Write "id: ${name}", or rename the file to ${id}.yaml.`,
  });
}

function checkAllLanguages(text: YamlText, languages: readonly string[], report: Report): void {
  for (const field of ['name', 'definition', 'cues']) checkLanguages(text, [field], languages, report);
  for (const field of ['negativeCues', 'exemplars']) checkKnownLanguages(text, [field], languages, report);
}

/** A word cannot speak for a label and against it. */
function checkContradictions(text: YamlText, report: Report): void {
  const cues = new Map(wordLists(text.value, ['cues']));
  for (const [language, words] of wordLists(text.value, ['negativeCues'])) {
    const speakingFor = new Set(cues.get(language)?.map((cue) => comparable(String(cue))));
    for (const [index, word] of words.entries()) {
      if (!speakingFor.has(comparable(String(word)))) continue;
      report({
        file: text.file,
        line: text.lineOf(['negativeCues', language, index]),
        message: `"${String(word)}" stands among the cues and among the negative cues.`,
        remedy: 'Remove it from one of the two lists.',
      });
    }
  }
}

function toLabel(kind: LabelKind, { exemplars, ...rest }: LabelFile): Label {
  const passages = Object.entries(exemplars).flatMap(([language, texts]) =>
    texts.map((text) => ({ language, text })),
  );
  return { ...rest, kind, exemplars: passages };
}
