import { parseArgs } from 'node:util';
import { dayOf } from './export-options.ts';
import { type ImportOptions, readImportOptions } from './import-options.ts';

/** What `framewatch backfill` was asked for. */
export interface BackfillOptions {
  /** A feed's address, a site's, or that of a sitemap. */
  address: string;
  since: Date;
  until: Date | null;
  limit: number;
  undated: boolean;
  /** Stays and shows how the reading goes on. */
  wait: boolean;
  outlet: ImportOptions;
}

const USAGE = `npm run framewatch -- backfill ADDRESS --since 2025-01-01 [options]

  ADDRESS          a feed of feeds.yaml, a site such as https://press.example/, or one of its sitemaps
  --since DAY      from which day on articles are wanted (UTC)
  --until DAY      only articles before this day
  --limit 10000    at most so many articles
  --undated        take pages that say nothing of their date as well
  --no-wait        do not stay until everything is read
  --outlet NAME, --country JP, --language ja, --group newspaper
                   who publishes there, where Framewatch does not know it`;

/** Reads the arguments. Throws with how to mend them. */
export function readBackfillOptions(args: readonly string[]): BackfillOptions {
  const { values, positionals } = parsed(args);
  const [address] = positionals;
  const since = dayOf('since', values.since);
  if (address === undefined || positionals.length > 1 || since === undefined)
    throw new Error(`Say which site, and since when:\n\n${USAGE}`);
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
    throw new Error(`${address} is no web address: it should begin with https:// or http://.`);
  const limit = Number(values.limit ?? 10_000);
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new Error(`--limit ${values.limit} is no number of articles.`);
  const outlet = (['outlet', 'country', 'language', 'group'] as const).flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}=${values[name]}`],
  );
  return {
    address: new URL(address).href,
    since,
    until: dayOf('until', values.until) ?? null,
    limit,
    undated: values.undated ?? false,
    wait: !(values['no-wait'] ?? false),
    outlet: readImportOptions([address, ...outlet]),
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        since: text,
        until: text,
        limit: text,
        undated: yes,
        'no-wait': yes,
        outlet: text,
        country: text,
        language: text,
        group: text,
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
