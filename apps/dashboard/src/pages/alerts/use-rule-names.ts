import { useMemo } from 'react';
import { useChannels } from '../../api/alerts.ts';
import { nameOf } from '../../ui/filters.tsx';
import { pickText, useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';
import type { Words } from './words/en.ts';
import type { RuleNames } from './words/rule-sentence.ts';
import { useWords } from './words/use-words.tsx';

/** Names in place of the ids that alerts.yaml has; an id that is not known stands for itself. */
export function useRuleNames(): RuleNames {
  const words = useWords();
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
      channel: (id) => {
        const channel = channels?.find((one) => one.id === id);
        return channel ? channelName(channel, words) : id;
      },
      score: format.score,
    };
  }, [words, m, lang, beats, channels, format]);
}

/** A channel as it is called; the inbox has a name of its own where the file gives it none. */
export function channelName({ id, name, kind }: { id: string; name: string; kind: string }, words: Words) {
  return kind === 'in-app' && name === id ? words.inbox : name;
}
