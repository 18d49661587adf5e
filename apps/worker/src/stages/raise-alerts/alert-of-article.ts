import {
  type ArticleRule,
  type FirstRule,
  labelsMeant,
  nameOfLabel,
  quotesFor,
  sayWhy,
} from '@framewatch/alert-rules';
import type { WhyPart } from '@framewatch/contracts';
import type { NewAlert } from '@framewatch/store';
import type { SeenArticle } from './look-at.ts';

/** An alert of an article: why, and the sentences that spoke for the topics and frames that are meant. */
export function alertOfArticle(
  rule: ArticleRule | FirstRule,
  { listed, matched, evidence, seeds }: SeenArticle,
  meant: { topics?: string[] | undefined; frames?: string[] | undefined },
  whyParts: WhyPart[],
): Omit<NewAlert, 'occurrenceKey'> {
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    on: rule.on,
    beatId: matched.beat,
    title: listed.title,
    articleId: listed.id,
    url: listed.url,
    outlet: listed.outlet.name,
    labels: labelsMeant(meant, matched).map(({ labelId }) => labelId),
    why: sayWhy(whyParts, nameOfLabel(seeds)),
    whyParts,
    quotes: quotesFor(meant, matched, evidence),
    synthetic: listed.synthetic,
    channels: rule.channels,
  };
}
