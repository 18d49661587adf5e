import type { Block, BlockList, Doubt } from './blocks.ts';

/** How much each block looks like prose, and sums over them, so that any container is scored in constant time. */
export interface Measure {
  /** Characters that count as prose, per block; 0 for what does not look like prose. */
  readonly prose: Float64Array;
  /** Characters that look like anything else, per block. */
  readonly noise: Float64Array;
  /** proseSum[i] = prose of the blocks before i. */
  readonly proseSum: Float64Array;
  readonly noiseSum: Float64Array;
}

/** A character of a script without spaces says about as much as this many letters. */
const DENSE_WEIGHT = 2.5;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Ends of sentences in the scripts of the world. */
const SENTENCE_END = /[.!?…。！？।॥؟۔։።၊။។」』”"»)]["'”’»)\]]*$/u;
const SENTENCE_INSIDE = /[.!?…。！？।॥؟۔։።။។](?:\s|["'”’»）」』])|[。！？।]/u;

/** `strict` leaves out blocks whose ancestors speak against them; otherwise only hidden text is left out. */
export function measureBlocks(list: BlockList, strict: boolean): Measure {
  const n = list.blocks.length;
  const measure: Measure = {
    prose: new Float64Array(n),
    noise: new Float64Array(n),
    proseSum: new Float64Array(n + 1),
    noiseSum: new Float64Array(n + 1),
  };
  list.blocks.forEach((block, i) => {
    const weight = weighText(block.text);
    const doubted = isDoubted(block.doubt, strict);
    if (!doubted && isProse(block, weight)) measure.prose[i] = weight * (1 - linkShare(block));
    else measure.noise[i] = doubted ? 0 : Math.min(weight, 100) + 15;
    measure.proseSum[i + 1] = measure.proseSum[i]! + measure.prose[i]!;
    measure.noiseSum[i + 1] = measure.noiseSum[i]! + measure.noise[i]!;
  });
  return measure;
}

/** Length in letters, characters of dense scripts counted for the words that they are. */
export function weighText(text: string): number {
  if (!/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text)) return text.length;
  const dense = text.match(DENSE)?.length ?? 0;
  return text.length + dense * (DENSE_WEIGHT - 1);
}

/** Share of the block's characters that are links, 0 to 1. */
export function linkShare(block: Block): number {
  return block.text.length === 0 ? 0 : block.linkChars / block.text.length;
}

/** Whether an ancestor speaks against the block and the guards have not lifted the doubt. */
export function isDoubted(doubt: Doubt | null, strict: boolean): boolean {
  for (let d = doubt; d !== null; d = d.outer) {
    if (!d.lifted && (strict || d.kind === 'hidden')) return true;
  }
  return false;
}

/** Sentences, rather than a label, a headline or a list of links. */
export function isProse(block: Block, weight = weighText(block.text)): boolean {
  if (/^h[1-6]$/.test(block.tag)) return false;
  const share = linkShare(block);
  if (share > 0.5) return false;
  if (weight >= 140) return share < 0.4 || weight * (1 - share) > 140;
  if (weight < 30) return false;
  return SENTENCE_END.test(block.text) || (weight >= 60 && SENTENCE_INSIDE.test(block.text)) || weight >= 90;
}
