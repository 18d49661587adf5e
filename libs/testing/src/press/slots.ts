import type { Named } from './bank/bank-types.ts';
import { months, names, variants, weekdays } from './bank/names.ts';
import type { PressLanguage } from './labels.ts';
import { type Random, randomFor } from './random.ts';

/** What the words in braces stand for, in each language. */
export type Slots = Readonly<Record<string, Named>>;

const same = (text: string): Named => ({ en: text, ja: text });
/** English says the first part first, Japanese the second: `Defense Minister Minase`, `水瀬防衛相`. */
const join = (first: Named, second: Named): Named => ({
  en: `${first.en} ${second.en}`,
  ja: `${second.ja}${first.ja}`,
});

/** `ofAll` counts the events of the whole press, `ofSubject` those of one topic or subject. */
export type EventNumber = { ofAll: number; ofSubject: number };

/**
 * The people, places and figures of one event: all outlets that report it use the same. Events with neighbouring
 * numbers get different names, so that nobody takes one for the other.
 */
export function eventSlots(random: Random, at: Date, { ofAll, ofSubject }: EventNumber): Slots {
  const everyone = (pool: readonly Named[]) => inTurn(pool, ofAll);
  const own = (pool: readonly Named[]) => inTurn(pool, ofSubject);
  return {
    ...people(random, everyone(names.japaneseFamily), everyone(names.americanFamily)),
    ...sharedNames(random, everyone),
    ...ownNames(own),
    ...figures(random),
    ...Object.fromEntries(Object.entries(variants).map(([name, choices]) => [name, own(choices)])),
    day: weekdays[at.getUTCDay()] as Named,
    month: months[(at.getUTCMonth() + random.int(1, 4)) % 12] as Named,
  };
}

const shuffledPools = new WeakMap<readonly Named[], readonly Named[]>();

/** The pool's item for a serial number: each comes once before any comes again, and neighbours are unlike. */
function inTurn(pool: readonly Named[], serial: number): Named {
  const known = shuffledPools.get(pool);
  const shuffled = known ?? randomFor('pool', pool.length, pool[0]?.en ?? '').sample(pool, pool.length);
  if (!known) shuffledPools.set(pool, shuffled);
  return shuffled[serial % shuffled.length] as Named;
}

/** The experts, officials and passers-by of one article: each outlet finds its own. */
export function articleSlots(random: Random): Slots {
  const family = random.pick(names.japaneseFamily);
  const given = random.pick(names.japaneseGiven);
  const university = random.pick(names.university);
  const person = join(given, family);
  return {
    expert: { en: `${person.en} of ${university.en}`, ja: `${university.ja}の${person.ja}教授` },
    expertName: { en: family.en, ja: `${family.ja}氏` },
    expertOrg: university,
    resident: residentOf(random),
    jpAide: {
      en: random.pick(['a Japanese defense official', 'a Japanese diplomat', 'a Tokyo official']),
      ja: '日本政府関係者',
    },
    usAide: {
      en: random.pick(['a senior US official', 'an American diplomat', 'a Pentagon official']),
      ja: '米政府高官',
    },
  };
}

/**
 * Puts a pattern into words. Alternatives stand as `[one|another]`.
 * @throws Error on a slot that nothing fills
 */
export function fill(pattern: string, slots: Slots, language: PressLanguage, random: Random): string {
  const chosen = pattern.replace(/\[([^\]|]*(?:\|[^\]|]*)+)\]/g, (_, options: string) =>
    random.pick(options.split('|')),
  );
  const filled = chosen.replace(/\{(\w+)\}/g, (_, name: string) => {
    const slot = slots[name];
    if (slot === undefined) throw new Error(`nothing fills the slot {${name}} of “${pattern}”`);
    return slot[language];
  });
  return filled;
}

function people(random: Random, japanese: Named, american: Named): Slots {
  return {
    jpMin: join(random.pick(names.japaneseMinistry), japanese),
    jpName: { en: japanese.en, ja: `${japanese.ja}氏` },
    jpFamily: japanese,
    usSec: join(random.pick(names.americanOffice), american),
    usName: { en: american.en, ja: `${american.ja}氏` },
    usFamily: american,
    jpPm: { en: `Prime Minister ${names.primeMinister.en}`, ja: `${names.primeMinister.ja}首相` },
    usPres: { en: `President ${names.president.en}`, ja: `${names.president.ja}大統領` },
  };
}

type Take = (pool: readonly Named[]) => Named;

/** Names that events of several subjects draw from. */
function sharedNames(random: Random, take: Take): Slots {
  const town = take(names.town);
  return {
    prefecture: random.pick(names.prefecture),
    basePrefecture: random.pick(names.basePrefecture),
    town,
    base: { en: `Camp ${town.en}`, ja: `キャンプ${town.ja.replace(/町$/, '')}` },
    jpFirm: take(names.japaneseFirm),
    usFirm: take(names.americanFirm),
    usTown: take(names.americanTown),
    koreanTown: take(names.koreanTown),
  };
}

/** Names by which the events of one subject are told apart. */
function ownNames(take: Take): Slots {
  const { city, drill, program, plan, satellite, ship, site, goods } = names;
  const pools = { city, drill, program, plan, satellite, ship, site, goods };
  return Object.fromEntries(Object.entries(pools).map(([name, pool]) => [name, take(pool)]));
}

function figures(random: Random): Slots {
  const billions = random.int(11, 99) * 10;
  const dollars = random.int(12, 89);
  const troops = random.int(8, 64) * 100;
  const years = random.int(2, 9);
  return {
    yen: { en: `${billions} billion yen`, ja: `${billions * 10}億円` },
    usd: { en: `$${dollars / 10} billion`, ja: `${dollars}億ドル` },
    pct: same(String(random.int(3, 39))),
    distance: same(String(random.int(11, 95) * 10)),
    pctGdp: same(String(random.int(4, 7) / 2)),
    troops: { en: troops.toLocaleString('en-US'), ja: String(troops) },
    years: { en: numberWords[years] as string, ja: String(years) },
  };
}

const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function residentOf(random: Random): Named {
  const person = join(random.pick(names.japaneseGiven), random.pick(names.japaneseFamily));
  const age = random.int(24, 79);
  return { en: `${person.en}, ${age}`, ja: `${person.ja}さん（${age}）` };
}
