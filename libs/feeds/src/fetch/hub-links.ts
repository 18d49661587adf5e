import type { HubLinks } from './fetch.types.ts';

/** More is no header that a feed needs. */
const MAX_LENGTH = 16_384;
/** One link: its target in angle brackets, then parameters, quoted or not (RFC 8288, 3). */
const LINK = /<([^<>]*)>((?:\s*;\s*[\w!#$&+\-.^`|~*]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;<>]*))?)*)/g;
const RELATION = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i;

/**
 * The first hub and the first self that a Link header names (WebSub, 4), addresses made absolute. Only http and https
 * count; a link about another document (`anchor`) does not.
 */
export function hubLinks(header: string | undefined, base: string): HubLinks {
  let hub: string | null = null;
  let self: string | null = null;
  for (const [, target = '', parameters = ''] of (header ?? '').slice(0, MAX_LENGTH).matchAll(LINK)) {
    if (/;\s*anchor\s*=/i.test(parameters)) continue;
    const [, quoted, plain] = RELATION.exec(parameters) ?? [];
    const relations = (quoted ?? plain ?? '').toLowerCase().split(/\s+/);
    if (relations.includes('hub')) hub ??= webAddress(target, base);
    if (relations.includes('self')) self ??= webAddress(target, base);
  }
  return { hub, self };
}

function webAddress(written: string, base: string): string | null {
  if (!URL.canParse(written.trim(), base)) return null;
  const { href, protocol } = new URL(written.trim(), base);
  return /^https?:$/.test(protocol) ? href : null;
}
