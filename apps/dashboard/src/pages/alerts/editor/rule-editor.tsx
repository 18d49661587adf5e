import type { AlertRuleConfig, AlertRulesAnswer } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { carriedOver } from '../../../api/view.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { useTell } from '../undo.tsx';
import { useWhen } from '../use-when.ts';
import { useWords } from '../words/use-words.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { type Draft, draftOf, freshId, ruleOf } from './draft.ts';
import './editor.css';
import { KindField } from './kind-field.tsx';
import { LookBack } from './look-back.tsx';
import { missingFields } from './missing-fields.ts';
import { Reading } from './reading.tsx';
import { SaveOutcome } from './save-outcome.tsx';
import { useDraft } from './use-draft.ts';
import { useSave } from './use-save.ts';
import { WhereFields } from './where-fields.tsx';
import { WindowFields } from './window-fields.tsx';

interface RuleEditorProps {
  answer: AlertRulesAnswer;
  /** The rule as it was opened; null if it is new. */
  rule: AlertRuleConfig | null;
  initial: Draft;
  /** Under what unsaved changes are kept. */
  slot: string;
}

/** A rule in plain words at the left; what it reads as and what it would have raised at the right. */
export function RuleEditor({ answer, rule: openedNow, initial, slot }: RuleEditorProps) {
  const words = useWords();
  const { view } = useSubject();
  const tell = useTell();
  const navigate = useNavigate();
  const opened = useRef(openedNow);
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, reset, forget, restoredAt } = useDraft(slot, initial);
  const isNew = openedNow === null;
  const taken = answer.rules.map(({ id }) => id);
  const rule = ruleOf(isNew ? { ...draft, id: freshId(draft.name, draft.on, taken) } : draft);
  const saving = useSave({
    answer,
    opened: opened.current,
    onSaved: ({ name }) => {
      forget();
      tell({ text: words.editor.saved(name) });
      void navigate({ to: '/alerts/rules', search: carriedOver(view) });
    },
  });
  const { outcome, setOutcome } = saving;
  const errors = outcome.kind === 'refused' ? outcome.fields : {};
  useFocusOnError(form, outcome.kind === 'refused' ? outcome.fields : null);
  const submit = () => {
    const fields = missingFields(draft, words);
    if (Object.keys(fields).length > 0) setOutcome({ kind: 'refused', fields, message: null });
    else saving.save(rule);
  };
  const parts = { draft, change, errors };
  return (
    <section className="rule-editor" aria-labelledby="editor-title">
      <EditorHead isNew={isNew} />
      {restoredAt === null ? null : <Restored at={restoredAt} onStartOver={() => reset(initial)} />}
      <div className="editor-columns">
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <KindField {...parts} />
          <ConditionFields {...parts} />
          <WindowFields {...parts} />
          <WhereFields {...parts} />
          <SaveOutcome
            outcome={outcome}
            now={saving.changedTo}
            replaces={!isNew}
            onKeepMine={() => saving.saveOver(rule)}
            onTakeTheirs={() => {
              if (saving.changedTo) {
                opened.current = saving.changedTo;
                reset(draftOf(saving.changedTo));
              }
              saving.accept();
            }}
          />
          <div className="editor-actions">
            <Button type="submit" size="sm" loading={saving.isPending}>
              {answer.writable ? words.editor.save : words.editor.saveReadOnly}
            </Button>
            <Button
              size="sm"
              variant="default"
              renderRoot={(props) => (
                <Link to="/alerts/rules" search={carriedOver(view)} {...props} onClick={forget} />
              )}
            >
              {words.editor.discard}
            </Button>
          </div>
        </form>
        <div className="editor-side">
          <Reading rule={rule} />
          <LookBack {...parts} rule={rule} />
        </div>
      </div>
    </section>
  );
}

function EditorHead({ isNew }: { isNew: boolean }) {
  const words = useWords();
  const { view } = useSubject();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <header className="editor-head">
      <Link to="/alerts/rules" search={carriedOver(view)} className="small">
        <Icon name="back" size={12} /> {words.editor.back}
      </Link>
      <h2 id="editor-title" ref={title} tabIndex={-1}>
        {isNew ? words.editor.new : words.editor.edit}
      </h2>
    </header>
  );
}

function Restored({ at, onStartOver }: { at: string; onStartOver: () => void }) {
  const words = useWords();
  const { moment } = useWhen();
  return (
    <p className="restored" role="status">
      {words.editor.restored(moment(at))}{' '}
      <button type="button" className="plain link-like" onClick={onStartOver}>
        {words.editor.startOver}
      </button>
    </p>
  );
}

/** What is wrong is where the reader is led. */
function useFocusOnError(form: React.RefObject<HTMLFormElement | null>, fields: object | null): void {
  useEffect(() => {
    if (fields === null) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [fields, form]);
}
