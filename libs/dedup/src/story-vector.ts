import { bridgesOf } from './bridges.ts';
import { countTerms, isName, type TermCount } from './story-terms.ts';

/** What is stored of an article to find its story. */
export interface StoryVector {
  /** Terms, heaviest first; at most 32. Names keep their capital. */
  readonly terms: readonly string[];
  /** Their weights, of unit length together. */
  readonly weights: readonly number[];
  /** What of them survives translation: names by sound, known things. */
  readonly bridges: readonly string[];
  /** By these candidates are looked up: the heaviest terms and the bridges of names. */
  readonly keys: readonly string[];
  /** Whether the text is written without spaces between words, so that its terms meet another's only over bridges. */
  readonly dense: boolean;
  /** Published, or else first seen: ISO instant. */
  readonly at: string;
}

const TERMS = 32;
const KEYS = 12;
const BRIDGE_KEYS = 5;
const BRIDGES = 16;
const TITLE = 3;
const LEAD = 1.5;
const NAME = 1.6;

/** An article as weighted terms: what its title and lead name weighs most. `published` is an ISO instant. */
export function storyVector(title: string, text: string, published: string): StoryVector {
  const weighted = [...countTerms(title, text)]
    .map(([term, count]) => ({ term, weight: weigh(count) * (isName(term) ? NAME : 1) }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, TERMS);
  const norm = Math.hypot(...weighted.map(({ weight }) => weight)) || 1;
  const terms = weighted.map(({ term }) => term);
  const bridges = bridgesOf(terms).slice(0, BRIDGES);
  return {
    terms,
    weights: weighted.map(({ weight }) => Math.round((weight / norm) * 1e4) / 1e4),
    bridges,
    keys: [
      ...terms.slice(0, KEYS),
      ...bridges.filter((bridge) => bridge.startsWith('~')).slice(0, BRIDGE_KEYS),
    ],
    dense: terms.filter((term) => term.charCodeAt(0) > 0x2fff).length > terms.length / 2,
    at: published,
  };
}

function weigh({ title, lead, body }: TermCount): number {
  const amount = 1 + Math.log(title + lead + body);
  return amount * (title > 0 ? TITLE : lead > 0 ? LEAD : 1);
}
