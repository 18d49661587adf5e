import type { Decision, Relevance } from '@framewatch/contracts';
import type { CompiledBeat } from './compile-seeds.ts';
import type { SentenceSignals } from './sentence-signals.ts';

/** Relevance, and for each sentence whether it belongs to a passage about the beat. */
export interface RelevanceReading {
  readonly relevance: Relevance;
  readonly passage: readonly boolean[];
}

/** Sentences of the text (and the title) that count as its lead. */
const LEAD_SENTENCES = 3;
/** Sentences within which the concept groups must meet. */
const WINDOW = 2;

/**
 * Relevance of a text: every concept group must be there, near each other or in the lead. The score is the
 * geometric mean of presence (how often the rarest group is named), of how much of the text the groups meet
 * in, of the lead, and of how far the beat's own concepts outweigh the negative ones. Similarity alone cannot
 * tell one alliance from another.
 */
export function readRelevance(beat: CompiledBeat, signals: readonly SentenceSignals[]): RelevanceReading {
  const groups = beat.groupIds.map((id, g) => ({
    id,
    mentions: signals.reduce((sum, s) => sum + s.groups[g]!, 0),
    inLead: signals.some((s, i) => isLead(signals, i) && s.groups[g]! > 0),
  }));
  const core = coreSentences(beat, signals);
  const meeting = core.filter(Boolean).length;
  const score = relevanceScore(beat, signals, groups, meeting);
  const decision = decide(score);
  return {
    relevance: {
      score,
      decision,
      groups,
      sentences: signals.filter((_, i) => core[i]).map((s) => s.sentence.span),
    },
    passage: passages(core, signals.length),
  };
}

/** Decision bounds of relevance. */
const YES_FROM = 0.5;
const NO_BELOW = 0.35;

function decide(score: number): Decision {
  return score >= YES_FROM ? 'yes' : score < NO_BELOW ? 'no' : 'unclear';
}

function isLead(signals: readonly SentenceSignals[], i: number): boolean {
  return signals[i]!.sentence.span.field === 'title' || i < LEAD_SENTENCES;
}

function relevanceScore(
  beat: CompiledBeat,
  signals: readonly SentenceSignals[],
  groups: Relevance['groups'],
  meeting: number,
): number {
  if (meeting === 0 || groups.some((group) => group.mentions === 0)) return 0;
  const sentences = Math.max(3, signals.filter((s) => s.length >= MIN_WORDS).length);
  const logs = groups.reduce((sum, group) => sum + Math.log(saturate(group.mentions / sentences, 0.2)), 0);
  const presence = Math.exp(logs / groups.length);
  const density = saturate(meeting / sentences, 0.1);
  const lead = groups.filter((group) => group.inLead).length / groups.length;
  const negatives = signals.reduce((sum, s) => sum + s.negatives, 0);
  const rivals = negatives + strongestRival(signals);
  const own = Math.min(
    ...groups.filter((_, g) => beat.countryGroups[g]).map((group) => group.mentions),
    Infinity,
  );
  const dominance = own === Infinity ? 1 / (1 + negatives / sentences) : own / (own + 0.7 * rivals);
  return (presence * density * (0.25 + 0.75 * lead) * dominance) ** 0.5;
}

const MIN_WORDS = 4;

/** Mentions of the one other country that is named most. */
function strongestRival(signals: readonly SentenceSignals[]): number {
  const mentions = new Map<number, number>();
  for (const s of signals) for (const rival of s.rivals) mentions.set(rival, (mentions.get(rival) ?? 0) + 1);
  return Math.max(0, ...mentions.values());
}

function saturate(x: number, half: number): number {
  return 1 - Math.exp(-x / half);
}

/** Sentences where all groups meet within a window of neighbouring sentences and that name one of them. */
function coreSentences(beat: CompiledBeat, signals: readonly SentenceSignals[]): boolean[] {
  const core = signals.map(() => false);
  for (let i = 0; i < signals.length; i++) {
    const window = signals.slice(i, i + WINDOW);
    const together = beat.groupIds.every((_, g) => window.some((s) => s.groups[g]! > 0));
    if (!together) continue;
    for (const [j, s] of window.entries()) if (s.groups.some((n) => n > 0)) core[i + j] = true;
  }
  return core;
}

/** From this share of core sentences on, the whole text is about the beat. */
const WHOLE_FROM = 0.25;

function passages(core: readonly boolean[], count: number): boolean[] {
  const share = core.filter(Boolean).length / Math.max(1, count);
  if (share >= WHOLE_FROM) return core.map(() => true);
  return core.map((inside, i) => inside || core[i - 1] === true || core[i + 1] === true);
}
