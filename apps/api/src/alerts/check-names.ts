import { nearestWord } from '@framewatch/config';
import type { AlertRuleConfig } from '@framewatch/contracts';
import type { FieldError } from '../http/problem.ts';

/** The names that a rule may use, as they are known now. */
export interface KnownNames {
  beats: ReadonlyMap<string, { topics: string[]; frames: string[] }>;
  outlets: string[];
  channels: string[];
}

/** Names in a rule that nothing has: such a rule would never fire. Each with the nearest known one. */
export function unknownNames(rule: AlertRuleConfig, known: KnownNames): FieldError[] {
  const beat = rule.beat === undefined ? undefined : known.beats.get(rule.beat);
  if (rule.beat !== undefined && beat === undefined)
    return [unknown('beat', 'beat', rule.beat, [...known.beats.keys()])];
  const listed = (
    field: string,
    what: string,
    names: readonly string[] | undefined,
    all: readonly string[],
  ) =>
    (names ?? []).flatMap((name, index) =>
      all.some((one) => folded(one) === folded(name)) ? [] : [unknown(`${field}.${index}`, what, name, all)],
    );
  return [
    ...('topics' in rule ? listed('topics', 'topic of this beat', rule.topics, beat?.topics ?? []) : []),
    ...('frames' in rule ? listed('frames', 'frame of this beat', rule.frames, beat?.frames ?? []) : []),
    ...('outlets' in rule ? listed('outlets', 'outlet of feeds.yaml', rule.outlets, known.outlets) : []),
    ...listed('channels', 'channel of alerts.yaml', rule.channels, known.channels),
  ];
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();
/** More names than this are no help. */
const MOST_NAMED = 12;

function unknown(field: string, what: string, name: string, all: readonly string[]): FieldError {
  const meant = nearestWord(name, all);
  const list = all.slice(0, MOST_NAMED).join(', ') + (all.length > MOST_NAMED ? ', …' : '');
  const remedy = meant ? `Did you mean ${meant}?` : all.length > 0 ? `Known: ${list}.` : 'None is known yet.';
  return { field, message: `There is no ${what} “${name}”. ${remedy}` };
}
