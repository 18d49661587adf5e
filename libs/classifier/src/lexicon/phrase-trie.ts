/** A trie over term numbers in flat arrays, so that a step is one look-up without an object in between. */
export interface PhraseTrie {
  /** Node of a term that begins a phrase, by term number; 0 where none does. */
  readonly roots: Int32Array;
  /** 1 for nodes that go on. */
  readonly goesOn: Uint8Array;
  /** Phrases that end at node n stand in `ended` at [endsFrom[n], endsFrom[n + 1]). */
  readonly endsFrom: Int32Array;
  readonly ended: Int32Array;
  /** Node after `node` by term number `token`; 0 where no phrase goes on so. */
  step(node: number, token: number): number;
}

/** A slot is four numbers side by side, so that a look-up touches one line of the cache: node, token, next node, unused. */
const WIDTH = 4;

/** Builds the trie of phrases, each given by the numbers of its terms; no term number reaches `termCount`. */
export function buildPhraseTrie(phrases: readonly (readonly number[])[], termCount: number): PhraseTrie {
  const nodes = growNodes(phrases, termCount);
  const slots = 2 ** Math.ceil(Math.log2(2 * nodes.edges.length + 2));
  const table = new Int32Array(slots * WIDTH);
  const mask = slots - 1;
  for (const [node, token, next] of nodes.edges) {
    let slot = slotOf(node, token, mask);
    while (table[slot * WIDTH + 2] !== 0) slot = (slot + 1) & mask;
    table.set([node, token, next], slot * WIDTH);
  }
  return {
    roots: nodes.roots,
    goesOn: Uint8Array.from(nodes.goesOn),
    endsFrom: Int32Array.from(startsOf(nodes.ends)),
    ended: Int32Array.from(nodes.ends.flat()),
    step(node, token) {
      let slot = slotOf(node, token, mask);
      for (;;) {
        const at = slot * WIDTH;
        const next = table[at + 2]!;
        if (next === 0 || (table[at] === node && table[at + 1] === token)) return next;
        slot = (slot + 1) & mask;
      }
    },
  };
}

function slotOf(node: number, token: number, mask: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

function growNodes(phrases: readonly (readonly number[])[], termCount: number) {
  const roots = new Int32Array(termCount);
  const steps = new Map<string, number>();
  const edges: [node: number, token: number, next: number][] = [];
  const ends: number[][] = [[]];
  const goesOn: number[] = [0];
  const grow = (): number => {
    goesOn.push(0);
    return ends.push([]) - 1;
  };
  for (const [number, ids] of phrases.entries()) {
    let node = 0;
    for (const [depth, id] of ids.entries()) {
      const key = `${node} ${id}`;
      const known = steps.get(key);
      const next = known ?? grow();
      steps.set(key, next);
      if (depth === 0) roots[id] = next;
      else if (known === undefined) edges.push([node, id, next]);
      if (depth > 0) goesOn[node] = 1;
      node = next;
    }
    ends[node]!.push(number);
  }
  return { roots, edges, ends, goesOn };
}

function startsOf(lists: readonly (readonly number[])[]): number[] {
  const starts = [0];
  for (const list of lists) starts.push(starts.at(-1)! + list.length);
  return starts;
}
