import { countTerms, type TermCount } from './story-terms.ts';

/** What is stored of an article to find its story. */
export interface StoryVector {
  /** Terms, heaviest first; at most 48. */
  readonly terms: readonly string[];
  /** Their weights, of unit length together. */
  readonly weights: readonly number[];
  /** The first of them, by which candidates are looked up. */
  readonly keys: readonly string[];
  /** Published, or else first seen: ISO instant. */
  readonly at: string;
}

/** In how many of the recent articles a term occurs; what is everywhere in a beat tells no story apart. */
export interface TermBackground {
  readonly documents: number;
  frequency(term: string): number;
}

const TERMS = 48;
const KEYS = 12;
const TITLE = 3;
const LEAD = 1.5;
const NAME = 1.5;

/** An article as weighted terms. Without a background every term counts as equally rare. */
export function storyVector(
  title: string,
  text: string,
  published: string,
  background: TermBackground | null = null,
): StoryVector {
  const weighted = [...countTerms(title, text)]
    .map(([term, count]) => [term, weigh(count) * rarity(term, background)] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, TERMS);
  const norm = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
  return {
    terms: weighted.map(([term]) => term),
    weights: weighted.map(([, weight]) => Math.round((weight / norm) * 1e4) / 1e4),
    keys: weighted.slice(0, KEYS).map(([term]) => term),
    at: published,
  };
}

function weigh({ title, lead, body, name }: TermCount): number {
  const amount = 1 + Math.log(title + lead + body);
  return amount * (title > 0 ? TITLE : lead > 0 ? LEAD : 1) * (name ? NAME : 1);
}

/** Inverse document frequency, smoothed by a prior of ten articles. */
function rarity(term: string, background: TermBackground | null): number {
  if (background === null || background.documents === 0) return 1;
  const share = (background.frequency(term) + 0.1) / (background.documents + 10);
  return Math.max(0.05, -Math.log(Math.min(1, share)) / 7);
}
