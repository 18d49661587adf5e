import { useWords } from '../words/use-words.tsx';
import type { Draft } from './draft.ts';
import { type RuleKind, ruleKinds } from './rule-kinds.ts';
import type { FieldErrors } from './use-save.ts';

/** What every part of the editor's form is given. */
export interface PartProps {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  errors: FieldErrors;
}

/** What the rule waits for, each kind with what it means. */
export function KindField({ draft, change }: PartProps) {
  const words = useWords();
  return (
    <fieldset className="editor-part">
      <legend>{words.editor.kindTitle}</legend>
      <div className="kinds">
        {ruleKinds.map((kind) => (
          <Kind key={kind} kind={kind} checked={draft.on === kind} onChoose={() => change({ on: kind })} />
        ))}
      </div>
    </fieldset>
  );
}

function Kind({ kind, checked, onChoose }: { kind: RuleKind; checked: boolean; onChoose: () => void }) {
  const words = useWords();
  return (
    <label className={checked ? 'kind chosen' : 'kind'}>
      <input type="radio" name="kind" value={kind} checked={checked} onChange={onChoose} />
      <span>
        <b>{words.kind[kind]}</b>
        <span className="quiet small">{words.editor.kindHint[kind]}</span>
      </span>
    </label>
  );
}
