import { type OpmlFeed, readOpml } from '@framewatch/archives';
import { feedAsYaml, type FeedEntry, indexFeeds } from '@framewatch/config';
import { type FeedConfig, feedConfigSchema, type OpmlAnswer, type OpmlRequest } from '@framewatch/contracts';
import type { FeedsFileEditor } from '../keeper/feeds-file-editor.ts';

/**
 * Adds an OPML file's feeds to feeds.yaml, one by one as the dashboard does: comments stay, and an entry that would be
 * refused is not written. Country, group and language come from our own attributes, from other feeds of the outlet or
 * the host, or from the request.
 */
export async function addOpml(
  editor: Pick<FeedsFileEditor, 'entries' | 'add'>,
  { opml, dryRun, ...said }: OpmlRequest,
): Promise<OpmlAnswer> {
  const feeds = readOpml(opml);
  const answer: OpmlAnswer = { read: feeds.length, added: [], known: [], refused: [] };
  for (const { url, ...feed } of feeds) {
    const entry = entryOf({ url, ...feed }, said, await editor.entries());
    if (entry.kind === 'known') answer.known.push(url);
    else if (entry.kind === 'refused') answer.refused.push({ url, message: entry.message });
    else {
      const problem = dryRun ? null : await add(editor, entry.feed);
      if (problem === null) answer.added.push({ url, yaml: feedAsYaml(entry.feed) });
      else answer.refused.push({ url, message: problem });
    }
  }
  return answer;
}

type Said = Pick<OpmlRequest, 'outlet' | 'country' | 'language' | 'group'>;
type Entry = { kind: 'feed'; feed: FeedConfig } | { kind: 'known' } | { kind: 'refused'; message: string };

function entryOf(feed: OpmlFeed, said: Said, there: readonly FeedEntry[]): Entry {
  const refused = (message: string): Entry => ({ kind: 'refused', message });
  if (!/^https?:\/\//i.test(feed.url) || !URL.canParse(feed.url)) return refused('This is no web address.');
  const known = indexFeeds(there);
  if (known.lineOf(feed.url) !== null) return { kind: 'known' };
  const facts = factsOf(feed, said, there);
  const missing = (['country', 'language', 'group'] as const).filter((name) => facts[name] === undefined);
  if (missing.length > 0)
    return refused(
      `Its outlet ${facts.outlet} is not known. Give ${missing.map((name) => `--${name}`).join(', ')}.`,
    );
  const title = feed.title !== null && feed.title !== facts.outlet ? { title: feed.title.slice(0, 200) } : {};
  const checked = feedConfigSchema.safeParse({ ...facts, ...title });
  if (checked.success) return { kind: 'feed', feed: checked.data };
  const [issue] = checked.error.issues;
  return refused(`\`${issue?.path.join('.') ?? ''}\` is not possible: ${issue?.message ?? ''}.`);
}

function factsOf(feed: OpmlFeed, said: Said, there: readonly FeedEntry[]) {
  const { host } = new URL(feed.url);
  const name = feed.outlet ?? said.outlet;
  const sibling =
    name === undefined
      ? indexFeeds(there).outletAt(host)
      : there.find(({ outlet }) => outlet.toLowerCase() === name.toLowerCase());
  return {
    url: feed.url,
    outlet: name ?? sibling?.outlet ?? feed.title ?? host.replace(/^www\./, ''),
    country: feed.country ?? sibling?.country ?? said.country,
    language: feed.language?.slice(0, 2).toLowerCase() ?? said.language ?? sibling?.language,
    group: feed.group ?? sibling?.group ?? said.group,
  };
}

/** Null where it was written; else why not, and what to do. */
async function add(editor: Pick<FeedsFileEditor, 'add'>, feed: FeedConfig): Promise<string | null> {
  try {
    const { saved, yaml } = await editor.add(feed, null);
    return saved ? null : `feeds.yaml cannot be written from here. Paste this into it:\n${yaml}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
