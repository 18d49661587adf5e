import { feedConfigSchema, type FeedConfig, type FileProblem } from '@framewatch/contracts';
import { type Entry, readEntries, reportUnknownKeys } from './read-entries.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A feed with the line of `config/feeds.yaml` on which its entry begins. */
export type FeedEntry = FeedConfig & { line: number };

export interface FeedsFile {
  /** False where nothing is known about the entries (no YAML, empty, no list): keep the last good version then. */
  readable: boolean;
  feeds: FeedEntry[];
  problems: FileProblem[];
}

/**
 * Reads feeds.yaml. Each bad entry is left out with its line and how to mend it, and the others stay.
 * @param file the name under which problems name it
 */
export function readFeedsFile(text: string, file: string): FeedsFile {
  const yaml = readYaml(text, file);
  if (!('lineOf' in yaml)) return { readable: false, feeds: [], problems: [yaml] };
  const problems: FileProblem[] = [];
  const entries = readEntries(yaml, 'feeds', feedConfigSchema, file, problems);
  reportUnknownKeys(yaml, ['feeds'], file, problems);
  const accepted = entries && withoutContradictions(entries, yaml, file, problems);
  return {
    readable: entries !== undefined,
    feeds: (accepted ?? []).map(({ value, line }) => ({ ...value, line })),
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

/** What no single entry can show: the same address twice, one outlet described in two ways, a country that is none. */
function withoutContradictions(
  entries: Entry<FeedConfig>[],
  yaml: YamlFile,
  file: string,
  problems: FileProblem[],
) {
  const byUrl = new Map<string, Entry<FeedConfig>>();
  const byOutlet = new Map<string, Entry<FeedConfig>>();
  return entries.filter((entry) => {
    const report = (key: string, message: string, remedy: string) => {
      problems.push({ file, line: yaml.lineOf(['feeds', entry.index, key]), message, remedy });
      return false;
    };
    const { url, outlet, country, group } = entry.value;
    const known = canonicalCountry(country);
    if (known !== country) {
      return report(
        'country',
        `\`country: ${country}\` is not a country code.`,
        known ? `Write country: ${known}.` : 'Use the ISO 3166 code, such as JP, US, CN, KR, TW or GB.',
      );
    }
    const twin = byUrl.get(comparableUrl(url));
    if (twin)
      return report('url', `This feed is already on line ${twin.line}.`, 'Remove one of the two entries.');
    const sibling = byOutlet.get(outlet.toLowerCase());
    for (const key of ['country', 'group'] as const) {
      if (!sibling || sibling.value[key] === entry.value[key]) continue;
      return report(
        key,
        `${outlet} has \`${key}: ${sibling.value[key]}\` on line ${sibling.line} but \`${key}: ${key === 'country' ? country : group}\` here.`,
        `Write the same ${key} in all feeds of an outlet, or give this outlet another name.`,
      );
    }
    byUrl.set(comparableUrl(url), entry);
    if (!sibling) byOutlet.set(outlet.toLowerCase(), entry);
    return true;
  });
}

/** The same feed whatever the scheme, a `#` part or a closing slash: http redirects to https nearly everywhere. */
export function comparableUrl(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname.replace(/\/+$/, '')}${search}`;
}

/** The code that ISO has for it (GB for UK), or undefined where the letters name no country. */
function canonicalCountry(code: string): string | undefined {
  const region = new Intl.Locale(`und-${code}`).region;
  const named = region && new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(region);
  return named ? region : undefined;
}
