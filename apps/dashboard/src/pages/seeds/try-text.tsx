import type { Classification } from '@framewatch/contracts';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useClassify } from '../../api/queries.ts';
import { Swatch } from '../../charts/components/marker-shape.tsx';
import { AnnotatedText, AnnotatedTitle } from '../../ui/annotated-text.tsx';
import { nameOf } from '../../ui/filters.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** Any text through the classifier, with the evidence shown; nothing is stored. */
export function TryText() {
  const { m, lang } = useLanguage();
  const { beat } = useSubject();
  const classify = useClassify();
  const [input, setInput] = useState({ title: '', text: '', language: '' });
  const judged = classify.data ? classify.variables : undefined;
  return (
    <section className="panel try-text" aria-labelledby="try-title">
      <header className="panel-head">
        <h2 id="try-title">{m.seeds.tryTitle}</h2>
        <p className="quiet small">{m.seeds.tryHint}</p>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { language, ...words } = input;
          classify.mutate({ beat: beat.id, ...words, ...(language ? { language } : {}) });
        }}
      >
        <TextInput
          size="sm"
          label={m.seeds.tryHeadline}
          value={input.title}
          onChange={({ currentTarget }) => setInput({ ...input, title: currentTarget.value })}
        />
        <Textarea
          size="sm"
          label={m.seeds.tryText}
          required
          autosize
          minRows={4}
          maxRows={14}
          value={input.text}
          onChange={({ currentTarget }) => setInput({ ...input, text: currentTarget.value })}
        />
        <div className="try-actions">
          <NativeSelect
            size="xs"
            aria-label={m.seeds.tryLanguage}
            value={input.language}
            onChange={({ currentTarget }) => setInput({ ...input, language: currentTarget.value })}
            data={[
              { value: '', label: `${m.seeds.tryLanguage}: ${m.seeds.tryDetect}` },
              ...beat.languages.map((code) => ({ value: code, label: nameOf('language', code, lang) })),
            ]}
          />
          <Button type="submit" size="xs" loading={classify.isPending} disabled={input.text.trim() === ''}>
            {m.seeds.tryButton}
          </Button>
        </div>
      </form>
      {classify.isError ? <ErrorState error={classify.error} /> : null}
      {classify.data && judged ? (
        <Result classification={classify.data} title={judged.title} text={judged.text} />
      ) : null}
    </section>
  );
}

interface ResultProps {
  classification: Classification;
  title: string;
  text: string;
}

function Result({ classification, title, text }: ResultProps) {
  const { m } = useLanguage();
  const { format, label } = useSubject();
  const { relevance, labels, evidence, covered, language } = classification;
  const decided = labels.filter(({ decision }) => decision !== 'no').sort((a, b) => b.score - a.score);
  return (
    <div className="try-result" aria-live="polite">
      <p className="scores">
        <strong className={`decision-${relevance.decision}`}>
          {relevance.decision === 'yes'
            ? m.article.relevant
            : relevance.decision === 'no'
              ? m.article.notRelevant
              : `${m.article.relevant}: ${m.article.unclear}`}{' '}
          {format.score(relevance.score)}
        </strong>
        {decided.map(({ kind, labelId, score, decision }) => {
          const { name, look } = label(kind, labelId);
          return (
            <span key={`${kind} ${labelId}`} className={decision === 'unclear' ? 'score unclear' : 'score'}>
              {kind === 'frame' ? <Swatch {...look} /> : null}
              {decision === 'unclear' ? <i>{m.article.unclear}: </i> : null}
              {name} <span className="quiet tabular">{format.score(score)}</span>
            </span>
          );
        })}
      </p>
      {covered ? null : <p>{m.article.notCovered}</p>}
      <div className="article-body">
        {title ? (
          <h3 className="serif article-title" lang={language}>
            <AnnotatedTitle title={title} evidence={evidence} />
          </h3>
        ) : null}
        <AnnotatedText text={text} evidence={evidence} language={language} />
      </div>
    </div>
  );
}
