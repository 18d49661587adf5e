import type { FrameBank, OffBeatEvent } from './bank/bank-types.ts';
import { banks } from './bank/banks.ts';
import { type FrameId, frameIds, type OffBeatId, type PressLanguage, type TopicId } from './labels.ts';
import type { Random } from './random.ts';
import { frameHomes } from './tendencies.ts';
import { type Assignment, capital, introducePeople, type Writer, writerFor } from './writer.ts';

export type Composition = { title: string; paragraphs: string[] };

/** Writes one article. Its first paragraph is the lead; its last carries nothing and may be cut by an editor. */
export function compose(assignment: Assignment, random: Random): Composition {
  const writer = writerFor(assignment, random);
  const { offBeat } = assignment;
  const paragraphs = offBeat ? offBeatText(offBeat, assignment, writer) : beatText(assignment, writer);
  return { title: composeTitle(assignment, random), paragraphs: introducePeople(paragraphs, writer) };
}

/** A headline for the assignment: of its first frame, or plainly of its first topic. */
export function composeTitle(assignment: Assignment, random: Random): string {
  const { sayInHeadline, bank } = writerFor(assignment, random);
  const { offBeat, frames, topics, angle } = assignment;
  if (offBeat) return capital(sayInHeadline(eventOf(bank.offBeat[offBeat], angle).headline));
  const topic = mainTopic(assignment);
  const framed = frames[0] ? eligible(bank.frameHeadlines, frames[0], topics) : [];
  if (framed.length === 0 || random.chance(0.4))
    return capital(sayInHeadline(random.pick(bank.topics[topic].headlines)));
  const parts = {
    headline: sayInHeadline(random.pick(framed)),
    occasion: sayInHeadline(bank.occasions[topic]),
  };
  const form = random.pick(bank.headlineForms);
  return capital(form.replace(/\{(headline|occasion)\}/g, (_, part) => parts[part as keyof typeof parts]));
}

/**
 * Frames that can be told without bringing in another topic: enough sentences exist (fewer than four would repeat
 * themselves), and the frame's home topic, where it has one, is among the topics.
 */
export function framesFor(topics: readonly TopicId[], language: PressLanguage): FrameId[] {
  return frameIds.filter((frame) => {
    const home = frameHomes[frame];
    const isAtHome = home === undefined || topics.includes(home);
    return isAtHome && eligible(banks[language].frames, frame, topics).length >= 4;
  });
}

/** One paragraph that says that, or what, was changed after publication. */
export function composeUpdate(assignment: Assignment, random: Random): string {
  const { say, bank } = writerFor(assignment, random);
  return say(random.pick(bank.updates));
}

function beatText(assignment: Assignment, writer: Writer): string[] {
  const { bank, random, say, join, filler } = writer;
  const [first = '', ...others] = assignment.topics.map((topic) => topicParagraph(topic, assignment, writer));
  const frames = assignment.frames.map((frame, index) => frameParagraph(frame, index, assignment, writer));
  const background = random.sample(bank.background, 2).map(say);
  const body = [...frames, ...others, join(background)];
  const news = assignment.followUp ? [say(random.pick(bank.followUps))] : [];
  const mixed = random.sample(body, body.length);
  return [join([first, ...news]), ...withColour(mixed, writer), filler()];
}

/** The event as the lead of a topic tells it, and three of the facts that it is made of. */
function topicParagraph(
  topic: TopicId,
  { factChoice }: Assignment,
  { bank, random, say, join }: Writer,
): string {
  const { leads, facts } = bank.topics[topic];
  const known = factChoice.flatMap((index) => facts[index] ?? []);
  return join([random.pick(leads), ...random.sample(known, 3)].map(say));
}

/** The first frame is taken up at more length than the others. */
function frameParagraph(frame: FrameId, index: number, { topics }: Assignment, writer: Writer): string {
  const { bank, random, say, join } = writer;
  const count = index === 0 ? 4 : 3;
  return join(random.sample(eligible(bank.frames, frame, topics), count).map(say));
}

/** Puts quoted speech, a passer-by and neutral detail between the paragraphs that say something. */
function withColour(
  paragraphs: readonly string[],
  { bank, random, say, join, filler, remark }: Writer,
): string[] {
  const colour = [say(random.pick(bank.quotes)), join([filler(), remark()])];
  return paragraphs.flatMap((paragraph, index) => [paragraph, ...colour.slice(index, index + 1)]);
}

function offBeatText(subject: OffBeatId, { angle }: Assignment, writer: Writer): string[] {
  const { bank, random, say, join, remark } = writer;
  const { lead, facts } = eventOf(bank.offBeat[subject], angle);
  const [second = '', ...told] = random.sample(facts, random.int(3, 4)).map(say);
  const remarks = Array.from({ length: random.int(3, 6) }, remark);
  const rest = random.sample([...told, ...remarks], told.length + remarks.length);
  return [join([say(lead), second]), ...inParagraphs(rest, writer), remark()];
}

function inParagraphs(sentences: readonly string[], { random, join }: Writer): string[] {
  const paragraphs: string[] = [];
  for (let start = 0; start < sentences.length; ) {
    const length = random.int(1, 3);
    paragraphs.push(join(sentences.slice(start, start + length)));
    start += length;
  }
  return paragraphs;
}

/** Sentences of a frame that fit the article's topics and bring in no other. */
function eligible(bank: FrameBank, frame: FrameId, topics: readonly TopicId[]): string[] {
  const groups = bank[frame];
  return (['any', ...topics] as const).flatMap((key) => groups[key] ?? []);
}

function mainTopic({ topics }: Assignment): TopicId {
  const [topic] = topics;
  if (topic === undefined) throw new Error('an article of the beat needs a topic');
  return topic;
}

function eventOf(events: readonly OffBeatEvent[], angle: number): OffBeatEvent {
  const event = events[angle % events.length];
  if (event === undefined) throw new Error('a subject outside the beat needs an event');
  return event;
}
