import type { Alert } from '@framewatch/contracts';
import { useLanguage } from '../../ui/language.tsx';
import { useRuleNames } from './use-rule-names.ts';
import { useWhen } from './use-when.ts';
import { useWords } from './words/use-words.tsx';

/** Why an alert was raised, in the interface's language where its reasons are known apart, otherwise as it was told. */
export function useWhyText(): (alert: Pick<Alert, 'why' | 'whyParts'>) => string {
  const words = useWords();
  const { lang } = useLanguage();
  const names = useRuleNames();
  const { moment } = useWhen();
  return ({ why, whyParts = [] }) =>
    // The sentence is written in English by the one who raised it.
    lang === 'en' || whyParts.length === 0
      ? why
      : whyParts.map((part) => words.why(part, { ...names, moment })).join('');
}
