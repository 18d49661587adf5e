import type { FrameId, OffBeatId, PressLanguage, TopicId } from './labels.ts';

export type OutletGroup =
  | 'official'
  | 'state-media'
  | 'wire'
  | 'newspaper'
  | 'broadcaster'
  | 'think-tank'
  | 'magazine';

export type FeedFormat = 'rss2' | 'rss091' | 'rdf' | 'atom1' | 'atom03' | 'json' | 'news-sitemap';

/** How an outlet's article pages are built. */
export type PageTemplate = 'broadsheet' | 'agency' | 'public' | 'soup' | 'ministry' | 'portal';

export type Charset = 'utf-8' | 'shift_jis' | 'euc-jp' | 'windows-1252';

export type PressFeedDesign = {
  /** Path below the outlet's own, such as `rss.xml`. */
  path: string;
  format: FeedFormat;
  charset?: Charset;
  /** `full`: the whole text stands in the feed. */
  body?: 'full' | 'summary';
  /** Left out: all of the outlet's articles. */
  section?: 'world';
};

export type PressOutlet = {
  slug: string;
  name: string;
  country: string;
  language: PressLanguage;
  group: OutletGroup;
  timezone: string;
  template: PageTemplate;
  /** Of the article pages. */
  charset: Charset;
  feeds: readonly PressFeedDesign[];
  /** How much it publishes against the others. */
  weight: number;
};

/** A change of an article after it was published. */
export type ArticleEdit = {
  at: string;
  title: string;
  changed: ('title' | 'text')[];
  /** False where the page alone was changed and the feed shows the article as before. */
  inFeed: boolean;
};

/** What stands at an article's address: its text, a part of it before a paywall, or nothing any more. */
export type PageState = 'open' | 'paywalled' | 'withdrawn';

/** What is true of one article of the press; labels are empty where it is not relevant. */
export type ArticleTruth = {
  id: string;
  /** The outlet's name as in `feeds()`. */
  outlet: string;
  outletSlug: string;
  country: string;
  group: OutletGroup;
  language: PressLanguage;
  url: string;
  /** As published first; see `edits`. */
  title: string;
  /** The instant in UTC, whatever a faulty feed or page says. */
  published: string;
  offsetMinutes: number;
  relevant: boolean;
  topics: TopicId[];
  frames: FrameId[];
  /** What an article outside the beat is about. */
  offBeat: OffBeatId | null;
  storyId: string;
  /** The article that this one repeats, as a syndicated copy. */
  copyOf: string | null;
  translationOf: string | null;
  followUpOf: string | null;
  /** Those that have happened by the press's clock. */
  edits: ArticleEdit[];
  /** What its address answers by the press's clock. */
  page: PageState;
};

/** An article's words at one time. */
export type ArticleVersion = { at: string; title: string; paragraphs: string[]; onPageOnly?: boolean };

/** An article with its text as it reads now. */
export type PressArticle = ArticleTruth & {
  author: string;
  section: 'world' | 'nation' | 'sports' | 'business';
  summary: string;
  paragraphs: string[];
  text: string;
};
