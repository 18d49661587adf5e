import type { Evidence, ReviewItem } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useArticle, useReview } from '../../api/queries.ts';
import { carriedOver } from '../../api/view.ts';
import { AnnotatedText } from '../../ui/annotated-text.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { AskAll } from './ask-all.tsx';
import { AskUnclear } from './ask-unclear.tsx';
import { SampleProgress } from './sample-progress.tsx';

/** One article after another for an editor's judgement: some that teach the model, some drawn at random to measure it. */
export function ReviewPage() {
  const { m } = useLanguage();
  const { beat, format } = useSubject();
  const query = useReview(beat.id);
  return (
    <div className="review-page">
      <header className="page-head">
        <h1>{m.review.title}</h1>
        <p className="quiet">{m.review.intro}</p>
      </header>
      <Loaded query={query} skeleton={<LinesSkeleton lines={12} height={18} />} time={format.time}>
        {(answer) => (
          <>
            <SampleProgress answer={answer} />
            <Queue key={answer.beat} items={answer.items} onEmpty={() => void query.refetch()} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Goes through the items; those judged or put off in this session do not come back with the next answer. */
function Queue({ items, onEmpty }: { items: readonly ReviewItem[]; onEmpty: () => void }) {
  const { m } = useLanguage();
  const { view } = useSubject();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const left = items.filter(({ articleId }) => !done.has(articleId));
  const [item] = left;
  const asked = useRef(0);
  useEffect(() => {
    // Once for every judged article: an answer that brings nothing new is the end.
    if (left.length > 0 || done.size === asked.current) return;
    asked.current = done.size;
    onEmpty();
  });
  if (!item)
    return (
      <div className="empty">
        <p>{done.size > 0 ? m.review.allDone(done.size) : m.review.nothing}</p>
        <Link to="/articles" search={carriedOver(view)}>
          {m.review.toArticles}
        </Link>
      </div>
    );
  return (
    <ReviewArticle
      key={item.articleId}
      item={item}
      isFirst={done.size === 0}
      onNext={() => setDone(new Set([...done, item.articleId]))}
    />
  );
}

interface ReviewArticleProps {
  item: ReviewItem;
  isFirst: boolean;
  onNext: () => void;
}

function ReviewArticle({ item, isFirst, onNext }: ReviewArticleProps) {
  const { m } = useLanguage();
  const { beat, view, format } = useSubject();
  const query = useArticle(item.articleId, beat.id);
  const isBlind = item.sampled === 'random';
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever listens to the page hears the next article begin.
  useEffect(() => (isFirst ? undefined : heading.current?.focus({ preventScroll: true })), [isFirst]);
  useKeys({ s: onNext });
  return (
    <article className="review-article">
      <p className="quiet small">
        <strong>{isBlind ? m.review.random : m.review.chosen}</strong>{' '}
        {isBlind ? m.review.randomWhy : m.review.chosenWhy}
      </p>
      <h2 ref={heading} tabIndex={-1} className="serif article-title" lang={item.language}>
        {isBlind ? (
          item.title
        ) : (
          <Link to="/articles/$id" params={{ id: item.articleId }} search={carriedOver(view)}>
            {item.title}
          </Link>
        )}
      </h2>
      <p className="byline quiet">
        {item.outlet} · {format.dayTime(item.countedAt)}
      </p>
      <Loaded query={query} skeleton={<LinesSkeleton lines={10} height={18} />} time={format.time}>
        {(article) => (
          <div className="review-columns">
            <div className="article-body">
              <AnnotatedText
                text={article.text}
                evidence={isBlind ? [] : article.evidence.filter((one) => isAsked(item, one))}
                language={article.language}
              />
            </div>
            <aside className="review-aside">
              {isBlind ? (
                <AskAll article={article} onSaved={onNext} />
              ) : (
                <AskUnclear article={article} unclear={item.unclear} onSaved={onNext} />
              )}
              <Button variant="subtle" color="gray" size="xs" aria-keyshortcuts="s" onClick={onNext}>
                {m.review.skip} (s)
              </Button>
            </aside>
          </div>
        )}
      </Loaded>
    </article>
  );
}

/** Relevance is about the whole text; of what else is asked, its own sentences help. */
const isAsked = ({ unclear }: ReviewItem, evidence: Evidence): boolean =>
  unclear.some(({ kind, labelId }) => kind === evidence.kind && labelId === evidence.labelId);
