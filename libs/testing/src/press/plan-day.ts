import {
  assignEvent,
  assignOutlet,
  hasRisen,
  interestInCosts,
  type PressDesign,
  type PressEvent,
  pickOffBeat,
  pickTopic,
} from './assign.ts';
import { type Composition, compose } from './compose.ts';
import { addEdits } from './edits.ts';
import { type OffBeatId, type TopicId, topicIds } from './labels.ts';
import { fnv1a, type Random, randomFor } from './random.ts';
import { type ArticleRecord, makeRecord, type RecordKin } from './record.ts';
import type { EventNumber } from './slots.ts';
import { creditedCopy } from './syndicate.ts';
import type { PressOutlet } from './types.ts';

export type PlanContext = {
  seed: number | string;
  outlets: readonly PressOutlet[];
  articlesPerDay: number;
  design: PressDesign;
};

const hour = 3_600_000;
const day = 24 * hour;

/** Share of the stream that is about the beat on an ordinary day. */
const relevantShare = 0.4;

/**
 * All that the press publishes about the events of one day (`dayIndex` counts days from 1970 in UTC). Reports on
 * them may appear up to four days later. The same seed, day and design always give the same articles.
 */
export function planDay(context: PlanContext, dayIndex: number): ArticleRecord[] {
  const random = randomFor(context.seed, 'day', dayIndex);
  const weekend = [0, 6].includes(new Date(dayIndex * day).getUTCDay());
  const total = Math.max(
    1,
    Math.round(context.articlesPerDay * (weekend ? 0.7 : 1.12) * (0.9 + random.next() * 0.2)),
  );
  const desk = new Desk(context, dayIndex, random);
  const spike = dayIndex === context.design.spikeDay;
  desk.fillUp(true, Math.round(total * relevantShare * (spike ? 3.5 : 1)), spike);
  desk.fillUp(false, Math.round(total * (1 - relevantShare)), false);
  return desk.records.sort((one, other) => one.published.localeCompare(other.published));
}

/** Hands out one day's events to outlets until there are enough articles. */
class Desk {
  readonly records: ArticleRecord[] = [];
  readonly #context: PlanContext;
  readonly #dayIndex: number;
  readonly #random: Random;
  readonly #perSubject = new Map<TopicId | OffBeatId, number>();
  /** Each topic has its turn every other day, so that two events are not taken for one. */
  readonly #topicsLeft: Set<TopicId>;
  #events = 0;

  constructor(context: PlanContext, dayIndex: number, random: Random) {
    this.#context = context;
    this.#dayIndex = dayIndex;
    this.#random = random;
    const turns = randomFor(context.seed, 'turns', dayIndex >> 1).sample(topicIds, topicIds.length);
    this.#topicsLeft = new Set(turns.filter((_, place) => place % 2 === dayIndex % 2));
  }

  fillUp(relevant: boolean, wanted: number, spike: boolean): void {
    const before = this.records.length;
    while (this.records.length - before < wanted) {
      this.#cover(relevant, wanted - (this.records.length - before), spike);
    }
  }

  #cover(relevant: boolean, room: number, spike: boolean): void {
    const random = this.#random;
    const at = new Date(this.#dayIndex * day + random.next() * day);
    const subject = relevant ? this.#nextTopic(spike) : pickOffBeat(random);
    const order = { storyId: this.#nextStory(), number: this.#nextNumber(subject), at, subject };
    const event = assignEvent(spike ? { ...order, slant: 'economic_interest' } : order, random);
    const count = relevant ? random.int(2, 11) : random.int(1, 4);
    const outlets = pickOutlets(this.#context, event, count, random);
    for (const outlet of outlets.slice(0, Math.max(1, room))) this.#report(event, outlet);
  }

  #nextTopic(spike: boolean): TopicId {
    if (spike) return 'trade_economic_security';
    const { design } = this.#context;
    const isCostly = hasRisen(new Date(this.#dayIndex * day), design);
    const topic = pickTopic(this.#topicsLeft, isCostly, this.#random);
    this.#topicsLeft.delete(topic);
    return topic;
  }

  #nextStory(): string {
    return `s${this.#stamp()}-${this.#events++}`;
  }

  /** Names come again after some days only; busier days than these strides allow run into the next one's. */
  #nextNumber(subject: TopicId | OffBeatId): EventNumber {
    const today = this.#perSubject.get(subject) ?? 0;
    this.#perSubject.set(subject, today + 1);
    return {
      ofAll: this.#dayIndex * 29 + this.#events,
      ofSubject: (fnv1a(subject) % 1000) + this.#dayIndex * 5 + today,
    };
  }

  #report(event: PressEvent, outlet: PressOutlet): void {
    const random = this.#random;
    const first = this.records.find((record) => record.storyId === event.storyId);
    const followUp = first !== undefined && random.chance(0.15);
    const delay = followUp ? day * (1 + random.next() * 2) : 36 * hour * random.next() ** 2.2;
    const at = new Date(event.at.getTime() + delay);
    const assignment = { ...assignOutlet(event, outlet, at, this.#context.design, random), followUp };
    const kin = followUp ? { followUpOf: first.id } : {};
    const record = this.#file(event, outlet, at, assignment, compose(assignment, random), kin);
    addEdits(record, random);
    if (outlet.group === 'wire' && random.chance(0.4)) this.#syndicate(event, record, outlet);
    else if (event.relevant && random.chance(0.08)) this.#translate(event, record);
  }

  /** Newspapers and broadcasters print a wire's words under its credit. */
  #syndicate(event: PressEvent, original: ArticleRecord, wire: PressOutlet): void {
    const random = this.#random;
    const buyers = this.#context.outlets.filter(
      ({ group, language, slug }) =>
        (group === 'newspaper' || group === 'broadcaster') &&
        language === wire.language &&
        !this.records.some((record) => record.storyId === event.storyId && record.outletSlug === slug),
    );
    for (const buyer of random.sample(buyers, random.int(1, 3))) {
      const at = new Date(Date.parse(original.published) + (0.3 + random.next() * 8) * hour);
      const copy = creditedCopy(original, wire, random);
      this.#file(event, buyer, at, original.assignment, copy, { copyOf: original.id });
    }
  }

  /** The same report, with the same frames, in the other language. */
  #translate(event: PressEvent, original: ArticleRecord): void {
    const random = this.#random;
    const others = this.#context.outlets.filter(({ language }) => language !== original.language);
    if (others.length === 0) return;
    const outlet = random.pick(others);
    const at = new Date(Date.parse(original.published) + (1 + random.next() * 20) * hour);
    const assignment = { ...original.assignment, language: outlet.language };
    this.#file(event, outlet, at, assignment, compose(assignment, random), { translationOf: original.id });
  }

  #file(
    event: PressEvent,
    outlet: PressOutlet,
    at: Date,
    assignment: ArticleRecord['assignment'],
    composition: Composition,
    kin: RecordKin,
  ): ArticleRecord {
    const id = `${this.#stamp()}-${String(this.records.length).padStart(3, '0')}`;
    const random = this.#random;
    const record = makeRecord(
      { id, outlet, at, storyId: event.storyId, random },
      assignment,
      composition,
      kin,
    );
    this.records.push(record);
    return record;
  }

  #stamp(): string {
    return new Date(this.#dayIndex * day).toISOString().slice(0, 10).replaceAll('-', '');
  }
}

function pickOutlets(
  { outlets, design }: PlanContext,
  { topics, at }: PressEvent,
  count: number,
  random: Random,
): PressOutlet[] {
  const left = new Map(outlets.map((outlet) => [outlet.slug, outlet]));
  const fashion = (outlet: PressOutlet) =>
    topics.includes('host_nation_support') ? interestInCosts(outlet, at, design) : 1;
  return Array.from({ length: Math.min(count, left.size) }, () => {
    const weights = [...left.values()].map((outlet) => [outlet.slug, outlet.weight * fashion(outlet)]);
    const slug = random.weighted<string>(Object.fromEntries(weights));
    const outlet = left.get(slug) as PressOutlet;
    left.delete(slug);
    return outlet;
  });
}
