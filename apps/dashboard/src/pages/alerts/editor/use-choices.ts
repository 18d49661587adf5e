import { useMemo } from 'react';
import { useFeeds } from '../../../api/queries.ts';
import { nameOf } from '../../../ui/filters.tsx';
import { pickText, useLanguage } from '../../../ui/language.tsx';
import { lookOf } from '../../../ui/palette.ts';
import { useSubject } from '../../../ui/subject.tsx';
import type { Choice } from './picker.tsx';

/** What a rule of a beat can name, by its name: the beat's labels, and the outlets that are watched. */
export function useChoices(
  beatId: string,
): Record<'topics' | 'frames' | 'outlets' | 'groups' | 'languages', Choice[]> {
  const { m, lang } = useLanguage();
  const { beats } = useSubject();
  const { data } = useFeeds();
  return useMemo(() => {
    const beat = beats.find(({ id }) => id === beatId);
    const feeds = data?.feeds ?? [];
    const labels = beat?.labels ?? [];
    const named = (values: readonly string[], label: (value: string) => string) =>
      [...new Set(values)]
        .map((value) => ({ value, label: label(value) }))
        .sort((a, b) => a.label.localeCompare(b.label, lang));
    return {
      topics: labels
        .filter(({ kind }) => kind === 'topic')
        .map(({ id, name }) => ({ value: id, label: pickText(name, lang) })),
      frames: labels
        .filter(({ kind }) => kind === 'frame')
        .map(({ id, name }) => ({
          value: id,
          label: pickText(name, lang),
          look: lookOf(labels, 'frame', id),
        })),
      outlets: named(
        feeds.map(({ outlet }) => outlet),
        (outlet) => outlet,
      ),
      groups: Object.entries(m.groups).map(([value, label]) => ({ value, label })),
      languages: named([...(beat?.languages ?? []), ...feeds.map(({ language }) => language)], (code) =>
        nameOf('language', code, lang),
      ),
    };
  }, [beats, beatId, data, m, lang]);
}
