import { framesFor } from './compose.ts';
import { type FrameId, frameIds, type OffBeatId, type TopicId } from './labels.ts';
import type { Random } from './random.ts';
import { eventSlots, type Slots } from './slots.ts';
import {
  companions,
  frameHomes,
  impliedFrames,
  frameTendencies,
  offBeatTendencies,
  topicTendencies,
} from './tendencies.ts';
import type { PressOutlet } from './types.ts';
import type { Assignment } from './writer.ts';

/** What the simulated months are to show: drawn into the articles by intention. */
export type PressDesign = {
  /** From here on newspapers and broadcasters take up who pays ten times as readily. */
  burdenSharingRisesAt: string;
  /** The day (counted from 1970, UTC) on which a trade quarrel multiplies the coverage. */
  spikeDay: number;
};

/** Something that happened, and how it tends to be told. */
export type PressEvent = {
  storyId: string;
  at: Date;
  relevant: boolean;
  topics: TopicId[];
  offBeat: OffBeatId | null;
  /** A frame that many outlets take up on this occasion. */
  slant: FrameId | null;
  slots: Slots;
  factChoice: readonly number[];
  angle: number;
};

/** Makes up an event: its topics or its subject, its people, places and figures. */
export function assignEvent(
  { storyId, at, relevant, spike = false }: { storyId: string; at: Date; relevant: boolean; spike?: boolean },
  design: PressDesign,
  random: Random,
): PressEvent {
  const topics = relevant ? pickTopics(spike, hasRisen(at, design), random) : [];
  return {
    storyId,
    at,
    relevant,
    topics,
    offBeat: relevant ? null : random.weighted(offBeatTendencies),
    slant: spike ? 'economic_interest' : relevant ? random.pick(framesFor(topics, 'en')) : null,
    slots: eventSlots(random, at),
    factChoice: relevant
      ? random.sample([0, 1, 2, 3, 4, 5, 6, 7], 6)
      : random.sample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 7),
    angle: random.int(0, 3),
  };
}

/** What one outlet makes of the event: its frames follow its kind, the event's slant and the date. */
export function assignOutlet(
  event: PressEvent,
  outlet: PressOutlet,
  at: Date,
  design: PressDesign,
  random: Random,
): Omit<Assignment, 'followUp'> {
  const { offBeat, topics, slots, factChoice, angle } = event;
  const frames = offBeat ? [] : pickFrames(event, outlet, at, design, random);
  return { language: outlet.language, topics, frames, offBeat, slots, factChoice, angle };
}

function pickTopics(spike: boolean, isCostly: boolean, random: Random): TopicId[] {
  const host_nation_support = topicTendencies.host_nation_support * (isCostly ? 2.2 : 1);
  const tendencies = { ...topicTendencies, host_nation_support };
  const first = spike ? 'trade_economic_security' : random.weighted<TopicId>(tendencies);
  return random.chance(0.6) ? [first, random.pick(companions[first])] : [first];
}

function pickFrames(
  event: PressEvent,
  outlet: PressOutlet,
  at: Date,
  design: PressDesign,
  random: Random,
): FrameId[] {
  const possible = new Set(framesFor(event.topics, outlet.language));
  const count = Number(random.weighted({ '1': 0.4, '2': 0.42, '3': 0.18 }));
  const weights = Object.fromEntries(
    frameIds
      .filter((frame) => possible.has(frame))
      .map((frame) => [frame, weightOf(frame, event, outlet, at, design)]),
  );
  const frames = impliedBy(event.topics);
  for (const frame of frames) weights[frame] = 0;
  while (frames.length < Math.min(count, possible.size)) {
    const frame = random.weighted<FrameId>(weights);
    frames.push(frame);
    weights[frame] = 0;
  }
  return random.sample(frames, frames.length);
}

function impliedBy(topics: readonly TopicId[]): FrameId[] {
  return topics.flatMap((topic) => impliedFrames[topic] ?? []);
}

function weightOf(
  frame: FrameId,
  { slant, topics }: PressEvent,
  outlet: PressOutlet,
  at: Date,
  design: PressDesign,
): number {
  const tendency = frameTendencies[outlet.group][frame] ?? 0.1;
  const fashion = frame === 'burden_sharing' ? interestInCosts(outlet, at, design) : 1;
  const home = frameHomes[frame];
  const atHome = home !== undefined && topics.includes(home) ? 3 : 1;
  return tendency * fashion * atHome * (frame === slant ? 2.5 : 1);
}

/** Newspapers and broadcasters hardly care who pays until the design says that they do; others stay as they are. */
export function interestInCosts({ group }: PressOutlet, at: Date, design: PressDesign): number {
  if (group !== 'newspaper' && group !== 'broadcaster') return 1;
  return hasRisen(at, design) ? 3 : 0.4;
}

const hasRisen = (at: Date, { burdenSharingRisesAt }: PressDesign) =>
  at.toISOString() >= burdenSharingRisesAt;
