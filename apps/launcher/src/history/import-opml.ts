import { readFile } from 'node:fs/promises';
import { feedsFileEditor } from '@framewatch/api';
import { type OpmlFeed, readOpml } from '@framewatch/archives';
import { feedAsYaml, indexFeeds, readFeedsFile } from '@framewatch/config';
import { type FeedConfig, feedConfigSchema } from '@framewatch/contracts';
import { readBytes, type SourceFile } from './find-files.ts';
import type { ImportOptions } from './import-options.ts';

interface Into {
  options: ImportOptions;
  /** The feeds.yaml to which they are added. */
  file: string;
  say: (line: string) => void;
}

/**
 * Adds an OPML file's feeds to feeds.yaml, one by one as the dashboard does: comments stay, and an entry that would be
 * refused is not written. Country, group and language come from our own attributes, from other feeds of the host, or
 * from the options.
 */
export async function importOpml(files: readonly SourceFile[], { options, file, say }: Into): Promise<void> {
  const editor = feedsFileEditor(file, () => true);
  const counts = { read: 0, added: 0, known: 0, refused: 0 };
  for (const source of files) {
    const feeds = readOpml(await textOf(source.path));
    if (feeds.length === 0) say(`${source.name} names no feed.`);
    for (const feed of feeds) {
      counts.read += 1;
      const entry = entryOf(feed, options, await feedsOf(file));
      if (entry.kind === 'known') counts.known += 1;
      else if (entry.kind === 'refused') {
        counts.refused += 1;
        say(`Refused: ${source.name}, ${feed.url}: ${entry.message}`);
      } else if (options.dryRun) {
        counts.added += 1;
        say(feedAsYaml(entry.feed));
      } else {
        const problem = await add(editor, entry.feed);
        counts[problem === null ? 'added' : 'refused'] += 1;
        if (problem !== null) say(`Refused: ${source.name}, ${feed.url}: ${problem}`);
      }
    }
  }
  say(
    `${counts.read} feeds read: ${counts.added} added, ${counts.known} known already, ${counts.refused} refused.`,
  );
  if (options.dryRun) say('Nothing was written: this was a dry run.');
  else if (counts.added > 0) say('A running Framewatch asks them within seconds.');
  if (counts.added + counts.known === 0) process.exitCode = 1;
}

async function textOf(path: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of readBytes(path, () => {})) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

const feedsOf = async (file: string) =>
  readFeedsFile(await readFile(file, 'utf8'), 'config/feeds.yaml').feeds;

type Entry = { kind: 'feed'; feed: FeedConfig } | { kind: 'known' } | { kind: 'refused'; message: string };

function entryOf(feed: OpmlFeed, options: ImportOptions, there: Awaited<ReturnType<typeof feedsOf>>): Entry {
  const refused = (message: string): Entry => ({ kind: 'refused', message });
  if (!/^https?:\/\//i.test(feed.url) || !URL.canParse(feed.url)) return refused('This is no web address.');
  const known = indexFeeds(there);
  if (known.lineOf(feed.url) !== null) return { kind: 'known' };
  const outlet = feed.outlet ?? options.outlet;
  const named = there.find((other) => other.outlet.toLowerCase() === outlet?.toLowerCase());
  const host = outlet === null ? known.outletAt(new URL(feed.url).host) : null;
  const facts = {
    url: feed.url,
    outlet: outlet ?? host?.outlet ?? feed.title ?? new URL(feed.url).host.replace(/^www\./, ''),
    country: feed.country ?? named?.country ?? host?.country ?? options.country,
    language:
      feed.language?.slice(0, 2).toLowerCase() ?? options.language ?? named?.language ?? host?.language,
    group: feed.group ?? named?.group ?? host?.group ?? options.group,
  };
  const missing = (['country', 'language', 'group'] as const).filter(
    (name) => (facts[name] ?? null) === null,
  );
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

/** Null where it was written; else why not, and what to do. */
async function add(editor: ReturnType<typeof feedsFileEditor>, feed: FeedConfig): Promise<string | null> {
  try {
    const { saved, yaml } = await editor.add(feed, null);
    return saved ? null : `feeds.yaml cannot be written here. Paste this into it:\n${yaml}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
