import { decodeText } from '@framewatch/charset';
import { Parser } from 'htmlparser2';
import type { FetchedDocument } from '../fetch/fetch.types.ts';

/** What a site's page says of the site. */
export interface SiteFacts {
  name: string | null;
  /** As the page writes it, such as `en-GB`. */
  language: string | null;
}

export const NO_SITE_FACTS: SiteFacts = { name: null, language: null };

/** The site's name and language from its page's head; null for what it does not say. Never throws. */
export function siteFacts(page: Pick<FetchedDocument, 'bytes' | 'contentType'>): SiteFacts {
  const { text } = decodeText(page.bytes, { contentType: page.contentType ?? undefined, kind: 'html' });
  const facts: SiteFacts = { ...NO_SITE_FACTS };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') facts.language ??= attributes['lang']?.trim() || null;
      const property = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
      if (name === 'meta' && (property === 'og:site_name' || property === 'application-name'))
        facts.name ??= attributes['content']?.trim() || null;
      if (name === 'body') parser.pause();
    },
  });
  parser.end(text);
  return facts;
}
