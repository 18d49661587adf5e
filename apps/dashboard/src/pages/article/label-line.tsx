import type { ArticleDetail, CorrectionRequest, Decision, LabelKind } from '@framewatch/contracts';
import { useState } from 'react';
import { useCorrect } from '../../api/queries.ts';
import { Swatch } from '../../charts/components/marker-shape.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

type Change = CorrectionRequest['corrections'][number];
type Only = { kind: LabelKind; labelId: string } | null;

interface LabelLineProps {
  article: ArticleDetail;
  correcting: boolean;
  only: Only;
  onOnly: (only: Only) => void;
}

/** The article's frames and topics with their scores; while correcting, every label of the beat as a switch. */
export function LabelLine({ article, correcting, only, onOnly }: LabelLineProps) {
  const { m } = useLanguage();
  const { beat } = useSubject();
  const correct = useCorrect(article.id);
  const [last, setLast] = useState<{ change: Change; name: string } | null>(null);
  const send = (change: Change, name: string) => {
    setLast({ change, name });
    correct.mutate({ beat: beat.id, corrections: [change] });
  };
  return (
    <div className="label-line">
      {correcting ? (
        <CorrectionBoard article={article} onChange={send} />
      ) : (
        <Scores article={article} only={only} onOnly={onOnly} />
      )}
      <div aria-live="polite" className="correction-note small">
        {correct.isError ? <ErrorState error={correct.error} /> : null}
        {correct.isSuccess && last ? (
          last.change.decision === 'withdraw' ? (
            m.article.withdrawn
          ) : (
            <>
              {m.article.saved(last.name, last.change.decision === 'yes' ? m.article.yes : m.article.no)}{' '}
              <button
                type="button"
                className="plain link-like"
                onClick={() => send({ ...last.change, decision: 'withdraw' }, last.name)}
              >
                {m.article.undo}
              </button>
            </>
          )
        ) : null}
      </div>
    </div>
  );
}

function Scores({ article, only, onOnly }: Omit<LabelLineProps, 'correcting'>) {
  const { m } = useLanguage();
  const { label, format } = useSubject();
  const order = [...article.labels].sort((a, b) => rank(a.kind, a.decision) - rank(b.kind, b.decision));
  return (
    <ul className="scores">
      {order.map(({ kind, labelId, score, decision, corrected }) => {
        const { name, look } = label(kind, labelId);
        const chosen = only?.kind === kind && only.labelId === labelId;
        return (
          <li key={`${kind} ${labelId}`}>
            <button
              type="button"
              className={decision === 'unclear' ? 'plain score unclear' : 'plain score'}
              aria-pressed={chosen}
              onClick={() => onOnly(chosen ? null : { kind, labelId })}
            >
              {kind === 'frame' ? <Swatch {...look} /> : null}
              {decision === 'unclear' ? <i>{m.article.unclear}: </i> : null}
              {name}{' '}
              <span className="quiet tabular" title={corrected ? m.article.corrected : m.seeds.score}>
                {corrected ? '✎' : format.score(score)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface BoardProps {
  article: ArticleDetail;
  onChange: (change: Change, name: string) => void;
}

/** One click on "Correct", one on the label: what was there is taken off, what was not is set. */
function CorrectionBoard({ article, onChange }: BoardProps) {
  const { m } = useLanguage();
  const { beat, label } = useSubject();
  const decided = (kind: LabelKind, id: string): Decision =>
    article.labels.find((one) => one.kind === kind && one.labelId === id)?.decision ?? 'no';
  return (
    <fieldset className="board">
      <legend className="quiet small">{m.article.correctHint}</legend>
      <Toggle
        name={m.article.relevant}
        decision={article.relevance.decision}
        onToggle={(decision) =>
          onChange({ kind: 'relevance', labelId: 'relevance', decision }, m.article.relevant)
        }
      />
      {(['frame', 'topic'] as const).map((kind) => (
        <div key={kind} className="board-row">
          <span className="quiet small">{kind === 'frame' ? m.article.frames : m.article.topics}</span>
          {beat.labels
            .filter((one) => one.kind === kind)
            .map(({ id }) => {
              const { name, look } = label(kind, id);
              return (
                <Toggle
                  key={id}
                  name={name}
                  mark={kind === 'frame' ? <Swatch {...look} /> : null}
                  decision={decided(kind, id)}
                  onToggle={(decision) => onChange({ kind, labelId: id, decision }, name)}
                />
              );
            })}
        </div>
      ))}
    </fieldset>
  );
}

interface ToggleProps {
  name: string;
  decision: Decision;
  mark?: React.ReactNode;
  onToggle: (decision: 'yes' | 'no') => void;
}

function Toggle({ name, decision, mark, onToggle }: ToggleProps) {
  const { m } = useLanguage();
  const on = decision === 'yes';
  return (
    <button
      type="button"
      className="plain toggle"
      aria-pressed={on}
      title={on ? m.article.setNo : m.article.setYes}
      onClick={() => onToggle(on ? 'no' : 'yes')}
    >
      {mark}
      {name}
      {decision === 'unclear' ? <i className="quiet"> {m.article.unclear}</i> : null}
    </button>
  );
}

/** Frames before topics, what is decided before what is unclear. */
function rank(kind: LabelKind, decision: Decision): number {
  return (kind === 'frame' ? 0 : 1) + (decision === 'unclear' ? 2 : 0);
}
