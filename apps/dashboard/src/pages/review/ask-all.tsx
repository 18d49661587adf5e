import type { ArticleDetail, CorrectionRequest, LabelInfo, LabelKind } from '@framewatch/contracts';
import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useCorrect } from '../../api/queries.ts';
import { Swatch } from '../../charts/components/marker-shape.tsx';
import { pickText, useLanguage } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

type Corrections = CorrectionRequest['corrections'];

/**
 * Asks everything, and shows nothing of what the model thinks: who sees an answer first tends to agree with it, and the
 * measure would flatter the model.
 */
export function AskAll({ article, onSaved }: { article: ArticleDetail; onSaved: () => void }) {
  const { m, lang } = useLanguage();
  const { beat } = useSubject();
  const correct = useCorrect(article.id);
  const [relevant, setRelevant] = useState<'yes' | 'no' | ''>('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  return (
    <form
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (relevant === '') return;
        const corrections = judgementOf(beat.labels, relevant, ticked);
        correct.mutate({ beat: beat.id, corrections }, { onSuccess: onSaved });
      }}
    >
      <fieldset className="review-question">
        <legend>{m.review.aboutBeat(pickText(beat.name, lang))}</legend>
        <SegmentedControl
          aria-label={m.review.aboutBeat(pickText(beat.name, lang))}
          size="xs"
          value={relevant}
          onChange={(value) => setRelevant(value as 'yes' | 'no')}
          data={[
            { value: 'yes', label: m.review.yes },
            { value: 'no', label: m.review.no },
          ]}
        />
      </fieldset>
      {(['frame', 'topic'] as const).map((kind) => (
        <LabelBoxes key={kind} kind={kind} disabled={relevant !== 'yes'} ticked={ticked} onToggle={toggle} />
      ))}
      {correct.isError ? <ErrorState error={correct.error} /> : null}
      <Button type="submit" size="sm" loading={correct.isPending} disabled={relevant === ''}>
        {m.review.save}
      </Button>
    </form>
  );
}

interface LabelBoxesProps {
  kind: LabelKind;
  disabled: boolean;
  ticked: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

function LabelBoxes({ kind, disabled, ticked, onToggle }: LabelBoxesProps) {
  const { m, lang } = useLanguage();
  const { beat, label } = useSubject();
  return (
    <fieldset className="review-question" disabled={disabled}>
      <legend>{kind === 'frame' ? m.review.whichFrames : m.review.whichTopics}</legend>
      {beat.labels
        .filter((one) => one.kind === kind)
        .map((info) => {
          const { name, look } = label(kind, info.id);
          return (
            <Checkbox
              key={info.id}
              size="xs"
              label={
                <>
                  {kind === 'frame' ? <Swatch {...look} /> : null} {name}
                </>
              }
              title={pickText(info.definition, lang)}
              checked={ticked.has(`${kind} ${info.id}`)}
              onChange={() => onToggle(`${kind} ${info.id}`)}
            />
          );
        })}
    </fieldset>
  );
}

/** What is not about the beat carries none of its labels, and nothing is said of them. */
function judgementOf(
  labels: readonly LabelInfo[],
  relevant: 'yes' | 'no',
  ticked: ReadonlySet<string>,
): Corrections {
  const relevance = {
    kind: 'relevance',
    labelId: 'relevance',
    decision: relevant,
    sampled: 'random',
  } as const;
  if (relevant === 'no') return [relevance];
  return [
    relevance,
    ...labels.map(({ kind, id }) => ({
      kind,
      labelId: id,
      decision: ticked.has(`${kind} ${id}`) ? ('yes' as const) : ('no' as const),
      sampled: 'random' as const,
    })),
  ];
}
