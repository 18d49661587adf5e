/** Cookies that live as long as one chain of redirects: some sites send a reader round in a circle without them. */
export interface RedirectCookies {
  note(url: URL, setCookies: readonly string[]): void;
  /** The Cookie header for a URL, or nothing. Only what the same origin has set is given back. */
  headerFor(url: URL): { cookie?: string };
}

const MAX_COOKIES_PER_ORIGIN = 20;
const MAX_COOKIE_LENGTH = 4_096;

/** An empty jar. */
export function createRedirectCookies(): RedirectCookies {
  const origins = new Map<string, Map<string, string>>();

  function note(url: URL, setCookies: readonly string[]): void {
    const jar = origins.get(url.origin) ?? new Map<string, string>();
    origins.set(url.origin, jar);
    for (const line of setCookies) {
      const pair = /^([^=;]+)=([^;]*)/.exec(line);
      if (!pair?.[1] || line.length > MAX_COOKIE_LENGTH) continue;
      if (jar.size < MAX_COOKIES_PER_ORIGIN) jar.set(pair[1].trim(), (pair[2] ?? '').trim());
    }
  }

  function headerFor(url: URL): { cookie?: string } {
    const jar = origins.get(url.origin);
    if (!jar || jar.size === 0) return {};
    return { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  return { note, headerFor };
}
