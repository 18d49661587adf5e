import type { Bank, Named } from './bank/bank-types.ts';
import { banks } from './bank/banks.ts';
import { names } from './bank/names.ts';
import type { FrameId, OffBeatId, PressLanguage, TopicId } from './labels.ts';
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
  /** Which of a subject's events this is, where it is outside the beat. */
  angle: number;
  followUp: boolean;
};

/** Puts patterns into words for one article. */
export type Writer = {
  language: PressLanguage;
  bank: Bank;
  random: Random;
  slots: Slots;
  say(pattern: string): string;
  /** For headlines and their parts: people go by their surnames, the first letter stays as it is. */
  sayInHeadline(pattern: string): string;
  /** Puts sentences after one another. */
  join(sentences: readonly string[]): string;
  /** A neutral sentence that this article has not used yet. */
  filler(): string;
  /** What a passer-by said, in the country where the article is set. */
  remark(): string;
};

/** People who are named in full at their first mention and by surname afterwards: the two slots that name them. */
const people = [
  { full: 'expert', short: 'expertName' },
  { full: 'jpMin', short: 'jpName' },
  { full: 'usSec', short: 'usName' },
] as const;

/** Characters for private use stand for the people until the order of the text is known. */
const firstMark = 0xe000;
const markOf = (index: number) => String.fromCharCode(firstMark + index);

/** A writer for one article, with its own expert and officials beside the event's people. */
export function writerFor(assignment: Assignment, random: Random): Writer {
  const { language } = assignment;
  const bank = banks[language];
  const slots = { ...assignment.slots, ...articleSlots(random) };
  const marks = people.flatMap(({ full, short }, index) => {
    const mark: Named = { en: markOf(index), ja: markOf(index) };
    return [[full, mark] as const, [short, mark] as const];
  });
  const marked = { ...slots, ...Object.fromEntries(marks) };
  const say = (pattern: string) => capital(fill(pattern, marked, language, random));
  const nextFiller = inTurn(bank.fillers, random);
  const nextForm = inTurn(bank.remarks.forms, random);
  const country = countryOf(assignment.offBeat);
  return {
    language,
    bank,
    random,
    slots,
    say,
    sayInHeadline: (pattern) => fill(pattern, slots, language, random),
    join: (sentences) => sentences.filter((sentence) => sentence !== '').join(language === 'ja' ? '' : ' '),
    filler: () => say(nextFiller()),
    remark: () => capital(remark(nextForm(), bank, passerBy(country, random), language, random)),
  };
}

/** Puts the people's names into the finished text: in full where it first speaks of them, by surname afterwards. */
export function introducePeople(paragraphs: readonly string[], { slots, language }: Writer): string[] {
  const known = new Set<number>();
  const nameOf = (index: number) => {
    const person = people[index];
    if (person === undefined) return '';
    const name = slots[known.has(index) ? person.short : person.full]?.[language] ?? '';
    known.add(index);
    return name;
  };
  return paragraphs.map((text) =>
    capital(text.replace(/[\uE000-\uE002]/g, (mark) => nameOf(mark.charCodeAt(0) - firstMark))),
  );
}

/** The first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Hands the items out in random order, each once before any comes again. */
function inTurn(items: readonly string[], random: Random): () => string {
  const shuffled = random.sample(items, items.length);
  let taken = 0;
  return () => shuffled[taken++ % shuffled.length] ?? '';
}

type Country = 'JP' | 'US' | 'KR' | 'AU';
type PasserBy = { name: Named; town: Named };

function remark(
  form: string,
  bank: Bank,
  { name, town }: PasserBy,
  language: PressLanguage,
  random: Random,
): string {
  const parts: Record<string, string> = {
    person: language === 'ja' ? `${name.ja}さん` : name.en,
    town: town[language],
    age: String(random.int(19, 88)),
    trade: random.pick(bank.remarks.trades),
    remark: random.pick(bank.remarks.remarks),
  };
  return form.replace(/\{(person|town|age|trade|remark)\}/g, (_, part: string) => parts[part] ?? '');
}

function passerBy(country: Country, random: Random): PasserBy {
  switch (country) {
    case 'JP': {
      const [family, given] = [random.pick(names.japaneseFamily), random.pick(names.japaneseGiven)];
      const name = { en: `${given.en} ${family.en}`, ja: `${family.ja}${given.ja}` };
      return { name, town: random.pick(names.town) };
    }
    case 'KR':
      return { name: random.pick(names.koreanPerson), town: random.pick(names.koreanTown) };
    case 'US':
    case 'AU': {
      const [family, given] = [random.pick(names.americanFamily), random.pick(names.americanGiven)];
      const name = { en: `${given.en} ${family.en}`, ja: `${given.ja}・${family.ja}` };
      return { name, town: random.pick(country === 'US' ? names.americanTown : names.australianTown) };
    }
  }
}

function countryOf(offBeat: OffBeatId | null): Country {
  if (offBeat === 'us_domestic') return 'US';
  if (offBeat === 'us_korea_alliance') return 'KR';
  return offBeat === 'japan_australia_alliance' ? 'AU' : 'JP';
}
