const HTTP = /^https?:\/\/[^\s"<>\\^`{|}]+$/i;

/** An absolute http or https address, or null. White space and control characters inside are slips and dropped. */
export function webUrl(written: string, base: string): string | null {
  const url = absoluteUrl(written, base);
  return url !== null && /^https?:/i.test(url) ? url : null;
}

/** A written reference made absolute, whatever its scheme; null for one that cannot be. */
export function absoluteUrl(written: string, base: string): string | null {
  const trimmed = written.trim();
  if (trimmed === '' || trimmed.length > 8_000) return null;
  if (HTTP.test(trimmed)) return trimmed;
  try {
    return new URL(trimmed, base).href;
  } catch {
    return null;
  }
}
