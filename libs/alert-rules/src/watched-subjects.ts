/** What a rule on trends may name. */
export interface NamedSubjects {
  topics?: string[] | undefined;
  frames?: string[] | undefined;
  groups?: string[] | undefined;
  languages?: string[] | undefined;
}

/** What one of them narrows the counts to. */
export interface Subject {
  topic?: string | undefined;
  frame?: string | undefined;
  group?: string | undefined;
  language?: string | undefined;
}

/**
 * One subject for each combination of a topic or frame, a group and a language that a rule names; without any, the whole
 * beat. Each is watched by itself, so that a rise of one topic does not drown in the others.
 */
export function watchedSubjects(rule: NamedSubjects): Subject[] {
  const subjects: Subject[] = [
    ...(rule.topics ?? []).map((topic) => ({ topic })),
    ...(rule.frames ?? []).map((frame) => ({ frame })),
  ];
  const groups: Subject[] = (rule.groups ?? []).map((group) => ({ group }));
  const languages: Subject[] = (rule.languages ?? []).map((language) => ({ language }));
  return orAll(subjects).flatMap((subject) =>
    orAll(groups).flatMap((group) =>
      orAll(languages).map((language) => ({ ...subject, ...group, ...language })),
    ),
  );
}

const orAll = (list: Subject[]): Subject[] => (list.length > 0 ? list : [{}]);

/** The subject's name, in alerts and in the key under which an alert is raised once. */
export function nameOfSubject({ topic, frame, group, language }: Subject): string {
  return [topic ?? frame ?? 'the beat', group, language].filter(Boolean).join(', ');
}
