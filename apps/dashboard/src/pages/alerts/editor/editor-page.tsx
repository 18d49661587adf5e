import type { AlertRulesAnswer } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { useParams } from '@tanstack/react-router';
import { useAlertRules } from '../../../api/alerts.ts';
import { carriedOver } from '../../../api/view.ts';
import { EmptyState, LinesSkeleton, Loaded } from '../../../ui/states.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { useWords } from '../words/use-words.tsx';
import { draftOf, newDraft } from './draft.ts';
import { RuleEditor } from './rule-editor.tsx';
import { ruleKinds } from './rule-kinds.ts';

/** A rule of the file, opened for a change. */
export function EditRule() {
  const words = useWords();
  const { view } = useSubject();
  const { id } = useParams({ strict: false });
  return (
    <WithRules>
      {(answer) => {
        const rule = answer.rules.find((one) => one.id === id)?.rule;
        // Saving and deleting elsewhere change the list while the editor is open: it goes on with what it has.
        return rule ? (
          <RuleEditor key={rule.id} answer={answer} rule={rule} initial={draftOf(rule)} slot={rule.id} />
        ) : (
          <EmptyState title={words.editor.gone}>
            <p className="quiet">{words.editor.goneBody}</p>
            <Link to="/alerts/rules" search={carriedOver(view)}>
              {words.editor.back}
            </Link>
          </EmptyState>
        );
      }}
    </WithRules>
  );
}

/** A rule that is not yet in the file; `?rule=` makes a copy, `?kind=` begins with a kind. */
export function NewRule() {
  const words = useWords();
  const { view, beat } = useSubject();
  return (
    <WithRules>
      {(answer) => {
        const model = answer.rules.find(({ id }) => id === view.rule)?.rule;
        const kind = ruleKinds.find((one) => one === view.kind);
        const initial = model
          ? { ...draftOf(model), id: '', name: words.editor.copyOf(model.name) }
          : newDraft(beat.id, kind);
        const slot = model ? `copy-of-${model.id}` : '';
        return <RuleEditor key={slot} answer={answer} rule={null} initial={initial} slot={slot} />;
      }}
    </WithRules>
  );
}

function WithRules({ children }: { children: (answer: AlertRulesAnswer) => React.ReactNode }) {
  const words = useWords();
  const { beats, format } = useSubject();
  const query = useAlertRules();
  if (beats.length === 0)
    return (
      <EmptyState title={words.editor.noBeat}>
        <p className="quiet">{words.editor.noBeatBody}</p>
      </EmptyState>
    );
  return (
    <Loaded query={query} skeleton={<LinesSkeleton lines={14} />} time={format.time}>
      {children}
    </Loaded>
  );
}
