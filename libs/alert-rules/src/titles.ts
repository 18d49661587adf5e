import type { BeatSeeds } from '@framewatch/contracts';
import { nameOfLabel } from './name-of-label.ts';
import type { Trouble } from './feed-trouble.ts';
import type { ShiftRule } from './shift-rule.ts';
import type { Subject } from './watched-subjects.ts';

/** The headline of an alert of a spike. */
export const titleOfSpike = (subject: Subject, seeds: BeatSeeds): string =>
  `More coverage than usual: ${named(subject, seeds)}`;

/** The headline of an alert of a shift of a frame. */
export function titleOfShift(frame: string, subject: Subject, seeds: BeatSeeds): string {
  const isWhole = Object.values(subject).every((value) => value === undefined);
  return `Framing moved: ${nameOfLabel(seeds)('frame', frame)}${isWhole ? '' : ` (${named(subject, seeds)})`}`;
}

/** The headline of an alert of a feed in trouble. */
export const titleOfTrouble = (feed: string, trouble: Trouble): string => `${feed}: ${TROUBLES[trouble]}`;

const TROUBLES = { failing: 'feed not reached', silent: 'feed silent', gone: 'feed gone' } as const;

/** The frames that a rule on shifts watches: those it names, or all of the beat. */
export const framesOf = ({ frames }: Pick<ShiftRule, 'frames'>, seeds: BeatSeeds): string[] =>
  frames ?? seeds.labels.filter(({ kind }) => kind === 'frame').map(({ id }) => id);

function named({ topic, frame, group, language }: Subject, seeds: BeatSeeds): string {
  const nameOf = nameOfLabel(seeds);
  const about = topic
    ? nameOf('topic', topic)
    : frame
      ? nameOf('frame', frame)
      : (seeds.name['en'] ?? 'the beat');
  return [about, group?.replaceAll('-', ' '), language].filter(Boolean).join(', ');
}
