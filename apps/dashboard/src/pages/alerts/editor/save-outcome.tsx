import type { AlertRuleConfig } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { useRuleNames } from '../use-rule-names.ts';
import { ruleSentence } from '../words/rule-sentence.ts';
import { useWords } from '../words/use-words.tsx';
import { YamlText } from '../yaml-text.tsx';
import type { Outcome } from './use-save.ts';

interface SaveOutcomeProps {
  outcome: Outcome;
  /** The rule as the file has it now: undefined as it was opened, null if it is gone. */
  now: AlertRuleConfig | null | undefined;
  replaces: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** What became of saving: refused, changed by somebody else meanwhile, or to be pasted by hand. */
export function SaveOutcome({ outcome, now, replaces, onKeepMine, onTakeTheirs }: SaveOutcomeProps) {
  const words = useWords();
  switch (outcome.kind) {
    case 'none':
      return null;
    case 'refused':
      return (
        <div className="save-outcome bad" role="alert">
          <p>
            <b>{words.editor.refused}.</b> {outcome.message ?? Object.values(outcome.fields).join(' ')}
          </p>
        </div>
      );
    case 'conflict':
      return (
        <div className="save-outcome" role="alert">
          <p>
            <b>{words.editor.conflictTitle}</b>
          </p>
          <TheirRule now={now} />
          <div className="editor-choice">
            <Button size="xs" onClick={onKeepMine}>
              {words.editor.keepMine}
            </Button>
            {now ? (
              <Button size="xs" variant="default" onClick={onTakeTheirs}>
                {words.editor.takeTheirs}
              </Button>
            ) : null}
          </div>
        </div>
      );
    case 'paste':
      return (
        <div className="save-outcome" role="status">
          <p>
            {words.editor.savedElsewhere} {replaces ? words.editor.replaces : ''}
          </p>
          <YamlText yaml={outcome.yaml} />
        </div>
      );
  }
}

function TheirRule({ now }: { now: AlertRuleConfig | null | undefined }) {
  const words = useWords();
  const names = useRuleNames();
  if (now === undefined) return <p>{words.editor.conflictOther}</p>;
  if (now === null) return <p>{words.editor.conflictGone}</p>;
  const { when, tell } = ruleSentence(now, names, words);
  return (
    <p>
      {words.editor.conflictNow}{' '}
      <q>
        {now.name}: {when} {tell}
      </q>
    </p>
  );
}
