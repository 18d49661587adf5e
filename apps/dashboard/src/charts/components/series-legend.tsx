import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import type { DrawnSeries } from './series-lines.tsx';
import { Swatch } from './marker-shape.tsx';

interface SeriesLegendProps {
  all: readonly DrawnSeries[];
  shown: readonly string[];
  format: Format;
  onToggle: (key: string) => void;
  onFocus: (key: string | null) => void;
}

/** Every series with its share of the whole period; a click switches it on or off, pointing at it brings it forward. */
export function SeriesLegend({ all, shown, format, onToggle, onFocus }: SeriesLegendProps) {
  const { m } = useLanguage();
  return (
    <ul className="legend" aria-label={m.chart.legend}>
      {all.map(({ series, name, look }) => (
        <li key={series.key}>
          <button
            type="button"
            className="plain legend-item"
            aria-pressed={shown.includes(series.key)}
            onClick={() => onToggle(series.key)}
            onMouseEnter={() => onFocus(shown.includes(series.key) ? series.key : null)}
            onMouseLeave={() => onFocus(null)}
            onFocus={() => onFocus(shown.includes(series.key) ? series.key : null)}
            onBlur={() => onFocus(null)}
          >
            <Swatch {...look} />
            <span>{name}</span>
            <span className="quiet tabular">{format.percent(series.total.share)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
