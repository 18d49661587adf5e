import type { ExtractedPage } from '../page.ts';

/** A page unlike most, what was sent, and what must come out of it. */
export interface OddPage {
  readonly name: string;
  readonly html: string | Uint8Array;
  /** Left out: an address with a date in it. */
  readonly url?: string;
  readonly contentType?: string;
  /** `article`, or the reason why it is none. */
  readonly verdict: 'article' | Extract<ExtractedPage, { kind: 'not-an-article' }>['reason'];
  /** Words that must be in the text. */
  readonly keeps?: readonly string[];
  /** Words that must not. */
  readonly loses?: readonly string[];
  readonly facts?: Partial<ExtractedPage>;
  /** The day of publication as the page's clocks have it. */
  readonly day?: string;
}

/** The sentences that every article of these cases is made of. */
export const sentence = (i: number) =>
  `The council voted on Tuesday, after a long debate, to approve measure ${i}, which expands the bus network and repairs the bridge.`;
/** So many of them as paragraphs. */
export const body = (n: number) => Array.from({ length: n }, (_, i) => `<p>${sentence(i)}</p>`).join('\n');
const HEAD =
  '<meta charset="utf-8"><title>Council approves plan | Daily News</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-05-03T09:30:00Z">';
/** A page of the Daily News around it. */
export const page = (inner: string, head = '') =>
  `<!doctype html><html lang="en"><head>${HEAD}${head}</head><body><nav><a href="/">Home</a><a href="/w">World</a></nav>${inner}<footer>Copyright Daily News</footer></body></html>`;
/** The article itself. */
export const ARTICLE = `<article><h1>Council approves plan</h1>${body(8)}</article>`;
/** JSON-LD in its script. */
export const ld = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
/** One that must come out. */
export const KEPT = sentence(6);
