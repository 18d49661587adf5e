import type { ChangesAnswer, LabelKind, TrendAnswer, TrendSeries } from '@framewatch/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useFrameQuotes } from '../../api/queries.ts';
import { carriedOver, type View } from '../../api/view.ts';
import { Swatch } from '../../charts/components/marker-shape.tsx';
import { SmallMultiple } from '../../charts/components/small-multiple.tsx';
import { TrendTable } from '../../charts/components/trend-table.tsx';
import type { ChartRow } from '../../charts/prepare/chart-rows.ts';
import { bucketNotes } from '../../charts/prepare/bucket-notes.ts';
import type { GapRange } from '../../charts/prepare/gap-ranges.ts';
import { pickText, useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { ShiftLines } from './shift-lines.tsx';

interface FramePanelProps {
  answer: TrendAnswer;
  series: TrendSeries;
  kind: LabelKind;
  rows: readonly ChartRow[];
  gaps: readonly GapRange[];
  ticks: readonly number[];
  /** The frame's lasting shifts in the period. */
  shifts: ChangesAnswer['shifts'];
}

/** One frame: its share of the whole period, its course, and the sentences that carried it. */
export function FramePanel({ answer, series, kind, rows, gaps, ticks, shifts }: FramePanelProps) {
  const { m, lang } = useLanguage();
  const { view, format, label } = useSubject();
  const navigate = useNavigate();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const { name, look, info } = label(kind, series.key);
  const measure = view.show ?? 'share';
  const list: View = { ...carriedOver(view), [kind]: series.key };
  const { share, low, high, numerator, denominator } = series.total;
  const alike = answer.equalWeight?.series.find(({ key }) => key === series.key)?.total;
  const shiftNotes = shifts.map(({ at, before, after }) => ({
    at,
    kind: 'note' as const,
    text: m.shifts.note(name, format.percent(before.share), format.percent(after.share)),
  }));
  return (
    <section className="frame-panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <Swatch {...look} /> {name}
        </h2>
        <p className="frame-panel-total tabular">
          <strong>{measure === 'share' ? format.percent(share) : format.number(numerator)}</strong>{' '}
          <span className="quiet small">
            {measure === 'share' && low !== null && high !== null
              ? `${format.percent(low)}–${format.percent(high)} · `
              : ''}
            {m.chart.nOf(format.number(numerator), format.number(denominator))}
            {answer.equalWeight && measure === 'share'
              ? ` · ${alike ? m.alike.total(alike.outlets) : m.alike.none}`
              : ''}
          </span>
        </p>
      </header>
      {asTable ? (
        <TrendTable
          answer={answer}
          columns={[{ key: series.key, name }]}
          measure={measure}
          format={format}
          link={(bucket, _key, text) => (
            <Link to="/articles" search={{ ...list, since: bucket.start, until: bucket.end }}>
              {text}
            </Link>
          )}
        />
      ) : (
        <SmallMultiple
          answer={answer}
          rows={rows}
          gaps={gaps}
          drawn={{ series, name, look }}
          ticks={ticks}
          measure={measure}
          format={format}
          notes={bucketNotes({ buckets: answer.buckets, notes: shiftNotes })}
          onOpen={(bucket) =>
            void navigate({ to: '/articles', search: { ...list, since: bucket.start, until: bucket.end } })
          }
        />
      )}
      <ShiftLines shifts={shifts} />
      <Sentences kind={kind} id={series.key} colour={look.colour} />
      <div className="frame-panel-links small">
        <Link to="/articles" search={list}>
          {m.framing.all}
        </Link>
        <button type="button" className="plain link-like" onClick={() => setAsTable(!asTable)}>
          {asTable ? m.chart.asChart : m.chart.asTable}
        </button>
        {info ? (
          <details>
            <summary>{m.framing.definition}</summary>
            <p className="quiet">{pickText(info.definition, lang)}</p>
          </details>
        ) : null}
      </div>
    </section>
  );
}

const mostSentences = 3;

/** The newest sentences that spoke for the label in the period, with outlet and day. */
function Sentences({ kind, id, colour }: { kind: LabelKind; id: string; colour: string }) {
  const { m } = useLanguage();
  const { beat, period, view, format } = useSubject();
  const { data } = useFrameQuotes(beat.id, period, view, kind, id);
  const quotes = (data?.items ?? [])
    .flatMap((article) => {
      const quote = article.quotes.find((one) => one.kind === kind && one.labelId === id);
      return quote ? [{ article, quote }] : [];
    })
    .slice(0, mostSentences);
  if (quotes.length === 0) return null;
  return (
    <ul className="frame-sentences" aria-label={m.framing.sentences}>
      {quotes.map(({ article, quote }) => (
        <li key={article.id}>
          <blockquote className="quote clamp" style={{ '--label': colour } as React.CSSProperties}>
            <mark>{quote.text.trim()}</mark>
          </blockquote>
          <p className="quiet small">
            <Link
              to="/articles/$id"
              params={{ id: article.id }}
              search={{ ...carriedOver(view), [kind]: id }}
            >
              {article.outlet.name}
            </Link>
            , {format.day(article.countedAt)}
          </p>
        </li>
      ))}
    </ul>
  );
}
