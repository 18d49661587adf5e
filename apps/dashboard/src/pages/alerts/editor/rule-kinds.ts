/** Kinds of rule that a person can make, in the order in which they are offered. */
export const ruleKinds = [
  'new-article',
  'new-story',
  'first-coverage',
  'spike',
  'framing-shift',
  'feed-trouble',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

type Field = 'topics' | 'frames' | 'outlets' | 'groups' | 'languages' | 'words' | 'relevance' | 'score';

/** The conditions that each kind knows, as alerts.yaml has them. */
export const fieldsOf: Record<RuleKind, readonly Field[]> = {
  'new-article': ['topics', 'frames', 'outlets', 'groups', 'languages', 'words', 'relevance', 'score'],
  'new-story': ['topics', 'frames', 'outlets', 'groups', 'languages', 'words', 'relevance', 'score'],
  'first-coverage': ['topics', 'outlets', 'groups', 'languages', 'score'],
  spike: ['topics', 'frames', 'groups', 'languages'],
  'framing-shift': ['topics', 'frames', 'groups', 'languages'],
  'feed-trouble': ['outlets'],
};
