import { randomOf, weighted, zipf } from './dice.ts';
import { wordSource } from './made-up-words.ts';

export const TOPICS = [
  'us_forces_bases', 'china_taiwan', 'host_nation_support', 'summit_diplomacy', 'north_korea',
  'japan_defense_reform', 'trade_economic_security', 'regional_partners', 'tech_space_cyber', 'joint_ops_command',
]; // biome-ignore format: a table
export const FRAMES = [
  'deterrence_threat', 'burden_sharing', 'commitment_reassurance', 'host_community', 'economic_interest',
  'rules_based_order', 'networked_coalition', 'modernization_integration', 'provocation_encirclement', 'implementation_gap',
]; // biome-ignore format: a table
export const GROUPS = ['newspaper', 'wire', 'state-media', 'broadcaster', 'think-tank', 'official'];
export const COUNTRIES = ['US', 'JP', 'GB', 'KR', 'CN', 'AU', 'IN', 'PH', 'TW', 'DE', 'SG', 'FR'];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Of an article's day: fewer on Saturday and Sunday, fewer at night (UTC). */
const WEEKDAYS = [0.55, 1, 1.05, 1.05, 1, 0.95, 0.5];
const HOURS = [4, 3, 3, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 10, 10, 9, 8, 7, 6, 6, 5, 5, 4, 4];
/** So many stories are told at the same time. */
const OPEN_STORIES = 400;
/** This share of the articles goes on with a story that others have told before. */
const GOES_ON = 0.6;

export interface MadeUpOutlet {
  name: string;
  country: string;
  group: string;
  language: 'en' | 'ja';
}

export interface MadeUpArticle {
  /** Counts from 1. */
  number: number;
  at: Date;
  /** A place in the list of outlets. */
  outlet: number;
  language: 'en' | 'ja';
  story: number;
  isNewStory: boolean;
  textSource: 'page' | 'feed-summary';
  relevance: 'yes' | 'unclear' | 'no';
  topics: string[];
  frames: string[];
}

/** Outlets of several groups, countries and two languages; the first ones publish most. */
export function madeUpOutlets(count: number): MadeUpOutlet[] {
  const random = randomOf(11);
  const country = weighted([30, 28, 8, 6, 6, 5, 5, 3, 3, 2, 2, 2], random);
  const group = weighted([50, 10, 8, 15, 9, 8], random);
  return Array.from({ length: count }, (_, n) => {
    const at = COUNTRIES[country()] ?? 'US';
    return {
      name: `Synthetic outlet ${n + 1}`,
      country: at,
      group: GROUPS[group()] ?? 'newspaper',
      language: at === 'JP' ? 'ja' : 'en',
    };
  });
}

/** Articles spread over the days up to `end`, oldest first; about a fifth of them is relevant. */
export function* madeUpArticles(
  count: number,
  outlets: readonly MadeUpOutlet[],
  end: Date,
  days: number,
): Generator<MadeUpArticle> {
  const random = randomOf(7);
  const [outlet, label] = [weighted(zipf(outlets.length, 0.8), random), weighted(zipf(10, 0.7), random)];
  const open: number[] = [];
  let [stories, number] = [0, 0];
  for (const { hour, articles } of hoursOf(count, end, days)) {
    // Relevance comes in waves of weeks, and outlets differ.
    const wave = 0.18 + 0.08 * Math.sin(hour / (DAY_MS * 20));
    const times = Array.from({ length: articles }, () => hour + Math.floor(random() * HOUR_MS));
    for (const at of times.sort((a, b) => a - b)) {
      const place = outlet();
      const isNewStory = open.length === 0 || random() >= GOES_ON;
      if (isNewStory) stories += 1;
      const story = isNewStory ? stories : (open[Math.floor(random() ** 2 * open.length)] ?? 1);
      if (isNewStory && open.unshift(story) > OPEN_STORIES) open.pop();
      const draw = random();
      const share = wave * (0.4 + (1.2 * ((place * 37) % 100)) / 100);
      const relevance = draw < share ? 'yes' : draw < share + 0.03 ? 'unclear' : 'no';
      const textSource = random() < 0.85 ? 'page' : 'feed-summary';
      const some = (from: readonly string[], most: number): string[] =>
        [
          ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => from[label()] ?? '')),
        ].sort();
      number += 1;
      yield {
        number,
        at: new Date(at),
        outlet: place,
        language: random() < 0.05 ? 'en' : (outlets[place]?.language ?? 'en'),
        story,
        isNewStory,
        textSource,
        relevance,
        topics: relevance === 'yes' ? some(TOPICS, 3) : [],
        frames: relevance === 'yes' && textSource === 'page' ? some(FRAMES, 3) : [],
      };
    }
  }
}

/** How many articles each hour has, so that they are `count` in all. */
function* hoursOf(count: number, end: Date, days: number): Generator<{ hour: number; articles: number }> {
  const from = end.getTime() - days * DAY_MS;
  const weight = (hour: number): number =>
    (WEEKDAYS[new Date(hour).getUTCDay()] ?? 1) * (HOURS[new Date(hour).getUTCHours()] ?? 1);
  const hours = Array.from({ length: days * 24 }, (_, n) => from + n * HOUR_MS);
  const sum = hours.reduce((total, hour) => total + weight(hour), 0);
  let [reached, given] = [0, 0];
  for (const hour of hours) {
    reached += weight(hour);
    const upTo = hour === hours.at(-1) ? count : Math.round((reached / sum) * count);
    yield { hour, articles: upTo - given };
    given = upTo;
  }
}

/** Titles and bodies, made up word by word; `words` has spaces between the words also in Japanese. */
export function textMaker(): (language: 'en' | 'ja') => { title: string; text: string; words: string } {
  const random = randomOf(3);
  const sources = { en: wordSource('en', 5), ja: wordSource('ja', 6) };
  return (language) => {
    const word = sources[language];
    const take = (count: number): string[] => Array.from({ length: count }, word);
    const [title, body] = [take(9), take(60 + Math.floor(random() * 240))];
    const between = language === 'en' ? ' ' : '';
    return {
      title: title.join(between),
      text: body.join(between),
      words: `${title.join(' ')} ${body.join(' ')}`,
    };
  };
}
