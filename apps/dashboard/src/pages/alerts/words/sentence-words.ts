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
