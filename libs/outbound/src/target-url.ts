import { Refusal } from './refusal.ts';

/** Longer URLs are no addresses of feeds, pages or webhooks. */
const MAX_URL_LENGTH = 8_192;

/** Reads a URL that may be requested: http or https, no user name or password. Throws a Refusal otherwise. */
export function readTargetUrl(written: string, base?: string): URL {
  if (!URL.canParse(written, base)) throw new Refusal('refused-url', 'This is not a web address.');
  const url = new URL(written, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refusal(
      'refused-url',
      `Refused: only http and https are requested, not ${url.protocol.slice(0, 40)}`,
    );
  if (url.username || url.password)
    throw new Refusal(
      'refused-url',
      `Refused: the address of ${url.hostname} holds a user name or password.`,
    );
  if (url.href.length > MAX_URL_LENGTH)
    throw new Refusal(
      'refused-url',
      `Refused: the address at ${url.hostname} is ${url.href.length} characters long.`,
    );
  return url;
}
