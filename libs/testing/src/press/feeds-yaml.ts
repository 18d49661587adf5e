import type { FeedFormat, OutletGroup } from './types.ts';

/** One feed of the press, as an entry of `config/feeds.yaml` wants it, and in which format it comes. */
export type PressFeed = {
  url: string;
  outlet: string;
  country: string;
  language: string;
  group: OutletGroup;
  format: FeedFormat;
};

/** The feeds as the text of a `config/feeds.yaml`. */
export function feedsYaml(feeds: readonly PressFeed[]): string {
  const entries = feeds.map(
    ({ url, outlet, country, language, group }) =>
      `  - url: ${quoted(url)}\n    outlet: ${quoted(outlet)}\n    country: ${country}\n    language: ${language}\n    group: ${group}\n`,
  );
  return `# Feeds of the local press: synthetic, made for testing.\nfeeds:\n${entries.join('')}`;
}

/** A JSON string is a YAML string too; unquoted `NO` would be a boolean, so countries are quoted where needed. */
const quoted = (text: string) => JSON.stringify(text);
