import type { ArticleSummary, Evidence, LabelScore, Quote } from '@framewatch/contracts';
import type { ListedArticle } from '@framewatch/store';

type CorrectionInForce = { kind: string; labelId: string; decision: 'yes' | 'no' };

/** What a model and editors say of one article. */
export interface Judgement {
  labels: readonly LabelScore[];
  evidence: readonly Evidence[];
  corrections: readonly CorrectionInForce[];
}

const MOST_QUOTES = 3;

/** An article as lists show it: the model's decisions with editors' corrections laid over them. */
export function summaryOf(article: ListedArticle, judgement: Judgement): ArticleSummary {
  const labels = labelsOf(article, judgement);
  return {
    id: article.id,
    title: article.title,
    url: article.url,
    outlet: {
      id: article.outlet.id,
      name: article.outlet.name,
      country: article.outlet.country,
      group: article.outlet.outlet_group,
      language: article.outlet.language,
    },
    language: article.language,
    countedAt: article.counted_at.toISOString(),
    dateIsStated: article.date_is_stated,
    offsetMinutes: article.offset_minutes,
    firstSeenAt: article.first_seen_at.toISOString(),
    textSource: article.text_source as ArticleSummary['textSource'],
    relevance: {
      score: article.relevance_score ?? 0,
      decision: article.relevant ? 'yes' : article.unclear ? 'unclear' : 'no',
    },
    labels,
    quotes: quotesOf(article, labels, judgement.evidence),
    story: storyOf(article),
    edited: article.edited,
    withdrawn: article.withdrawn,
    synthetic: article.synthetic,
  };
}

function storyOf({ story_id, story_articles, story_outlets }: ListedArticle): ArticleSummary['story'] {
  return story_id === null ? null : { id: story_id, articles: story_articles, outlets: story_outlets };
}

/** Labels decided yes or unclear, strongest first; an article that is not relevant carries only what an editor gave it. */
function labelsOf(article: ListedArticle, { labels, corrections }: Judgement): ArticleSummary['labels'] {
  const counts = article.relevant || article.unclear;
  const word = (kind: string, id: string) =>
    corrections.find((c) => c.kind === kind && c.labelId === id)?.decision;
  const decided = labels.map((label) => {
    const corrected = word(label.kind, label.labelId);
    return {
      ...label,
      decision: corrected ?? (counts ? label.decision : 'no'),
      corrected: corrected !== undefined,
    };
  });
  // A label that the model does not know (its seed came later) is as good as an editor's word makes it.
  const known = new Set(labels.map(({ kind, labelId }) => `${kind} ${labelId}`));
  const added = corrections.flatMap(({ kind, labelId, decision }) =>
    (kind === 'topic' || kind === 'frame') && !known.has(`${kind} ${labelId}`)
      ? [{ kind, labelId, score: decision === 'yes' ? 1 : 0, decision, corrected: true } as const]
      : [],
  );
  return [...decided, ...added]
    .filter(({ decision }) => decision !== 'no')
    .sort((a, b) => Number(b.corrected) - Number(a.corrected) || b.score - a.score);
}

/** The strongest sentences of the labels shown: one for each label first, no sentence twice. */
function quotesOf(
  { title, text }: ListedArticle,
  labels: ArticleSummary['labels'],
  evidence: readonly Evidence[],
): Quote[] {
  const shown = new Set(labels.map(({ kind, labelId }) => `${kind} ${labelId}`));
  const strongest = evidence
    .filter(({ weight, kind, labelId }) => weight > 0 && shown.has(`${kind} ${labelId}`))
    .sort((a, b) => b.weight - a.weight);
  const quotes: Quote[] = [];
  for (const { kind, labelId, sentence, voice } of strongest) {
    const words = (sentence.field === 'title' ? title : text).slice(sentence.start, sentence.end).trim();
    const isNew = quotes.every(
      (quote) => quote.text !== words && !(quote.kind === kind && quote.labelId === labelId),
    );
    if (words !== '' && isNew) quotes.push({ kind, labelId, text: words, voice });
    if (quotes.length === MOST_QUOTES) break;
  }
  return quotes;
}
