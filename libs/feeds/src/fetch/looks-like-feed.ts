/** A feed's root stands near its beginning, after declarations, comments and style sheets. */
const LOOKED_AT_BYTES = 4_096;

/** A quick look at the beginning of a body; the parser decides for good. UTF-16 is read by leaving out its zeros. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT_BYTES)).toString('latin1').replaceAll('\0', '');
  if (/<html[\s>]/i.test(start)) return false;
  if (/<(?:\w+:)?(rss|feed|RDF|channel)[\s>]/i.test(start)) return true;
  return /^[^{]{0,8}\{/.test(start) && /"version"\s*:\s*"https?:\\?\/\\?\/(www\.)?jsonfeed\.org/i.test(start);
}
