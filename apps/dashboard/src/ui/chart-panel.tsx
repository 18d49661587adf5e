import { ActionIcon } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from './icons.tsx';
import { useLanguage } from './language.tsx';

interface ChartPanelProps {
  title: string;
  /** What is counted, of what, and how many. */
  note: ReactNode;
  csv?: string;
  chart: ReactNode;
  table?: ReactNode;
  caption?: ReactNode;
}

/** A chart with its name, what it counts, and the table that stands behind it. */
export function ChartPanel({ title, note, csv, chart, table, caption }: ChartPanelProps) {
  const { m } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        <p className="quiet small">{note}</p>
        <div className="panel-tools no-print">
          {table ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`${title}: ${asTable ? m.chart.asChart : m.chart.asTable}`}
              title={asTable ? m.chart.asChart : m.chart.asTable}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              <Icon name={asTable ? 'chart' : 'table'} />
            </ActionIcon>
          ) : null}
          {csv ? (
            <a
              className="tool-link"
              href={csv}
              download
              title={m.chart.csvLong}
              aria-label={`${title}: ${m.chart.csvLong}`}
            >
              <Icon name="download" /> {m.chart.csv}
            </a>
          ) : null}
        </div>
      </header>
      {asTable ? table : chart}
      {caption}
    </section>
  );
}
