import type { Brief } from '@framewatch/contracts';
import { checkShape } from './check-shape.ts';
import { nearest } from './nearest.ts';
import { type Report, type SeedFile, stem } from './seed-file.ts';
import { briefFileSchema } from './shapes.ts';
import { textAt, valueAt } from './words.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

/** The ids that a brief may name, by its field. */
export interface KnownLabels {
  topics: ReadonlySet<string>;
  frames: ReadonlySet<string>;
}

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Reads one file of `briefs/`: front matter between two lines of dashes, then the brief itself. */
export function readBrief(
  file: SeedFile,
  languages: readonly string[] | null,
  labels: KnownLabels,
  report: Report,
): Brief | null {
  const fenced = file.text.startsWith('---') ? FENCE.exec(file.text) : null;
  if (fenced === null) {
    report({ file: file.path, line: 1, ...NO_FRONT_MATTER });
    return null;
  }
  // The opening fence becomes an empty line, so that lines keep their numbers.
  const text = readYaml({ path: file.path, text: `\n${fenced[1]}` }, report);
  const body = file.text.slice(fenced[0].length).trim();
  if (body === '') report({ file: file.path, line: lineCount(fenced[0]), ...NO_BODY });
  if (text === null) return null;
  const checked = checkShape(text, briefFileSchema, report);
  checkLabels(text, labels, report);
  if (languages !== null) checkLanguage(text, languages, report);
  return checked === null || body === '' ? null : { ...checked, id: stem(file.path), text: body };
}

const NO_FRONT_MATTER = {
  message: 'The brief does not start with its fields.',
  remedy:
    'Start it with a line of three dashes, the fields (title, manner, language, topics, frames), and a second line of three dashes.',
};

const NO_BODY = {
  message: 'The brief has no text.',
  remedy:
    'Write below the second line of dashes what the article argues and who is quoted, in your own words.',
};

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}

function checkLabels(text: YamlText, labels: KnownLabels, report: Report): void {
  for (const field of ['topics', 'frames'] as const) {
    const named = valueAt(text.value, [field]);
    if (!Array.isArray(named)) continue;
    for (const [index, id] of named.entries()) {
      if (typeof id !== 'string' || labels[field].has(id)) continue;
      report({ file: text.file, line: text.lineOf([field, index]), ...unknownLabel(field, id, labels) });
    }
  }
}

/** What to say of a label id that the beat does not have: the nearest one, or the other kind's of that name. */
export function unknownLabel(field: keyof KnownLabels, id: string, labels: KnownLabels) {
  const other = field === 'topics' ? 'frames' : 'topics';
  const message = `There is no file ${field}/${id}.yaml.`;
  if (labels[other].has(id)) return { message, remedy: `"${id}" belongs under ${other}.` };
  const guess = nearest(id, labels[field]);
  if (guess !== null) return { message, remedy: `Did you mean "${guess}"?` };
  return { message, remedy: `Use one of: ${[...labels[field]].join(', ')}.` };
}

function checkLanguage(text: YamlText, languages: readonly string[], report: Report): void {
  const language = textAt(text.value, ['language']);
  if (language === null || languages.includes(language)) return;
  report({
    file: text.file,
    line: text.lineOf(['language']),
    message: `The language ${language} is not among the beat's languages (${languages.join(', ')}).`,
    remedy: 'Write one of them, or add the language to beat.yaml.',
  });
}
