import type { FileProblem } from '@framewatch/contracts';
import { checkShape } from './check-shape.ts';
import { readJsonLines } from './json-lines.ts';
import { checkId, readArticle } from './parse-gold.ts';
import { inOrder } from './parse-seeds.ts';
import { type KnownLabels, unknownLabel } from './read-brief.ts';
import type { Report, SeedFile } from './seed-file.ts';
import { type GoldArticle, labelledArticleSchema } from './shapes.ts';

/** An article with what an editor says of it; null where the editor was not asked. */
export interface LabelledArticle {
  readonly id: string;
  readonly language: string | null;
  readonly title: string;
  readonly text: string;
  readonly relevant: boolean | null;
  readonly topics: readonly string[] | null;
  readonly frames: readonly string[] | null;
  /** Sentences labelled by themselves; none where only the article was. */
  readonly sentences: GoldArticle['sentences'];
}

/** Labelled articles, or everything that keeps them from being read. */
export type LabelledResult = { articles: LabelledArticle[] } | { problems: FileProblem[] };

/**
 * Reads a file with one labelled article in JSON per line: as in the gold set, or with `text` and any of `relevant`,
 * `topics` and `frames`. All mistakes are reported in one pass, by line.
 */
export function parseLabelled(file: SeedFile, labels: KnownLabels): LabelledResult {
  const articles: LabelledArticle[] = [];
  const seen = new Map<string, string>();
  const problems = readJsonLines([file], (value, { path, line }, report) => {
    const article = isGold(value)
      ? asGold(value, labels, report)
      : readLabelled(value, `line ${line}`, labels, report);
    if (article === null) return;
    checkId(article.id, `${path}, line ${line}`, seen, report);
    articles.push(article);
  });
  if (problems.length > 0) return { problems: inOrder(problems) };
  return articles.length > 0 ? { articles } : { problems: [{ file: file.path, line: 0, ...EMPTY }] };
}

const EMPTY = {
  message: 'The file holds no article.',
  remedy: 'Write one article per line: {"title": "…", "text": "…", "relevant": true, "frames": ["…"]}.',
};

/** A gold article as one with its whole text. Sentences are joined as their language writes them. */
export function asLabelled(article: GoldArticle): LabelledArticle {
  const { id, language, title, sentences, relevant, topics, frames } = article;
  const text = sentences.map((sentence) => sentence.text).join(language === 'ja' ? '' : ' ');
  return { id, language, title, text, sentences, relevant, topics, frames };
}

function isGold(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sentences' in value;
}

function asGold(value: unknown, labels: KnownLabels, report: Report): LabelledArticle | null {
  const article = readArticle(value, labels, report);
  return article && asLabelled(article);
}

function readLabelled(
  value: unknown,
  place: string,
  labels: KnownLabels,
  report: Report,
): LabelledArticle | null {
  const text = { file: '', value, lineOf: () => 0, lineOfKey: () => 0 };
  const article = checkShape(text, labelledArticleSchema, report);
  if (article === null) return null;
  const { relevant = null, topics = null, frames = null } = article;
  if (relevant === null && topics === null && frames === null) report({ file: '', line: 0, ...UNLABELLED });
  if (relevant === false && ((topics ?? []).length > 0 || (frames ?? []).length > 0))
    report({ file: '', line: 0, ...LABELLED_OUTSIDE });
  for (const [field, ids] of [['topics', topics] as const, ['frames', frames] as const])
    for (const id of ids ?? [])
      if (!labels[field].has(id)) report({ file: '', line: 0, ...unknownLabel(field, id, labels) });
  const { id = place, language = null, title } = article;
  return { id, language, title, text: article.text, relevant, topics, frames, sentences: [] };
}

const UNLABELLED = {
  message: 'The article carries no labels.',
  remedy:
    'Add "relevant": true or false, or a list "topics" or "frames"; an empty list says that none applies.',
};

const LABELLED_OUTSIDE = {
  message: 'The article is outside the beat, but has topics or frames.',
  remedy: 'Set relevant to true, or empty the lists.',
};
