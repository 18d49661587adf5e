import { type Composition, composeTitle } from './compose.ts';
import type { Random } from './random.ts';
import type { ArticleRecord } from './record.ts';
import type { PressOutlet } from './types.ts';

/** A wire's text as a customer prints it: credited, perhaps shortened at the end, perhaps under its own headline. */
export function creditedCopy(original: ArticleRecord, wire: PressOutlet, random: Random): Composition {
  const { title, paragraphs } = original.versions[0];
  const kept = random.chance(0.3) ? paragraphs.slice(0, -1) : [...paragraphs];
  const credited = random.chance(0.5) ? withDateline(kept, wire) : [...kept, creditLine(wire)];
  return {
    title: random.chance(0.4) ? composeTitle(original.assignment, random) : title,
    paragraphs: credited,
  };
}

function withDateline([lead = '', ...rest]: readonly string[], wire: PressOutlet): string[] {
  const name = plainName(wire);
  return [wire.language === 'ja' ? `【${name}】${lead}` : `(${name}) — ${lead}`, ...rest];
}

function creditLine(wire: PressOutlet): string {
  const name = plainName(wire);
  return wire.language === 'ja' ? `（${name}配信）` : `— This story was provided by ${name}.`;
}

const plainName = ({ name }: PressOutlet) => name.replace(' (synthetic)', '');
