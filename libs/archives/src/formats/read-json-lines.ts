import { archivedArticleSchema, archivedFeedSchema, archivedOutletSchema } from '@framewatch/contracts';
import { foreignArticle, problemOfUrl } from '../foreign-article.ts';
import { type ArchiveRecord, refused } from '../records.ts';
import { splitLines } from '../split-lines.ts';

const SHAPES = {
  outlet: archivedOutletSchema,
  feed: archivedFeedSchema,
  article: archivedArticleSchema,
} as const;

/**
 * JSON objects, one a line: our own archive, whose lines say `framewatch`, or articles under other programs' names.
 * Empty lines count and are passed; the first `skip` records are not looked at.
 */
export async function* readJsonLines(
  bytes: AsyncIterable<Uint8Array>,
  { skip = 0 }: { skip?: number } = {},
): AsyncGenerator<ArchiveRecord> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  for await (const line of splitLines(bytes)) {
    number += 1;
    if (number <= skip) continue;
    yield { where: `line ${number}`, ...recordOf(line, decoder) };
  }
}

type Read = ArchiveRecord extends infer Each
  ? Each extends { where: string }
    ? Omit<Each, 'where'>
    : never
  : never;

function recordOf(line: Uint8Array | null, decoder: InstanceType<typeof TextDecoder>): Read {
  if (line === null) return refused('too-long', 'The line is longer than 64 MB, which is no article.');
  let value: unknown;
  try {
    const text = decoder.decode(line);
    if (text.trim() === '') return { kind: 'passed' };
    value = JSON.parse(text);
  } catch (error) {
    return refused('broken-record', `${describe(error)} Each line has to be one JSON object in UTF-8.`);
  }
  if (Array.isArray(value))
    return refused('broken-record', 'The line is a list. Write one object a line: jq -c ".[]" does that.');
  if (typeof value !== 'object' || value === null)
    return refused('broken-record', 'The line is no JSON object with the parts of an article.');
  return 'framewatch' in value ? ownRecord(value) : foreignArticle(value as Record<string, unknown>);
}

/** TextDecoder and JSON.parse name the mistake in their own words. */
const describe = (error: unknown): string =>
  error instanceof SyntaxError ? `It is no JSON (${error.message}).` : 'It is not UTF-8.';

function ownRecord(value: object): Read {
  const kind = (value as { framewatch: unknown }).framewatch;
  if (kind === 'archive') return { kind: 'passed' };
  if (kind !== 'outlet' && kind !== 'feed' && kind !== 'article')
    return refused(
      'not-our-shape',
      `\`framewatch\` is "${String(kind).slice(0, 40)}"; known are archive, outlet, feed and article.`,
    );
  const checked = SHAPES[kind].safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return refused(
      'not-our-shape',
      `\`${issue?.path.join('.') ?? ''}\` is not as docs/import.md says: ${issue?.message ?? ''}.`,
    );
  }
  const line = checked.data;
  switch (line.framewatch) {
    case 'outlet':
      return { kind: 'outlet', line };
    case 'feed':
      return { kind: 'feed', line };
    case 'article':
      return problemOfUrl(line.url) ?? { kind: 'article', line };
  }
}
