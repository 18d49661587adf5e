import type { Decision } from '@framewatch/contracts';

/** What an article counts as in the charts of one beat. */
export interface CountsAs {
  relevant: boolean;
  unclear: boolean;
  inFraming: boolean;
  topics: string[];
  frames: string[];
}

/** Texts that are only a feed's summary, or missing, say too little about framing. */
const TOO_LITTLE_TEXT = new Set(['feed-summary', 'none']);

/**
 * Lays editors' corrections over a model's decisions and says what the article counts as.
 * Only a relevant article carries topics; only one that was read whole enough carries frames.
 */
export function countsAs(
  decided: { relevance: Decision; labels: { kind: string; labelId: string; decision: Decision }[] },
  corrections: { kind: string; labelId: string; decision: 'yes' | 'no' }[],
  textSource: string,
): CountsAs {
  const correctedRelevance = corrections.find((c) => c.kind === 'relevance')?.decision;
  const relevant = (correctedRelevance ?? decided.relevance) === 'yes';
  const inFraming = relevant && !TOO_LITTLE_TEXT.has(textSource);
  const yes = (kind: 'topic' | 'frame'): string[] => {
    const ids = new Set(
      decided.labels.filter((l) => l.kind === kind && l.decision === 'yes').map((l) => l.labelId),
    );
    for (const c of corrections)
      if (c.kind === kind) {
        if (c.decision === 'yes') ids.add(c.labelId);
        else ids.delete(c.labelId);
      }
    return [...ids].sort();
  };
  return {
    relevant,
    unclear: correctedRelevance === undefined && decided.relevance === 'unclear',
    inFraming,
    topics: relevant ? yes('topic') : [],
    frames: inFraming ? yes('frame') : [],
  };
}
