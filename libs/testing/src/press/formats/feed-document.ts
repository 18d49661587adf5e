import type { PressLanguage } from '../labels.ts';
import { isoWithOffset, rfc822 } from '../local-time.ts';

/** One entry as a feed shows it. */
export type FeedEntry = {
  id: string;
  url: string;
  title: string;
  summary: string;
  /** HTML, where the feed carries whole texts. */
  html: string | null;
  author: string;
  published: Date;
  updated: Date;
  offsetMinutes: number;
  section: string;
  /** What a faulty feed says instead of the date: other words, or nothing (`null`). */
  dateText?: string | null;
};

export type FeedDocument = {
  title: string;
  /** The outlet's front page. */
  link: string;
  self: string;
  /** The WebSub hub that it names. */
  hub: string | null;
  language: PressLanguage;
  charset: string;
  updated: Date;
  offsetMinutes: number;
  entries: FeedEntry[];
};

/** What every page and feed of the press says of itself. */
export const generator = 'Framewatch local press (synthetic)';

/** The entry's date in the style of RSS 2.0, or what a fault put in its place. */
export function rfc822Date({ dateText, published, offsetMinutes }: FeedEntry): string | null {
  return dateText === undefined ? rfc822(published, offsetMinutes) : dateText;
}

/** The entry's date in ISO 8601, or what a fault put in its place. */
export function isoDate({ dateText, published, offsetMinutes }: FeedEntry): string | null {
  return dateText === undefined ? isoWithOffset(published, offsetMinutes) : dateText;
}

/** Text made safe between tags and in attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element, or nothing where there is no text for it. */
export function element(name: string, text: string | null, attributes = ''): string {
  return text === null ? '' : `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}
