import { banks } from './bank/banks.ts';
import type { Bank, FrameBank } from './bank/bank-types.ts';
import { names } from './bank/names.ts';
import type { FrameId, OffBeatId, PressLanguage, TopicId } from './labels.ts';
import { frameIds } from './labels.ts';
import type { Random } from './random.ts';
import { articleSlots, fill, type Slots } from './slots.ts';

/** What an article is to say; off the beat it has neither topics nor frames. */
export type Assignment = {
  language: PressLanguage;
  topics: readonly TopicId[];
  frames: readonly FrameId[];
  offBeat: OffBeatId | null;
  /** The event's names and figures. */
  slots: Slots;
  /** Which of a topic's facts this event is made of; every outlet draws from them. */
  factChoice: readonly number[];
  followUp: boolean;
};

export type Composition = { title: string; paragraphs: string[] };

/** Writes one article. Its first paragraph is the lead; its last carries nothing and may be cut by an editor. */
export function compose(assignment: Assignment, random: Random): Composition {
  const writer = writerFor(assignment, random);
  const paragraphs = assignment.offBeat
    ? offBeatParagraphs(assignment.offBeat, assignment, writer)
    : beatParagraphs(assignment, writer);
  return { title: composeTitle(assignment, random), paragraphs: introduceExpert(paragraphs, writer) };
}

/** A headline for the assignment: of its first frame, or plainly of its first topic. */
export function composeTitle(assignment: Assignment, random: Random): string {
  const { say, bank } = writerFor(assignment, random);
  if (assignment.offBeat) return say(random.pick(bank.offBeat[assignment.offBeat].headlines));
  const topic = mainTopic(assignment);
  const framed = assignment.frames[0]
    ? eligible(bank.frameHeadlines, assignment.frames[0], assignment.topics)
    : [];
  if (framed.length === 0 || random.chance(0.4)) return say(random.pick(bank.topics[topic].headlines));
  const parts = { headline: say(random.pick(framed)), occasion: say(bank.occasions[topic], 'as it stands') };
  return capital(
    random
      .pick(bank.headlineForms)
      .replace(/\{(headline|occasion)\}/g, (_, part) => parts[part as keyof typeof parts]),
  );
}

/** Frames that enough sentences exist for, given the topics; fewer than four would repeat themselves. */
export function framesFor(topics: readonly TopicId[], language: PressLanguage): FrameId[] {
  return frameIds.filter((frame) => eligible(banks[language].frames, frame, topics).length >= 4);
}

/** One paragraph that says that, or what, was changed after publication. */
export function composeUpdate(assignment: Assignment, random: Random): string {
  const { say, bank } = writerFor(assignment, random);
  return say(random.pick(bank.updates));
}

type Writer = {
  language: PressLanguage;
  bank: Bank;
  random: Random;
  slots: Slots;
  say: (pattern: string, style?: 'as it stands') => string;
  gap: string;
  /** A filler, or a way to quote a passer-by, that this article has not used yet. */
  nextFiller: () => string;
  nextRemarkForm: () => string;
};

function writerFor({ language, slots }: Assignment, random: Random): Writer {
  const all = { ...slots, ...articleSlots(random) };
  const expertLater = { ...all, expert: expertMark, expertName: expertMark };
  const say = (pattern: string, style?: 'as it stands') => {
    const filled = fill(pattern, expertLater, language, random);
    return style ? filled : capital(filled);
  };
  const bank = banks[language];
  return {
    language,
    bank,
    random,
    slots: all,
    say,
    gap: language === 'ja' ? '' : ' ',
    nextFiller: inTurn(bank.fillers, random),
    nextRemarkForm: inTurn(bank.remarks.forms, random),
  };
}

/** Hands the items out in random order, each once before any comes again. */
function inTurn(items: readonly string[], random: Random): () => string {
  const shuffled = random.sample(items, items.length);
  let taken = 0;
  return () => shuffled[taken++ % shuffled.length] ?? '';
}

const expertMark = { en: '\u0001', ja: '\u0001' };

/** The expert is named in full where the finished text first speaks of them, and by surname afterwards. */
function introduceExpert(paragraphs: readonly string[], { slots, language }: Writer): string[] {
  let known = false;
  return paragraphs.map((paragraph) =>
    paragraph.replaceAll(expertMark.en, () => {
      const name = (known ? slots.expertName : slots.expert)?.[language] ?? '';
      known = true;
      return name;
    }),
  );
}

function beatParagraphs(assignment: Assignment, writer: Writer): string[] {
  const { bank, random } = writer;
  const { say, gap } = writer;
  const lead = say(random.pick(bank.topics[mainTopic(assignment)].leads));
  const facts = assignment.topics.map((topic) => topicFacts(topic, assignment, writer));
  const frames = assignment.frames.map((frame) => frameParagraph(frame, assignment, writer));
  const [firstFacts = [], ...otherFacts] = facts;
  const body = [
    ...frames,
    ...otherFacts.map((sentences) => sentences.join(gap)),
    firstFacts.slice(1).join(gap),
  ];
  const opening = assignment.followUp
    ? `${lead}${gap}${say(random.pick(bank.followUps))}`
    : `${lead}${gap}${firstFacts[0] ?? ''}`;
  const mixed = random.sample(body, body.length).filter((paragraph) => paragraph !== '');
  return [opening, ...withColour(mixed, writer), closing(writer)];
}

function offBeatParagraphs(subject: OffBeatId, assignment: Assignment, writer: Writer): string[] {
  const { bank, random, say, gap } = writer;
  const texts = bank.offBeat[subject];
  const facts = chosen(texts.facts, assignment.factChoice);
  const told = random.sample(facts, random.int(3, 5)).map((fact) => say(fact));
  const remarks = Array.from({ length: random.int(3, 6) }, () => remark(writer));
  const opening = `${say(random.pick(texts.leads))}${gap}${told[0] ?? ''}`;
  const rest = random.sample([...told.slice(1), ...remarks], 20);
  return [opening, ...inParagraphs(rest, random, gap), remark(writer)];
}

/** Two or three facts of a topic, three of the main one; only those that this event is made of. */
function topicFacts(topic: TopicId, assignment: Assignment, writer: Writer): string[] {
  const { bank, random, say } = writer;
  const count = topic === mainTopic(assignment) ? 3 : 2;
  return random
    .sample(chosen(bank.topics[topic].facts, assignment.factChoice), count)
    .map((fact) => say(fact));
}

function frameParagraph(frame: FrameId, assignment: Assignment, writer: Writer): string {
  const { bank, random, say, gap } = writer;
  const patterns = eligible(bank.frames, frame, assignment.topics);
  return random
    .sample(patterns, random.int(2, 3))
    .map((pattern) => say(pattern))
    .join(gap);
}

/** Puts quoted speech, passers-by and neutral detail between the paragraphs that say something. */
function withColour(paragraphs: readonly string[], writer: Writer): string[] {
  const { bank, random, say, gap } = writer;
  const colour = [say(random.pick(bank.quotes)), closing(writer), `${remark(writer)}${gap}${remark(writer)}`];
  return paragraphs.flatMap((paragraph, index) => {
    const extra = colour[index];
    return extra ? [paragraph, extra] : [paragraph];
  });
}

function closing({ say, gap, nextFiller }: Writer): string {
  return [say(nextFiller()), say(nextFiller())].join(gap);
}

function remark({ language, bank, random, say, nextRemarkForm }: Writer): string {
  const person = { given: random.pick(names.japaneseGiven), family: random.pick(names.japaneseFamily) };
  const parts: Record<string, string> = {
    person:
      language === 'ja'
        ? `${person.family.ja}${person.given.ja}さん`
        : `${person.given.en} ${person.family.en}`,
    age: String(random.int(19, 88)),
    trade: random.pick(bank.remarks.trades),
    remark: random.pick(bank.remarks.remarks),
  };
  return say(
    nextRemarkForm().replace(/\{(person|age|trade|remark)\}/g, (_, part: string) => parts[part] ?? ''),
  );
}

/** Sentences of a frame that fit the article's topics and bring in no other. */
function eligible(bank: FrameBank, frame: FrameId, topics: readonly TopicId[]): string[] {
  const groups = bank[frame];
  return (['any', ...topics] as const).flatMap((key) => groups[key] ?? []);
}

function chosen(facts: readonly string[], choice: readonly number[]): string[] {
  return choice.flatMap((index) => facts[index] ?? []);
}

function inParagraphs(sentences: readonly string[], random: Random, gap: string): string[] {
  const paragraphs: string[] = [];
  for (let start = 0; start < sentences.length; ) {
    const length = random.int(1, 3);
    paragraphs.push(sentences.slice(start, start + length).join(gap));
    start += length;
  }
  return paragraphs;
}

function mainTopic({ topics }: Assignment): TopicId {
  const [topic] = topics;
  if (topic === undefined) throw new Error('an article of the beat needs a topic');
  return topic;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
