import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Environment,
  feedAsYaml,
  indexFeeds,
  readFeedsFile,
  readSettingsFile,
} from '@framewatch/config';
import type { FeedCandidate, FeedConfig, FeedWarning, FoundFeeds } from '@framewatch/contracts';
import { createVisit, fetchRobots, findFeeds, rulesOf } from '@framewatch/feeds';
import { createOutbound } from '@framewatch/outbound';
import { userAgentOf } from '@framewatch/worker';

const LIMITS = { timeoutMs: 15_000, maxBytes: 20_000_000 };
const USAGE = 'Say where to look: npm run framewatch -- find-feeds https://press.example/';

/** `find-feeds ADDRESS`: looks at a site and prints its feeds with the entries to paste. Needs no database. */
export async function findFeedsCommand(
  environment: Environment,
  say: (line: string) => void,
  [address]: readonly string[],
): Promise<void> {
  if (address === undefined) throw new Error(USAGE);
  const folder = resolve(environment.configFolder);
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
  const { settings } = readSettingsFile(await read('framewatch.yaml'), 'config/framewatch.yaml');
  const { feeds } = readFeedsFile(await read('feeds.yaml'), 'config/feeds.yaml');
  const { http, https, except } = environment.proxy;
  const userAgent = userAgentOf(settings);
  const outbound = createOutbound({
    allow: settings.allowAddresses,
    userAgent,
    ...(http || https
      ? { proxy: { ...(http ? { http } : {}), ...(https ? { https } : {}), noProxy: except.join(',') } }
      : {}),
  });
  const now = () => new Date();
  const atTurn = turns(settings.politeness, say);
  try {
    const visit = createVisit({
      outbound,
      ...LIMITS,
      now,
      atTurn,
      async robotsOf(origin) {
        const answer = await atTurn(`${origin}/robots.txt`, null, () =>
          fetchRobots(outbound, { origin, previous: null, timeoutMs: LIMITS.timeoutMs, now: now() }),
        );
        const reason = answer.status === 'disallow-all' ? answer.reason : '';
        return { rules: rulesOf(answer, { origin, userAgent }), reason };
      },
    });
    const found = await findFeeds(visit, address, { known: indexFeeds(feeds), now: now() });
    for (const line of report(found)) say(line);
    if (found.candidates.length === 0) process.exitCode = 1;
  } finally {
    await outbound.close();
  }
}

/** One request at a time, each host no faster than its pace. */
function turns(
  { gapSeconds, hosts }: { gapSeconds: number; hosts: Record<string, { gapSeconds: number }> },
  say: (line: string) => void,
) {
  const lastAt = new Map<string, number>();
  return async <Result>(
    url: string,
    crawlDelaySeconds: number | null,
    run: () => Promise<Result>,
  ): Promise<Result> => {
    const { host, hostname } = new URL(url);
    const own = (hosts[host] ?? hosts[hostname])?.gapSeconds ?? gapSeconds;
    const gapMs = Math.max(own, crawlDelaySeconds ?? 0) * 1_000;
    await pause(Math.max(0, (lastAt.get(host) ?? 0) + gapMs - Date.now()));
    lastAt.set(host, Date.now());
    say(`Asking ${url}`);
    return run();
  };
}

/** What was found, in lines for a terminal. */
export function report({ address, candidates, unreadable }: FoundFeeds): string[] {
  const trouble = unreadable.map(({ url, message }) => `Not read: ${url}\n  ${message}`);
  if (candidates.length === 0) return ['', `No feed was found at ${address}.`, ...trouble];
  return ['', ...candidates.flatMap((candidate) => [...describe(candidate), '']), ...trouble];
}

function describe(candidate: FeedCandidate): string[] {
  const { url, title, format, entries, entriesPerDay, newestAt, items, warnings, line } = candidate;
  const facts = [
    format,
    `${entries} entries`,
    ...(entriesPerDay === null ? [] : [`about ${entriesPerDay} a day`]),
    ...(newestAt === null ? [] : [`newest ${newestAt.slice(0, 16).replace('T', ' ')} UTC`]),
  ];
  return [
    `${title ?? url}`,
    `  ${url}`,
    `  ${facts.join(', ')}`,
    ...items.map((item) => `  - ${item.publishedAt?.slice(0, 10) ?? '          '} ${item.title || item.url}`),
    ...warnings.map((warning) => `  ! ${WARNINGS[warning]}`),
    ...(line === null
      ? ['  To watch it, put this into config/feeds.yaml:', ...entryOf(candidate)]
      : [`  It stands in config/feeds.yaml already, on line ${line}.`]),
  ];
}

const WARNINGS: Readonly<Record<FeedWarning, string>> = {
  truncated: 'It breaks off, or is longer than one feed may be.',
  'no-entries': 'It holds nothing now.',
  'no-titles': 'It gives addresses only: headlines are read from the pages.',
  'no-dates': 'It does not say when its articles were published: the pages are asked.',
  old: 'Nothing new for two months.',
  comments: 'These are readers’ comments.',
  'second-reader': 'It is so broken that the second reader had to read it.',
};

/** What is not known is left as a word that feeds.yaml refuses, with what belongs there. */
function entryOf({ entry }: FeedCandidate): string[] {
  const { country, language, group } = entry;
  const whole = { ...entry, country: country ?? '?', language: language ?? '?', group: group ?? '?' };
  const hints: Readonly<Record<string, string>> = {
    country: 'two capitals, such as JP',
    language: 'such as en or ja',
    group: 'official, state-media, wire, newspaper, broadcaster, think-tank or magazine',
  };
  return feedAsYaml(whole as FeedConfig)
    .split('\n')
    .map((line) =>
      line.replace(
        /^(\s+(\w+): )"?\?"?$/,
        (_all, key: string, name: string) => `${key}"?" # ${hints[name] ?? ''}`,
      ),
    );
}
