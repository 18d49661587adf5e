import { Parser } from 'htmlparser2';

/** A feed as an OPML file names it. */
export interface OpmlFeed {
  url: string;
  title: string | null;
  /** The site's own address. */
  site: string | null;
  language: string | null;
  /** What the folders around it and our own attributes say. */
  outlet: string | null;
  country: string | null;
  group: string | null;
}

const MOST_FEEDS = 10_000;

/** The feeds of an OPML file (1.0 to 2.0), in order and each once; empty where it names none. Tolerates broken XML. */
export function readOpml(text: string): OpmlFeed[] {
  const feeds = new Map<string, OpmlFeed>();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name.toLowerCase() !== 'outline' || feeds.size >= MOST_FEEDS) return;
        const lower = new Map(
          Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value.trim()]),
        );
        const say = (key: string) => lower.get(key) || null;
        const url = say('xmlurl');
        if (url === null || feeds.has(url)) return;
        feeds.set(url, {
          url,
          title: say('title') ?? say('text'),
          site: say('htmlurl'),
          language: say('language'),
          outlet: say('outlet'),
          country: say('country'),
          group: say('group'),
        });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return [...feeds.values()];
}

/** Feeds as OPML 2.0, with what Framewatch knows of each in attributes that other readers pass over. */
export function writeOpml(
  feeds: readonly {
    url: string;
    title: string | null;
    outlet: string;
    country: string;
    group: string;
    language: string;
  }[],
): string {
  const outline = (parts: Record<string, string>) =>
    `    <outline ${Object.entries(parts)
      .map(([name, value]) => `${name}="${escaped(value)}"`)
      .join(' ')}/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head><title>Feeds of Framewatch</title></head>',
    '  <body>',
    ...feeds.map(({ url, title, outlet, country, group, language }) =>
      outline({
        type: 'rss',
        text: title === null || title === outlet ? outlet : `${outlet}: ${title}`,
        ...(title === null ? {} : { title }),
        xmlUrl: url,
        language,
        outlet,
        country,
        group,
      }),
    ),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};
const escaped = (text: string): string =>
  text.replace(/[&<>"\n\t]/g, (letter) => ENTITIES[letter] ?? letter).replace(/[^\P{Cc}\n\t]/gu, '');
