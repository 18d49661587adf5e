import { type Bridge, bridgesOf } from './bridges.ts';
import { heaviest } from './heaviest.ts';
import { countTerms, isName, type TermCount } from './story-terms.ts';
import { isCommon } from './term-rarity.ts';

/** What is stored of an article to find its story. */
export interface StoryVector {
  /** Terms, heaviest first; at most 32. Names keep their capital. */
  readonly terms: readonly string[];
  /** Their weights, of unit length together. */
  readonly weights: readonly number[];
  /** What of the article survives translation. */
  readonly bridges: readonly Bridge[];
  /** By these, candidates in the same script are looked up: the heaviest terms that are not in every second article. */
  readonly keys: readonly string[];
  /** The ways to write its names and figures, marked with its own script; `keysAcross` gives those to look for. */
  readonly bridgeKeys: readonly string[];
  /** Whether the text is written without spaces between words, so that its terms meet another's only over bridges. */
  readonly dense: boolean;
  /** Published, or else first seen: ISO instant. */
  readonly at: string;
}

const TERMS = 32;
const KEYS = 12;
const BRIDGE_KEYS = 48;
/** Of one name that can be read in several ways. */
const KEYS_OF_BRIDGE = 6;
const TITLE = 3;
const LEAD = 1.5;
const NAME = 1.6;

/** An article as weighted terms: what its title and lead name weighs most. `published` is an ISO instant. */
export function storyVector(title: string, text: string, published: string): StoryVector {
  const counts = countTerms(title, text);
  const weighed: { key: string; weight: number }[] = [];
  for (const [key, count] of counts) weighed.push({ key, weight: weigh(count) * (isName(key) ? NAME : 1) });
  const weighted = heaviest(weighed, TERMS);
  const norm = Math.hypot(...weighted.map(({ weight }) => weight)) || 1;
  const terms = weighted.map(({ key }) => key);
  const telling = terms.filter((term) => !isCommon(term));
  const dense = terms.filter((term) => term.charCodeAt(0) > 0x2fff).length > terms.length / 2;
  const bridges = bridgesOf(title, text, published, counts);
  return {
    terms,
    weights: weighted.map(({ weight }) => Math.round((weight / norm) * 1e4) / 1e4),
    bridges: bridges.map(({ keys, weight, certain }) => ({
      keys,
      weight: Math.round(weight * 100) / 100,
      certain,
    })),
    keys: (telling.length > 0 ? telling : terms).slice(0, KEYS),
    bridgeKeys: [...new Set(bridges.flatMap(({ keys }) => keys.slice(0, KEYS_OF_BRIDGE)))]
      .filter((key) => !key.startsWith('='))
      .slice(0, BRIDGE_KEYS)
      .map((key) => markOf(dense) + key),
    dense,
    at: published,
  };
}

const markOf = (dense: boolean) => (dense ? 'd' : 's');

/** The keys by which reports in the other script are found. */
export function keysAcross({ bridgeKeys, dense }: StoryVector): string[] {
  return bridgeKeys.map((key) => markOf(!dense) + key.slice(1));
}

function weigh({ title, lead, body }: TermCount): number {
  const amount = 1 + Math.log(title + lead + body);
  return amount * (title > 0 ? TITLE : lead > 0 ? LEAD : 1);
}
