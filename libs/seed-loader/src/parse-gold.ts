import type { FileProblem } from '@framewatch/contracts';
import { checkShape } from './check-shape.ts';
import { inOrder } from './parse-seeds.ts';
import { type KnownLabels, unknownLabel } from './read-brief.ts';
import type { Report, SeedFile } from './seed-file.ts';
import { type GoldArticle, goldArticleSchema } from './shapes.ts';

/** A gold set, or everything that keeps it from being read. */
export type GoldResult = { articles: GoldArticle[] } | { problems: FileProblem[] };

/** Reads gold files, one article in JSON per line. All mistakes are reported in one pass, by file and line. */
export function parseGold(files: readonly SeedFile[], labels: KnownLabels): GoldResult {
  const problems: FileProblem[] = [];
  const articles: GoldArticle[] = [];
  const seen = new Map<string, string>();
  for (const file of files) {
    for (const [index, line] of file.text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const report: Report = (problem) => problems.push({ ...problem, file: file.path, line: index + 1 });
      const article = readLine(line, labels, report);
      if (article === null) continue;
      checkId(article.id, `${file.path}, line ${index + 1}`, seen, report);
      articles.push(article);
    }
  }
  return problems.length > 0 ? { problems: inOrder(problems) } : { articles };
}

function readLine(line: string, labels: KnownLabels, report: Report): GoldArticle | null {
  const value = parseJson(line);
  if (value === undefined) {
    report({
      file: '',
      line: 0,
      message: 'The line is not an article in JSON.',
      remedy: 'Compare its quotation marks, commas and brackets with the line above.',
    });
    return null;
  }
  const article = checkShape(
    { file: '', value, lineOf: () => 0, lineOfKey: () => 0 },
    goldArticleSchema,
    report,
  );
  if (article === null) return null;
  for (const field of ['topics', 'frames'] as const) checkField(article, field, labels, report);
  return article;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function checkId(id: string, place: string, seen: Map<string, string>, report: Report): void {
  const first = seen.get(id);
  if (first === undefined) seen.set(id, place);
  else
    report({
      file: '',
      line: 0,
      message: `The id "${id}" is used already: ${first}.`,
      remedy: 'Give this article another id.',
    });
}

/** Labels exist, an article's labels are shown by its sentences, and what is outside the beat carries none. */
function checkField(
  article: GoldArticle,
  field: keyof KnownLabels,
  labels: KnownLabels,
  report: Report,
): void {
  const shown = new Set(article.sentences.flatMap((sentence) => sentence[field]));
  for (const id of new Set([...article[field], ...shown]))
    if (!labels[field].has(id)) report({ file: '', line: 0, ...unknownLabel(field, id, labels) });
  for (const id of article[field])
    if (!shown.has(id))
      report({
        file: '',
        line: 0,
        message: `No sentence shows "${id}", which the article carries.`,
        remedy: `Add "${id}" to the ${field} of a sentence, or take it off the article.`,
      });
  if (!article.relevant && (article[field].length > 0 || shown.size > 0))
    report({
      file: '',
      line: 0,
      message: `The article is outside the beat, but has ${field}.`,
      remedy: 'Set relevant to true, or empty the lists.',
    });
}
