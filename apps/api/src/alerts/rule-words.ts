import type { AlertRuleConfig, BeatSeeds } from '@framewatch/contracts';

/** A rule's conditions as a sentence; topics and frames by their names where the beat's seeds are known. */
export function ruleWords(rule: AlertRuleConfig, seeds: BeatSeeds | undefined): string {
  switch (rule.on) {
    case 'new-article':
    case 'new-story':
      return `${rule.on === 'new-article' ? 'A new article is' : 'A new story is'} relevant${articleConditions(rule, seeds)}.`;
    case 'spike':
      return `Far more coverage than usual in one ${rule.window}${windowConditions(rule, seeds)}, with at least ${rule.minimumArticles} articles.`;
    case 'framing-shift':
      return `The mix of frames changes from one ${rule.window} to the next${windowConditions(rule, seeds)}, with at least ${rule.minimumArticles} articles.`;
    case 'first-coverage':
      return `An outlet${rule.outlets ? ` of ${either(rule.outlets)}` : ''} covers${rule.topics ? '' : ' the beat'}${subjectConditions(
        { ...rule, frames: undefined },
        seeds,
      )
        .filter(Boolean)
        .join('')} for the first time${rule.after ? ` in ${rule.after}` : ''}.`;
    case 'feed-trouble':
      return `A feed${rule.outlets ? ` of ${either(rule.outlets)}` : ''} ${either(rule.troubles.map((trouble) => TROUBLES[trouble]))}.`;
  }
}

type ArticleRule = Extract<AlertRuleConfig, { on: 'new-article' | 'new-story' }>;
type WindowRule = Extract<AlertRuleConfig, { on: 'spike' | 'framing-shift' }>;

const TROUBLES = { silent: 'falls silent', failing: 'fails', gone: 'is gone for good' } as const;

function articleConditions(rule: ArticleRule, seeds: BeatSeeds | undefined): string {
  const named = [...(rule.topics ?? []), ...(rule.frames ?? [])];
  return [
    ...subjectConditions(rule, seeds),
    rule.outlets && ` from ${either(rule.outlets)}`,
    rule.words && ` with the words ${either(rule.words.map((word) => `“${word}”`))}`,
    rule.minimumRelevance !== undefined && `, relevance at least ${rule.minimumRelevance}`,
    rule.minimumScore !== undefined &&
      `, score at least ${rule.minimumScore}${named.length > 0 ? ' for one of them' : ''}`,
  ]
    .filter(Boolean)
    .join('');
}

const windowConditions = (rule: WindowRule, seeds: BeatSeeds | undefined): string =>
  subjectConditions(rule, seeds).filter(Boolean).join('');

function subjectConditions(
  { topics, frames, groups, languages }: Pick<ArticleRule, 'topics' | 'frames' | 'groups' | 'languages'>,
  seeds: BeatSeeds | undefined,
): (string | undefined)[] {
  return [
    topics && ` on ${either(topics.map((id) => nameOf('topic', id, seeds)))}`,
    frames && ` framed as ${either(frames.map((id) => nameOf('frame', id, seeds)))}`,
    groups && ` from outlets of the kind ${either(groups.map((group) => group.replaceAll('-', ' ')))}`,
    languages && ` in ${either(languages.map(languageName))}`,
  ];
}

function nameOf(kind: 'topic' | 'frame', id: string, seeds: BeatSeeds | undefined): string {
  return seeds?.labels.find((label) => label.kind === kind && label.id === id)?.name['en'] ?? id;
}

const languageName = (code: string): string =>
  new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
const either = (words: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
