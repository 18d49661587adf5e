import type { AlertRuleConfig, SaveRuleAnswer } from '@framewatch/contracts';
import { useState } from 'react';
import { useDeleteRule, useSaveRule } from '../../../api/alerts.ts';
import { ApiProblem } from '../../../api/client.ts';
import { problemText } from '../problem-text.ts';
import { useTell } from '../undo.tsx';
import { useWords } from '../words/use-words.tsx';

/** Changes to rules from the list, each with a way back. `yaml` is what to paste where the file cannot be written. */
export function useChangeRule(version: string) {
  const words = useWords();
  const tell = useTell();
  const save = useSaveRule();
  const remove = useDeleteRule();
  const [yaml, setYaml] = useState<string | null>(null);
  const onError = (error: Error) => {
    const isConflict = error instanceof ApiProblem && error.problem.status === 409;
    const text = isConflict ? words.ruleList.changedMeanwhile : words.failed(problemText(error, words));
    tell({ text, bad: true });
  };
  // Promises rather than the library's callbacks: the row may be gone when its answer comes.
  /** Tells of what was done, or shows the YAML where it could not be. */
  const settled = (text: string, undo?: (version: string) => unknown) => (answer: SaveRuleAnswer) => {
    if (answer.saved) tell({ text, ...(undo ? { undo: () => undo(answer.version) } : {}) });
    else setYaml(answer.yaml);
  };
  const put = (
    rule: AlertRuleConfig,
    enabled: boolean,
    under: string,
    undo?: (version: string) => unknown,
  ) => {
    const text = enabled ? words.ruleList.switchedOn(rule.name) : words.ruleList.switchedOff(rule.name);
    save
      .mutateAsync({ id: rule.id, rule: { ...rule, enabled }, version: under })
      .then(settled(text, undo))
      .catch(onError);
  };
  return {
    yaml,
    closeYaml: () => setYaml(null),
    switchTo: (rule: AlertRuleConfig, enabled: boolean) =>
      put(rule, enabled, version, (next) => put(rule, !enabled, next)),
    remove: (rule: AlertRuleConfig) => {
      const restore = (next: string) =>
        save
          .mutateAsync({ id: null, rule, version: next })
          .then(settled(words.ruleList.restored(rule.name)))
          .catch(onError);
      remove
        .mutateAsync({ id: rule.id, version })
        .then(settled(words.ruleList.deleted(rule.name), restore))
        .catch(onError);
    },
  };
}
