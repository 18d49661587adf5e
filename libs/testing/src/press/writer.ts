import { banks } from './bank/banks.ts';
import type { Bank, Named } from './bank/bank-types.ts';
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
  /** For parts of a headline: the first letter stays as it is. */
  sayInside(pattern: string): string;
  /** Puts sentences after one another. */
  join(sentences: readonly string[]): string;
  /** A neutral sentence that this article has not used yet. */
  filler(): string;
  /** What a passer-by said, in the country where the article is set. */
  remark(): string;
};

/** Stands for the expert until the order of the text is known; no keyboard writes it. */
const expertMark = '\u0001';

/** A writer for one article, with its own expert and officials beside the event's people. */
export function writerFor(assignment: Assignment, random: Random): Writer {
  const { language } = assignment;
  const bank = banks[language];
  const slots = { ...assignment.slots, ...articleSlots(random) };
  const mark: Named = { en: expertMark, ja: expertMark };
  const marked = { ...slots, expert: mark, expertName: mark };
  const sayInside = (pattern: string) => fill(pattern, marked, language, random);
  const say = (pattern: string) => capital(sayInside(pattern));
  const nextFiller = inTurn(bank.fillers, random);
  const nextForm = inTurn(bank.remarks.forms, random);
  const country = countryOf(assignment.offBeat);
  return {
    language,
    bank,
    random,
    slots,
    say,
    sayInside,
    join: (sentences) => sentences.filter((sentence) => sentence !== '').join(language === 'ja' ? '' : ' '),
    filler: () => say(nextFiller()),
    remark: () => capital(remark(nextForm(), bank, passerBy(country, random), language, random)),
  };
}

/** The expert is named in full where the finished text first speaks of them, and by surname afterwards. */
export function introduceExpert(paragraphs: readonly string[], { slots, language }: Writer): string[] {
  let known = false;
  return paragraphs.map((paragraph) =>
    paragraph.replaceAll(expertMark, () => {
      const name = (known ? slots.expertName : slots.expert)?.[language] ?? '';
      known = true;
      return name;
    }),
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
