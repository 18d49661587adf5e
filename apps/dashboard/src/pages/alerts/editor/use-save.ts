import type { AlertRuleConfig, AlertRulesAnswer } from '@framewatch/contracts';
import { useState } from 'react';
import { useSaveRule } from '../../../api/alerts.ts';
import { ApiProblem } from '../../../api/client.ts';
import { problemText } from '../problem-text.ts';
import { useWords } from '../words/use-words.tsx';

export type FieldErrors = Partial<Record<string, string>>;

/** What became of an attempt to save. */
export type Outcome =
  | { kind: 'none' }
  | { kind: 'refused'; fields: FieldErrors; message: string | null }
  | { kind: 'conflict' }
  | { kind: 'paste'; yaml: string };

interface UseSave {
  answer: AlertRulesAnswer;
  /** The rule as it was opened; null if it is new. */
  opened: AlertRuleConfig | null;
  onSaved: (rule: AlertRuleConfig) => void;
}

/**
 * Saves a rule under the version of the file that its author has seen. The file may change otherwise meanwhile: only
 * a change of this very rule is a conflict that somebody has to decide.
 */
export function useSave({ answer, opened, onSaved }: UseSave) {
  const words = useWords();
  const [seen, setSeen] = useState(answer.version);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const { mutate, isPending } = useSaveRule();
  const current = answer.rules.find(({ id }) => id === opened?.id)?.rule ?? null;
  const isUntouched = opened === null || same(current, opened);
  const send = (rule: AlertRuleConfig, version: string) =>
    mutate(
      { id: opened === null || current === null ? null : opened.id, rule, version },
      {
        onSuccess: ({ saved, yaml }) => (saved ? onSaved(rule) : setOutcome({ kind: 'paste', yaml })),
        onError: (error) => setOutcome(outcomeOf(error, problemText(error, words))),
      },
    );
  return {
    outcome,
    setOutcome,
    isPending,
    /** The rule as the file has it now, if that is not what was opened. */
    changedTo: isUntouched ? undefined : current,
    save: (rule: AlertRuleConfig) => send(rule, isUntouched ? answer.version : seen),
    saveOver: (rule: AlertRuleConfig) => send(rule, answer.version),
    accept: () => {
      setSeen(answer.version);
      setOutcome({ kind: 'none' });
    },
  };
}

function outcomeOf(error: Error, message: string): Outcome {
  if (!(error instanceof ApiProblem)) return { kind: 'refused', fields: {}, message };
  if (error.problem.status === 409) return { kind: 'conflict' };
  const fields = fieldErrors(error.problem.errors ?? []);
  return { kind: 'refused', fields, message: Object.keys(fields).length > 0 ? null : message };
}

/** Messages by the rule's field: `rule.topics.0` belongs to `topics`. */
function fieldErrors(errors: readonly { field: string; message: string }[]): FieldErrors {
  const fields: FieldErrors = {};
  for (const { field, message } of errors) {
    const name = field.replace(/^rule\.?/, '').split(/[.[]/)[0] ?? '';
    fields[name] = fields[name] ? `${fields[name]} ${message}` : message;
  }
  return fields;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
