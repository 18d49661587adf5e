import type { TrendFilter } from '@framewatch/store';

/** What a rule on trends may name. */
export interface NamedSubjects {
  topics?: string[] | undefined;
  frames?: string[] | undefined;
  groups?: string[] | undefined;
  languages?: string[] | undefined;
}

type Narrowing = Partial<TrendFilter>;

/**
 * One filter for each combination of a topic or frame, a group and a language that a rule names; without any, the whole
 * beat. Each is watched by itself, so that a rise of one topic does not drown in the others.
 */
export function watchedSubjects(
  rule: NamedSubjects,
  base: Pick<TrendFilter, 'modelId' | 'from' | 'to'>,
): TrendFilter[] {
  const subjects: Narrowing[] = [
    ...(rule.topics ?? []).map((topic) => ({ topic })),
    ...(rule.frames ?? []).map((frame) => ({ frame })),
  ];
  const groups: Narrowing[] = (rule.groups ?? []).map((group) => ({ group }));
  const languages: Narrowing[] = (rule.languages ?? []).map((language) => ({ language }));
  return orAll(subjects).flatMap((subject) =>
    orAll(groups).flatMap((group) =>
      orAll(languages).map((language) => ({ ...base, ...subject, ...group, ...language })),
    ),
  );
}

const orAll = (list: Narrowing[]): Narrowing[] => (list.length > 0 ? list : [{}]);

/** The filter's name, in alerts and in the key under which an alert is raised once. */
export function nameOfSubject({ topic, frame, group, language }: TrendFilter): string {
  return [topic ?? frame ?? 'the beat', group, language].filter(Boolean).join(', ');
}
