import type { ArticleDetail, LabelKind } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useArticle, useArticles } from '../../api/queries.ts';
import { carriedOver } from '../../api/view.ts';
import { AnnotatedText, AnnotatedTitle } from '../../ui/annotated-text.tsx';
import { nameOf } from '../../ui/filters.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { ArticleAside } from './article-aside.tsx';
import { LabelLine } from './label-line.tsx';
import { Revisions } from './revisions.tsx';

/** One article: its text with the evidence, why it is relevant, and what else is known of it. */
export function ArticlePage() {
  const { beat, format } = useSubject();
  const { id = '' } = useParams({ strict: false });
  const query = useArticle(id, beat.id);
  return (
    <div className="article-page">
      <Neighbours id={id} />
      <Loaded query={query} skeleton={<LinesSkeleton lines={16} height={18} />} time={format.time}>
        {(article) => <Article key={article.id} article={article} />}
      </Loaded>
    </div>
  );
}

function Article({ article }: { article: ArticleDetail }) {
  const { m } = useLanguage();
  const [correcting, setCorrecting] = useState(false);
  const [only, setOnly] = useState<{ kind: LabelKind; labelId: string } | null>(null);
  useKeys({ e: () => setCorrecting(!correcting), Escape: () => setCorrecting(false) });
  return (
    <article className="article">
      <div className="article-tools no-print">
        <LabelLine article={article} correcting={correcting} only={only} onOnly={setOnly} />
        <Button
          size="xs"
          variant={correcting ? 'filled' : 'default'}
          aria-pressed={correcting}
          aria-keyshortcuts="e"
          onClick={() => setCorrecting(!correcting)}
        >
          {correcting ? m.article.correcting : m.article.correct} (e)
        </Button>
        <a className="tool-link" href={article.url} target="_blank" rel="noreferrer noopener">
          {m.article.original} <Icon name="external" size={14} />
        </a>
      </div>
      <div className="article-columns">
        <div className="article-body">
          <h1 className="serif article-title" lang={article.language}>
            <AnnotatedTitle title={article.title} evidence={article.evidence} />
          </h1>
          <Byline article={article} />
          {article.text.trim() === '' ? (
            <p className="quiet">{m.article.noText}</p>
          ) : (
            <AnnotatedText
              text={article.text}
              evidence={article.evidence}
              language={article.language}
              only={only}
            />
          )}
          <Revisions article={article} />
        </div>
        <ArticleAside article={article} only={only} onOnly={setOnly} />
      </div>
    </article>
  );
}

function Byline({ article }: { article: ArticleDetail }) {
  const { m, lang } = useLanguage();
  const { format, period } = useSubject();
  const { outlet } = article;
  const parts = [
    `${outlet.name} (${(m.groups[outlet.group] ?? outlet.group).toLocaleLowerCase(lang)}, ${nameOf('region', outlet.country, lang)})`,
    `${format.dayTime(article.countedAt)} ${m.controls.zones[period.tz] ?? period.tz}`,
    article.dateIsStated ? '' : m.article.dateNotStated,
    m.article.source[article.textSource],
    article.authors.join(', '),
  ];
  return (
    <p className="byline quiet">
      {parts.filter(Boolean).join(' · ')}
      {article.edited ? <span className="edit-mark">{m.article.edited}</span> : null}
      {article.withdrawn ? <span className="edit-mark gone">{m.article.withdrawnPage}</span> : null}
      {article.synthetic ? <span className="synthetic-tag">{m.article.synthetic}</span> : null}
    </p>
  );
}

/** Back to the list, and through it with j and k. */
function Neighbours({ id }: { id: string }) {
  const { m } = useLanguage();
  const { beat, period, view, format } = useSubject();
  const navigate = useNavigate();
  const { data } = useArticles(beat.id, period, view);
  const ids = data?.pages.flatMap(({ items }) => items.map((item) => item.id)) ?? [];
  const at = ids.indexOf(id);
  const [previous, next] = at < 0 ? [undefined, undefined] : [ids[at - 1], ids[at + 1]];
  const go = (target: string | undefined) => {
    if (target) void navigate({ to: '/articles/$id', params: { id: target }, search: view });
  };
  useKeys({ j: () => go(next), k: () => go(previous) });
  return (
    <nav className="neighbours no-print" aria-label={m.article.back}>
      <Link to="/articles" search={at < 0 ? carriedOver(view) : view}>
        <Icon name="back" size={14} /> {m.article.back}
      </Link>
      {at < 0 ? null : (
        <>
          <span className="quiet tabular">
            {m.article.position(at + 1, format.number(data?.pages[0]?.total ?? ids.length))}
          </span>
          <Step id={previous} label={m.article.previous} icon="back" />
          <Step id={next} label={m.article.next} icon="forward" />
        </>
      )}
    </nav>
  );
}

function Step({ id, label, icon }: { id: string | undefined; label: string; icon: 'back' | 'forward' }) {
  const { view } = useSubject();
  if (!id) return null;
  return (
    <Link to="/articles/$id" params={{ id }} search={view} aria-label={label} title={label}>
      <Icon name={icon} size={14} />
    </Link>
  );
}
