import type { Classification, Decision, Span } from '@framewatch/contracts';
import type { Judgements } from './judge.ts';
import type { Text } from './read-texts.ts';
import { type Target, truthOf } from './targets.ts';

/** A sentence that shows an error: its words, and which of them spoke for the decision (or, below zero, against). */
export interface ShownSentence {
  readonly text: string;
  readonly terms: readonly { readonly start: number; readonly end: number; readonly weight: number }[];
}

/** A wrong decision, with what led to it. */
export interface WrongDecision {
  readonly kind: Target['kind'];
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly title: string;
  readonly actual: boolean;
  readonly decision: Decision;
  readonly score: number;
  /** Where the label was missed because the whole text was taken to be outside the beat. */
  readonly outside: boolean;
  /** Of a wrong yes: the sentences that decided it. Of a missed label: the sentences that an editor gave it. */
  readonly sentences: readonly ShownSentence[];
}

const MOST_PER_KIND = 25;
const MOST_SENTENCES = 3;

/**
 * The worst wrong decisions: the surest first. Errors on held-out texts are left out: whoever mends cues must not
 * have read them, or the texts would be held out no longer.
 */
export function worstErrors(
  texts: readonly Text[],
  targets: readonly Target[],
  judgements: Judgements,
  classifications: readonly Classification[],
): WrongDecision[] {
  const own = judgements.get('framewatch');
  const errors = targets.flatMap((target) =>
    texts.flatMap((text, i) => {
      const actual = truthOf(text, target);
      const judgement = own?.get(target.key)?.[i] ?? null;
      if (text.part === 'held-out' || actual === null || judgement === null) return [];
      if ((judgement.decision === 'yes') === actual) return [];
      return [describe(text, target, actual, judgement, classifications[i]!)];
    }),
  );
  const off = ({ score, actual }: WrongDecision): number => Math.abs(score - (actual ? 1 : 0));
  return (['relevance', 'topic', 'frame'] as const).flatMap((kind) =>
    errors
      .filter((error) => error.kind === kind)
      .sort((a, b) => off(b) - off(a))
      .slice(0, MOST_PER_KIND),
  );
}

function describe(
  text: Text,
  { kind, id }: Target,
  actual: boolean,
  { score, decision }: { score: number; decision: Decision },
  classification: Classification,
): WrongDecision {
  return {
    kind,
    id,
    text: text.id,
    language: classification.language,
    title: text.title,
    actual,
    decision,
    score,
    outside: kind !== 'relevance' && actual && classification.relevance.decision === 'no',
    sentences: (actual
      ? labelledSentences(text, kind, id)
      : decisiveSentences(text, classification, kind, id)
    ).slice(0, MOST_SENTENCES),
  };
}

function labelledSentences({ sentences }: Text, kind: Target['kind'], id: string): ShownSentence[] {
  const carries = (sentence: Text['sentences'][number]): boolean =>
    kind === 'relevance' || sentence[kind === 'topic' ? 'topics' : 'frames'].includes(id);
  return sentences.filter(carries).map((sentence) => ({ text: sentence.text, terms: [] }));
}

function decisiveSentences(
  text: Text,
  { relevance, evidence }: Classification,
  kind: Target['kind'],
  id: string,
): ShownSentence[] {
  const cut = ({ field, start, end }: Span): string => text[field].slice(start, end);
  if (kind === 'relevance') return relevance.sentences.map((span) => ({ text: cut(span), terms: [] }));
  return evidence
    .filter((e) => e.kind === kind && e.labelId === id)
    .map(({ sentence, terms }) => ({
      text: cut(sentence),
      terms: terms
        .map(({ start, end, weight }) => ({
          start: start - sentence.start,
          end: end - sentence.start,
          weight,
        }))
        .sort((a, b) => a.start - b.start),
    }));
}
