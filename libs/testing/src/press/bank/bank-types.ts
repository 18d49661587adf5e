import type { FrameId, OffBeatId, TopicId } from '../labels.ts';

/** Sentences by frame, and within a frame by the topic that they speak of too. Words in `{braces}` are slots. */
export type FrameBank = Record<FrameId, Partial<Record<TopicId | 'any', readonly string[]>>>;

/** What the press can say of one topic without taking a view. */
export type TopicTexts = {
  headlines: readonly string[];
  /** Opening sentences: Japan, the United States and their alliance are all named. */
  leads: readonly string[];
  facts: readonly string[];
};
export type TopicBank = Record<TopicId, TopicTexts>;

/** One kind of event outside the beat, and what there is to tell of it. */
export type OffBeatEvent = { headline: string; lead: string; facts: readonly string[] };
export type OffBeatBank = Record<OffBeatId, readonly OffBeatEvent[]>;

/** Parts of a passer-by's remark; any may go with any. */
export type RemarkParts = { forms: readonly string[]; trades: readonly string[]; remarks: readonly string[] };

/** Everything that the press can write in one language. */
export type Bank = {
  frames: FrameBank;
  frameHeadlines: FrameBank;
  topics: TopicBank;
  /** What each topic's event is called in a headline. */
  occasions: Record<TopicId, string>;
  /** How a headline takes up the occasion; `{headline}` and `{occasion}` stand for themselves. */
  headlineForms: readonly string[];
  offBeat: OffBeatBank;
  /** Sentences that name both countries and their alliance, and nothing else. */
  background: readonly string[];
  fillers: readonly string[];
  quotes: readonly string[];
  remarks: RemarkParts;
  followUps: readonly string[];
  updates: readonly string[];
};

/** One thing that has a name in both languages. */
export type Named = { en: string; ja: string };
