import type { ArticleSummary } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import type { View } from '../api/view.ts';
import { nameOf } from './filters.tsx';
import { LabelChip, QuoteLine } from './label-chip.tsx';
import { useLanguage } from './language.tsx';
import { useSubject } from './subject.tsx';

interface ArticleRowProps {
  article: ArticleSummary;
  /** The list it stands in, so that the article knows its neighbours. */
  search: View;
  /** Marked gently while it is new on the screen. */
  fresh?: boolean;
  quotes?: number;
  compact?: boolean;
}

/** One article in a list: when and where, the headline, how it is framed, and the sentence that shows it. */
export function ArticleRow({ article, search, fresh = false, quotes = 1, compact = false }: ArticleRowProps) {
  const { m, lang } = useLanguage();
  const { format } = useSubject();
  const { outlet } = article;
  const Title = compact ? 'h3' : 'h2';
  // Frames say more than topics do.
  const told = [...article.quotes]
    .sort((a, b) => Number(a.kind === 'topic') - Number(b.kind === 'topic'))
    .slice(0, quotes);
  const quoted = told.map(({ kind, labelId }) => `${kind} ${labelId}`);
  const shown = compact
    ? article.labels.filter(({ kind, labelId }) => kind === 'frame' && !quoted.includes(`${kind} ${labelId}`))
    : article.labels;
  return (
    <li className={fresh ? 'article-row fresh' : 'article-row'}>
      <p className="article-row-meta quiet small">
        <time dateTime={article.countedAt} title={format.dayTime(article.countedAt)} className="tabular">
          {compact ? format.short(article.countedAt) : format.dayTime(article.countedAt)}
        </time>
        <span>{outlet.name}</span>
        {compact ? null : (
          <span>
            {m.groups[outlet.group] ?? outlet.group}, {nameOf('region', outlet.country, lang)}
          </span>
        )}
        {article.dateIsStated ? null : <span title={m.article.dateNotStated}>~</span>}
        {article.edited ? (
          <span className="edit-mark" title={m.article.editedTitle}>
            {m.article.edited}
          </span>
        ) : null}
        {article.withdrawn ? (
          <span className="edit-mark gone" title={m.article.withdrawnTitle}>
            {m.article.withdrawnPage}
          </span>
        ) : null}
        {fresh ? <span className="fresh-mark">{m.latest.arrived}</span> : null}
        <span className="article-row-score tabular" title={m.article.relevance}>
          {format.score(article.relevance.score)}
        </span>
      </p>
      <Title className="article-row-title" lang={article.language}>
        <Link to="/articles/$id" params={{ id: article.id }} search={search} data-row>
          {article.title}
        </Link>
      </Title>
      {told.map((quote) => (
        <QuoteLine key={`${quote.kind} ${quote.labelId} ${quote.text}`} quote={quote} />
      ))}
      {shown.length > 0 ? (
        <p className="label-chips">
          {shown.slice(0, compact ? 3 : 8).map((label) => (
            <LabelChip key={`${label.kind} ${label.labelId}`} label={label} />
          ))}
        </p>
      ) : null}
      {article.story && article.story.articles > 1 && !compact ? (
        <p className="quiet small">{m.article.story(article.story.articles, article.story.outlets)}</p>
      ) : null}
      {article.textSource !== 'page' && !compact ? (
        <p className="quiet small">{m.article.source[article.textSource]}</p>
      ) : null}
    </li>
  );
}
