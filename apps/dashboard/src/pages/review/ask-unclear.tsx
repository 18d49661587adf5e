import type { ArticleDetail, CorrectionRequest, ReviewItem } from '@framewatch/contracts';
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useCorrect } from '../../api/queries.ts';
import { Swatch } from '../../charts/components/marker-shape.tsx';
import { pickText, useLanguage } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { useKeys } from '../../ui/use-keys.ts';

type Answer = 'yes' | 'no';
type Question = ReviewItem['unclear'][number];

interface AskUnclearProps {
  article: ArticleDetail;
  unclear: readonly Question[];
  onSaved: () => void;
}

/** Asks only what the model could not decide. */
export function AskUnclear({ article, unclear, onSaved }: AskUnclearProps) {
  const { m } = useLanguage();
  const { beat } = useSubject();
  const correct = useCorrect(article.id);
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const corrections = unclear.flatMap((question): CorrectionRequest['corrections'] => {
    const decision = answers.get(keyOf(question));
    return decision === undefined ? [] : [{ ...question, decision, sampled: 'chosen' }];
  });
  const save = () => {
    if (corrections.length > 0) correct.mutate({ beat: beat.id, corrections }, { onSuccess: onSaved });
  };
  const answer = (question: Question, decision: Answer) =>
    setAnswers(new Map([...answers, [keyOf(question), decision]]));
  const open = unclear.find((question) => !answers.has(keyOf(question)));
  useKeys({
    y: () => (open ? answer(open, 'yes') : undefined),
    n: () => (open ? answer(open, 'no') : undefined),
  });
  return (
    <form
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{m.review.undecided}</h3>
      {unclear.map((question) => (
        <OneQuestion
          key={keyOf(question)}
          question={question}
          answer={answers.get(keyOf(question))}
          onAnswer={(decision) => answer(question, decision)}
        />
      ))}
      {correct.isError ? <ErrorState error={correct.error} /> : null}
      <Button type="submit" size="sm" loading={correct.isPending} disabled={corrections.length === 0}>
        {m.review.save}
      </Button>
    </form>
  );
}

interface OneQuestionProps {
  question: Question;
  answer: Answer | undefined;
  onAnswer: (answer: Answer) => void;
}

function OneQuestion({ question: { kind, labelId }, answer, onAnswer }: OneQuestionProps) {
  const { m, lang } = useLanguage();
  const { beat, label } = useSubject();
  const { name, look, info } = kind === 'relevance' ? RELEVANCE : label(kind, labelId);
  const title = kind === 'relevance' ? m.review.aboutBeat(pickText(beat.name, lang)) : name;
  return (
    <fieldset className="review-question">
      <legend>
        {look && kind === 'frame' ? <Swatch {...look} /> : null} {title}
      </legend>
      {info ? <p className="quiet small">{pickText(info.definition, lang)}</p> : null}
      <SegmentedControl
        aria-label={title}
        size="xs"
        value={answer ?? ''}
        onChange={(value) => onAnswer(value as Answer)}
        data={[
          { value: 'yes', label: `${m.review.yes} (y)` },
          { value: 'no', label: `${m.review.no} (n)` },
        ]}
      />
    </fieldset>
  );
}

const RELEVANCE = { name: '', look: undefined, info: undefined };
const keyOf = ({ kind, labelId }: Question): string => `${kind} ${labelId}`;
