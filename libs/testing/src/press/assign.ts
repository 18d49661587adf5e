import { framesFor } from './compose.ts';
import { type FrameId, frameIds, type OffBeatId, type TopicId, topicIds } from './labels.ts';
import type { Random } from './random.ts';
import { type EventNumber, eventSlots, type Slots } from './slots.ts';
import {
  companions,
  frameHomes,
  frameTendencies,
  impliedFrames,
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

export type EventOrder = {
  storyId: string;
  number: EventNumber;
  at: Date;
  subject: TopicId | OffBeatId;
  slant?: FrameId;
};

/** Makes up an event: its second topic, its people, places and figures. */
export function assignEvent({ storyId, number, at, subject, slant }: EventOrder, random: Random): PressEvent {
  const topics = isTopic(subject) ? withCompanion(subject, random) : [];
  return {
    storyId,
    at,
    relevant: topics.length > 0,
    topics,
    offBeat: isTopic(subject) ? null : subject,
    slant: slant ?? (topics.length > 0 ? random.pick(framesFor(topics, 'en')) : null),
    slots: eventSlots(random, at, number),
    factChoice: random.sample([0, 1, 2, 3, 4, 5, 6, 7], 6),
    angle: number.ofSubject,
  };
}

/** A subject for an event, by tendency, out of those that are left; out of all where none is. */
export function pickTopic(left: ReadonlySet<TopicId>, isCostly: boolean, random: Random): TopicId {
  const choices = topicIds.filter((topic) => left.size === 0 || left.has(topic));
  const weights = choices.map((topic) => [
    topic,
    topicTendencies[topic] * (isCostly && topic === 'host_nation_support' ? 2.2 : 1),
  ]);
  return random.weighted<TopicId>(Object.fromEntries(weights));
}

/** A subject outside the beat, by tendency. */
export function pickOffBeat(random: Random): OffBeatId {
  return random.weighted(offBeatTendencies);
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

function withCompanion(topic: TopicId, random: Random): TopicId[] {
  return random.chance(0.6) ? [topic, random.pick(companions[topic])] : [topic];
}

function isTopic(subject: TopicId | OffBeatId): subject is TopicId {
  return (topicIds as readonly string[]).includes(subject);
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

/** Whether the design has made who pays a fashion by then. */
export const hasRisen = (at: Date, { burdenSharingRisesAt }: PressDesign) =>
  at.toISOString() >= burdenSharingRisesAt;
