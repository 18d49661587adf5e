import type { FileProblem } from '@framewatch/contracts';
import { checkShape } from './check-shape.ts';
import { readJsonLines } from './json-lines.ts';
import { inOrder } from './parse-seeds.ts';
import { type KnownLabels, unknownLabel } from './read-brief.ts';
import type { Report, SeedFile } from './seed-file.ts';
import { type GoldArticle, goldArticleSchema } from './shapes.ts';

/** A gold article with the file that holds it. */
export type PlacedGold = GoldArticle & { readonly file: string };

/** A gold set, or everything that keeps it from being read. */
export type GoldResult = { articles: PlacedGold[] } | { problems: FileProblem[] };

/** Reads gold files, one article in JSON per line. All mistakes are reported in one pass, by file and line. */
export function parseGold(files: readonly SeedFile[], labels: KnownLabels): GoldResult {
  const articles: PlacedGold[] = [];
  const seen = new Map<string, string>();
  const problems = readJsonLines(files, (value, { path, line }, report) => {
    const article = readArticle(value, labels, report);
    if (article === null) return;
    checkId(article.id, `${path}, line ${line}`, seen, report);
    articles.push({ ...article, file: path });
  });
  return problems.length > 0 ? { problems: inOrder(problems) } : { articles };
}

/** One article as gold files write it, or null with every mistake reported. */
export function readArticle(value: unknown, labels: KnownLabels, report: Report): GoldArticle | null {
  const article = checkShape(
    { file: '', value, lineOf: () => 0, lineOfKey: () => 0 },
    goldArticleSchema,
    report,
  );
  if (article === null) return null;
  for (const field of ['topics', 'frames'] as const) checkField(article, field, labels, report);
  return article;
}

/** Reports an id that stood on another line already. */
export function checkId(id: string, place: string, seen: Map<string, string>, report: Report): void {
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
