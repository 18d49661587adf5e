import { useMemo } from 'react';
import { useChannels } from '../../api/alerts.ts';
import { nameOf } from '../../ui/filters.tsx';
import { pickText, useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';
import type { RuleNames } from './words/rule-sentence.ts';

/** Names in place of the ids that alerts.yaml has; an id that is not known stands for itself. */
export function useRuleNames(): RuleNames {
  const { m, lang } = useLanguage();
  const { beats, format } = useSubject();
  const { data: channels } = useChannels();
  return useMemo(() => {
    const beatOf = (id: string | undefined) => beats.find((beat) => beat.id === id);
    return {
      beat: (id) => pickText(beatOf(id)?.name ?? { en: id }, lang) || id,
      label: (kind, id, beat) => {
        const labels = beat === undefined ? beats.flatMap((one) => one.labels) : (beatOf(beat)?.labels ?? []);
        const info = labels.find((label) => label.kind === kind && label.id === id);
        return info ? pickText(info.name, lang) : id;
      },
      group: (id) => m.groups[id] ?? id,
      language: (code) => nameOf('language', code, lang),
      channel: (id) => channels?.find((channel) => channel.id === id)?.name ?? id,
      score: format.score,
    };
  }, [m, lang, beats, channels, format]);
}
