import type { WhyPart } from '@framewatch/contracts';
import type { RuleNames } from './rule-sentence.ts';

/** What the sentence of a rule is made of, names in place of ids. Empty lists and nulls say nothing. */
export interface RuleInWords {
  beat: string | null;
  topics: string[];
  frames: string[];
  outlets: string[];
  groups: string[];
  languages: string[];
  words: string[];
  minimumRelevance: string | null;
  minimumScore: string | null;
  window: string;
  minimumArticles: string;
  after: string | null;
  troubles: string[];
  channels: string[];
  urgent: boolean;
  coolDown: string | null;
}

/** How one language tells a rule: by what it waits for, then where it tells. */
export type SentenceWords = Record<
  'new-article' | 'new-story' | 'first-coverage' | 'spike' | 'framing-shift' | 'feed-trouble' | 'tell',
  (rule: RuleInWords) => string
>;

/** Words one reason of an alert; `names` gives names for ids and times for instants. */
export type WhyWords = (part: WhyPart, names: RuleNames & { moment: (instant: string) => string }) => string;
