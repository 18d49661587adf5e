import {
  assignEvent,
  assignOutlet,
  hasRisen,
  type PressDesign,
  type PressEvent,
  pickOffBeat,
  pickTopic,
} from './assign.ts';
import { compose, composeTitle, composeUpdate, framesFor } from './compose.ts';
import { type FrameId, type OffBeatId, type TopicId, topicIds } from './labels.ts';
import type { Library } from './library.ts';
import { type Random, randomFor } from './random.ts';
import { type ArticleRecord, makeRecord, type RecordKin } from './record.ts';
import { creditedCopy } from './syndicate.ts';
import { frameHomes, impliedFrames } from './tendencies.ts';
import type { PageState, PressOutlet } from './types.ts';

/** What to publish; everything left out is drawn by the seed. */
export type PublishOrder = {
  /** Slug or name. */
  outlet?: string;
  relevant?: boolean;
  topics?: TopicId[];
  frames?: FrameId[];
  offBeat?: OffBeatId;
  title?: string;
  /** Left out: now, by the press's clock. */
  at?: Date;
  /** Id of a published article to repeat word for word, with a credit line. */
  copyOf?: string;
  /** Id of a published article to tell again in the outlet's language. */
  translationOf?: string;
  /** Id of a published article to report further on. */
  followUpOf?: string;
  /** Id of a published article whose event to report in other words. */
  sameStoryAs?: string;
};

export type EditOrder = {
  title?: string;
  frames?: FrameId[];
  topics?: TopicId[];
  text?: 'rewritten' | 'updated' | 'corrected';
  /** The page alone: the feed shows the article as before. */
  where?: 'page';
};

export type Newsroom = {
  publish(order: PublishOrder): ArticleRecord;
  edit(id: string, order: EditOrder): ArticleRecord;
  setPage(id: string, state: PageState): ArticleRecord;
};

type NewsroomParts = {
  seed: number | string;
  outlets: readonly PressOutlet[];
  library: Library;
  design: PressDesign;
  now: () => Date;
};

/** Publishes and edits single articles on request, beside what the plan brings. */
export function createNewsroom(parts: NewsroomParts): Newsroom {
  const { now } = parts;
  let issued = 0;
  return {
    publish(order) {
      const record = publish(order, parts, issued++);
      parts.library.add(record);
      return record;
    },
    edit(id, order) {
      const record = mustFind(parts.library, id);
      return edit(record, order, parts);
    },
    setPage(id, state) {
      const record = mustFind(parts.library, id);
      record.pageChanges.push({ at: now().toISOString(), state });
      return record;
    },
  };
}

function publish(
  order: PublishOrder,
  { seed, outlets, library, design, now }: NewsroomParts,
  index: number,
): ArticleRecord {
  const random = randomFor(seed, 'live', index);
  const at = order.at ?? now();
  const kinId = order.copyOf ?? order.translationOf ?? order.followUpOf ?? order.sameStoryAs;
  const kin = kinId === undefined ? undefined : mustFind(library, kinId);
  const outlet =
    order.outlet === undefined
      ? pickOutlet(outlets, kin, order, random.next())
      : outletNamed(outlets, order.outlet);
  const event = kin ? eventOf(kin) : newEvent(order, random, at, `live-${index}`, design);
  const told = {
    ...assignOutlet(event, outlet, at, design, random),
    followUp: order.followUpOf !== undefined,
  };
  const assignment =
    kin && !order.sameStoryAs && !order.followUpOf ? { ...kin.assignment, language: outlet.language } : told;
  const final = { ...assignment, ...wantedFrames(order, event.topics, outlet) };
  const wire = outlets.find(({ slug }) => slug === kin?.outletSlug);
  const composition = order.copyOf && kin && wire ? creditedCopy(kin, wire, random) : compose(final, random);
  const titled = { ...composition, title: order.title ?? composition.title };
  const id = `live${at.toISOString().slice(0, 10).replaceAll('-', '')}-${String(index).padStart(4, '0')}`;
  return makeRecord({ id, outlet, at, storyId: event.storyId, random }, final, titled, kinOf(order));
}

/** Changes the words from now on; new frames or topics mean a new text, and the truth changes with it. */
function edit(record: ArticleRecord, order: EditOrder, { seed, now }: NewsroomParts): ArticleRecord {
  const random = randomFor(seed, 'edit', record.id, record.versions.length);
  const last = record.versions.at(-1) ?? record.versions[0];
  const assignment = {
    ...record.assignment,
    topics: order.topics ?? record.topics,
    frames: order.frames ?? record.frames,
  };
  const isRewritten = order.frames !== undefined || order.topics !== undefined || order.text === 'rewritten';
  const rewritten = isRewritten ? compose(assignment, random).paragraphs : last.paragraphs;
  const paragraphs = withAddition(
    rewritten,
    order,
    () => composeUpdate(assignment, random),
    assignment.language,
  );
  const title = order.title ?? (order.text === undefined ? composeTitle(assignment, random) : last.title);
  const onPageOnly = order.where === 'page' ? { onPageOnly: true } : {};
  record.versions.push({ at: now().toISOString(), title, paragraphs, ...onPageOnly });
  return Object.assign(record, {
    assignment,
    topics: [...assignment.topics],
    frames: [...assignment.frames],
  });
}

function withAddition(
  paragraphs: string[],
  { text }: EditOrder,
  update: () => string,
  language: PressOutlet['language'],
): string[] {
  if (text === 'updated') return [...paragraphs, update()];
  return text === 'corrected' ? [...paragraphs, CORRECTIONS[language]] : paragraphs;
}

const CORRECTIONS = {
  en: 'Correction: An earlier version of this article misstated the year of the agreement.',
  ja: '【訂正】当初の記事で協定の年に誤りがありました。',
};

function newEvent(
  order: PublishOrder,
  random: Random,
  at: Date,
  storyId: string,
  design: PressDesign,
): PressEvent {
  const relevant = order.relevant ?? order.offBeat === undefined;
  const drawn = order.topics?.[0] ?? pickTopic(new Set(topicIds), hasRisen(at, design), random);
  const subject = relevant ? drawn : (order.offBeat ?? pickOffBeat(random));
  const number = { ofAll: random.int(0, 1_000_000), ofSubject: random.int(0, 1_000_000) };
  const event = assignEvent({ storyId, number, at, subject }, random);
  if (!relevant) return event;
  return { ...event, topics: order.topics ?? topicsThatCarry(order.frames ?? [], event.topics) };
}

/** Topics in which all wanted frames can be told and that bring in no other frame: those drawn, or others. */
function topicsThatCarry(frames: readonly FrameId[], drawn: TopicId[]): TopicId[] {
  if (frames.length === 0) return drawn;
  const homes = frames.flatMap((frame) => frameHomes[frame] ?? []);
  const isQuiet = (topic: TopicId) => {
    const implied = impliedFrames[topic];
    return implied === undefined || frames.includes(implied);
  };
  const quiet = drawn.filter(isQuiet);
  if (homes.length > 0) return [...new Set([...homes, ...quiet])];
  return quiet.length > 0 ? quiet : ['summit_diplomacy'];
}

function wantedFrames({ frames }: PublishOrder, topics: readonly TopicId[], { language }: PressOutlet) {
  if (frames === undefined) return {};
  const possible = framesFor(topics, language);
  const impossible = frames.filter((frame) => !possible.includes(frame));
  if (impossible.length > 0) {
    throw new Error(
      `no sentences for ${impossible.join(', ')} in an article on ${topics.join(', ') || 'no topic'}`,
    );
  }
  return { frames };
}

function eventOf({ storyId, published, relevant, topics, offBeat, assignment }: ArticleRecord): PressEvent {
  const { slots, factChoice, angle } = assignment;
  return {
    storyId,
    at: new Date(published),
    relevant,
    topics: [...topics],
    offBeat,
    slant: null,
    slots,
    factChoice,
    angle,
  };
}

function kinOf({ copyOf, translationOf, followUpOf }: PublishOrder): RecordKin {
  return { copyOf: copyOf ?? null, translationOf: translationOf ?? null, followUpOf: followUpOf ?? null };
}

function pickOutlet(
  outlets: readonly PressOutlet[],
  kin: ArticleRecord | undefined,
  order: PublishOrder,
  draw: number,
): PressOutlet {
  const fitting = outlets.filter(({ slug, language }) => {
    if (kin === undefined) return true;
    if (order.translationOf !== undefined) return language !== kin.language;
    return slug !== kin.outletSlug && language === kin.language;
  });
  const outlet = fitting[Math.floor(draw * fitting.length)];
  if (outlet === undefined) throw new Error('the press has no outlet for this article');
  return outlet;
}

function outletNamed(outlets: readonly PressOutlet[], wanted: string): PressOutlet {
  const outlet = outlets.find(({ slug, name }) => slug === wanted || name === wanted);
  if (outlet === undefined) throw new Error(`the press has no outlet ${wanted}`);
  return outlet;
}

function mustFind(library: Library, id: string): ArticleRecord {
  const record = library.find(id);
  if (record === undefined) throw new Error(`the press has no article ${id}`);
  return record;
}
