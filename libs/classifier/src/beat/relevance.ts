import type { Decision, Relevance } from '@framewatch/contracts';
import type { CompiledBeat } from './compile-seeds.ts';
import type { Room } from './room.ts';
import type { Signals } from './sentence-signals.ts';

/** Relevance, and for each sentence whether it belongs to a passage about the beat. */
export interface RelevanceReading {
  readonly relevance: Relevance;
  readonly passage: readonly boolean[];
}

/** Sentences of the text that count, beside the title, as its lead. */
const LEAD_SENTENCES = 3;
/** Sentences within which the concept groups must meet. */
const WINDOW = 2;

/**
 * Relevance of a text: every concept group must be there, near each other. The score is the geometric mean of
 * how often each is named (title and lead count more), times how much of the text they meet in, times their
 * place in the lead, times how far the beat's countries outweigh the others that are named. Similarity alone
 * cannot tell one alliance from another.
 */
export function readRelevance(beat: CompiledBeat, signals: Signals, room: Room): RelevanceReading {
  const present = groupsPresent(beat, signals, room);
  const core = coreSentences(beat, signals.count, present);
  const score = relevanceScore(beat, signals, present, core);
  return {
    relevance: {
      score,
      decision: decideRelevance(score),
      groups: beat.groupIds.map((id, g) => groupReading(beat, signals, present, id, g)),
      sentences: signals.sentences.filter((_, i) => core[i]).map(({ span }) => span),
    },
    passage: passages(core),
  };
}

/** Decision bounds of relevance. */
const YES_FROM = 0.5;
const NO_BELOW = 0.35;

/** The decision that a relevance score stands for. */
export function decideRelevance(score: number): Decision {
  return score >= YES_FROM ? 'yes' : score < NO_BELOW ? 'no' : 'unclear';
}

/** A sentence with cues of this weight for a label of the beat names its tie, in whatever words. */
const CLEAR_CUES = 0.7;

/** Mentions per sentence and concept group; a group that names no country is also met where a label clearly is. */
function groupsPresent(beat: CompiledBeat, signals: Signals, room: Room): Int32Array {
  const present = room.ints(signals.groups.length);
  present.set(signals.groups);
  const { countryGroups, labels } = beat;
  if (!countryGroups.includes(true)) return present;
  for (let i = 0; i < signals.count; i++) {
    let isClear = false;
    for (let k = i * labels.length; k < (i + 1) * labels.length; k++)
      isClear ||= signals.cues[k]! >= CLEAR_CUES;
    if (!isClear) continue;
    for (let g = 0; g < countryGroups.length; g++) {
      const at = i * countryGroups.length + g;
      if (!countryGroups[g]) present[at] = Math.max(1, present[at]!);
    }
  }
  return present;
}

function groupReading(beat: CompiledBeat, signals: Signals, present: Int32Array, id: string, g: number) {
  let mentions = 0;
  let inLead = false;
  for (let i = 0; i < signals.count; i++) {
    const n = present[i * beat.groupIds.length + g]!;
    mentions += n;
    if (n > 0 && isLead(signals, i)) inLead = true;
  }
  return { id, mentions, inLead };
}

function isLead(signals: Signals, i: number): boolean {
  return signals.sentences[i]!.span.field === 'title' || i < LEAD_SENTENCES;
}

/** A title says what a text is about, and so does its lead. */
function positionWeight(signals: Signals, i: number): number {
  if (signals.sentences[i]!.span.field === 'title') return 3;
  return isLead(signals, i) ? 2 : 1;
}

/** Sentences of fewer words (datelines, captions) do not make a text longer. */
const MIN_WORDS = 4;
/** Mentions per sentence at which a group is about two thirds present: countries are named more rarely than ties. */
const COUNTRY_HALF = 0.2;
const TIE_HALF = 0.5;
const DENSITY_HALF = 0.1;
/** How much a mention of the most named other country takes away. */
const RIVALRY = 0.85;

function relevanceScore(
  beat: CompiledBeat,
  signals: Signals,
  present: Int32Array,
  core: readonly boolean[],
): number {
  const meeting = core.filter(Boolean).length;
  if (meeting === 0) return 0;
  const sentences = Math.max(3, proseSentences(signals));
  const groups = beat.groupIds.length;
  let logs = 0;
  let own = Infinity;
  let leading = 0;
  for (let g = 0; g < groups; g++) {
    const { mentions, inLead } = weighedMentions(signals, present, groups, g);
    const isCountry = beat.countryGroups[g];
    logs += Math.log(saturate(mentions / sentences, isCountry ? COUNTRY_HALF : TIE_HALF));
    if (isCountry) own = Math.min(own, mentions);
    if (inLead) leading += 1;
  }
  const rivals = strongestRival(signals);
  const dominance = own === Infinity ? 1 / (1 + rivals / sentences) : own / (own + RIVALRY * rivals);
  const place = 0.25 + (0.75 * leading) / groups;
  return Math.sqrt(Math.exp(logs / groups) * saturate(meeting / sentences, DENSITY_HALF) * place * dominance);
}

function proseSentences(signals: Signals): number {
  let count = 0;
  for (let i = 0; i < signals.count; i++) if (signals.lengths[i]! >= MIN_WORDS) count += 1;
  return count;
}

/** Mentions of a group, weighed by where they stand, and whether one is in the lead. */
function weighedMentions(signals: Signals, present: Int32Array, groups: number, g: number) {
  let mentions = 0;
  let inLead = false;
  for (let i = 0; i < signals.count; i++) {
    const n = present[i * groups + g]!;
    if (n === 0) continue;
    mentions += n * positionWeight(signals, i);
    inLead ||= isLead(signals, i);
  }
  return { mentions, inLead };
}

/** Mentions of negative concepts and of the one other country that is named most. */
function strongestRival(signals: Signals): number {
  const mentions = new Map<number, number>();
  let most = 0;
  for (const { sentence, country } of signals.rivals) {
    const n = (mentions.get(country) ?? 0) + positionWeight(signals, sentence);
    mentions.set(country, n);
    most = Math.max(most, n);
  }
  for (let i = 0; i < signals.count; i++)
    if (signals.negatives[i]! > 0) most += signals.negatives[i]! * positionWeight(signals, i);
  return most;
}

function saturate(x: number, half: number): number {
  return 1 - Math.exp(-x / half);
}

/** Sentences where all groups meet within a window of neighbouring sentences and that name one of them. */
function coreSentences(beat: CompiledBeat, count: number, present: Int32Array): boolean[] {
  const groups = beat.groupIds.length;
  const core = Array.from({ length: count }, () => false);
  const isNamed = (i: number, g: number): boolean => i < count && present[i * groups + g]! > 0;
  for (let i = 0; i < count; i++) {
    let met = 0;
    for (let g = 0; g < groups; g++) {
      for (let j = i; j < i + WINDOW; j++) {
        if (!isNamed(j, g)) continue;
        met += 1;
        break;
      }
    }
    if (met < groups) continue;
    for (let j = i; j < Math.min(count, i + WINDOW); j++) {
      for (let g = 0; g < groups; g++) core[j] ||= isNamed(j, g);
    }
  }
  return core;
}

/** From this share of core sentences on, the whole text is about the beat. */
const WHOLE_FROM = 0.25;

function passages(core: readonly boolean[]): boolean[] {
  const share = core.filter(Boolean).length / Math.max(1, core.length);
  if (share >= WHOLE_FROM) return core.map(() => true);
  return core.map((inside, i) => inside || core[i - 1] === true || core[i + 1] === true);
}
