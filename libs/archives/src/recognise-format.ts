export const FORMATS = ['jsonl', 'csv', 'opml', 'html', 'text', 'warc'] as const;
export type Format = (typeof FORMATS)[number];

const BY_ENDING: Readonly<Record<string, Format>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
  csv: 'csv',
  tsv: 'csv',
  opml: 'opml',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  md: 'text',
  warc: 'warc',
};

/** What a file holds, told from its name (without `.gz`), else from how it begins; null where neither tells. */
export function recogniseFormat(name: string, beginning: Uint8Array): Format | null {
  const ending = /\.([a-z0-9]+)$/.exec(name.toLowerCase().replace(/\.gz$/, ''))?.[1] ?? '';
  return BY_ENDING[ending] ?? byBeginning(new TextDecoder().decode(beginning.subarray(0, 2_000)).trimStart());
}

function byBeginning(text: string): Format | null {
  if (text.startsWith('WARC/1.')) return 'warc';
  if (/^\{\s*"/.test(text)) return 'jsonl';
  if (/<opml[\s>]/i.test(text)) return 'opml';
  if (/^<(?:!doctype html|html|\?xml[^>]*\?>\s*<(?:!doctype html|html))/i.test(text)) return 'html';
  const [row = ''] = text.split('\n', 1);
  return /(?:^|[,;\t])"?(?:url|link|title|headline)"?(?:[,;\t]|\s*$)/i.test(row) ? 'csv' : null;
}
