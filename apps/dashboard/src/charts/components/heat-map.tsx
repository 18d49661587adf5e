import type { Heatmap } from '@framewatch/contracts';
import { type ReactNode, useMemo, useState } from 'react';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import type { LabelLook } from '../../ui/palette.ts';
import { type HeatCell, type HeatRow, heatRows } from '../prepare/heat-cells.ts';
import { Swatch } from './marker-shape.tsx';

interface HeatMapProps {
  map: Heatmap;
  names: Record<string, { name: string; look: LabelLook }>;
  format: Format;
  /** Wraps a number into the link to its articles; `frame` is null for the outlet's total. */
  link: (outletId: string, frame: string | null, text: string, label: string) => ReactNode;
}

const shownAtFirst = 12;

/** Outlets against frames: the number is n, the shade its share of the outlet's relevant articles. */
export function HeatMap({ map, names, format, link }: HeatMapProps) {
  const { m } = useLanguage();
  const [all, setAll] = useState(false);
  const rows = useMemo(() => heatRows(map), [map]);
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={`${m.chart.heatmap}: ${m.chart.asTable}`}>
        <table className="heat-map">
          <thead>
            <tr>
              <th scope="col">{m.chart.outlet}</th>
              <th scope="col" className="number">
                {m.chart.relevant}
              </th>
              {map.frames.map((frame) => (
                <th key={frame} scope="col" className="heat-head">
                  {names[frame] ? <Swatch {...names[frame].look} /> : null}
                  <span>{names[frame]?.name ?? frame}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <HeatMapRow key={row.outletId} row={row} names={names} format={format} link={link} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shownAtFirst ? (
        <button type="button" className="plain small link-like" onClick={() => setAll(!all)}>
          {all ? m.chart.fewerOutlets : m.chart.allOutlets(rows.length)}
        </button>
      ) : null}
    </>
  );
}

interface HeatMapRowProps extends Omit<HeatMapProps, 'map'> {
  row: HeatRow;
}

function HeatMapRow({ row, names, format, link }: HeatMapRowProps) {
  const { m } = useLanguage();
  return (
    <tr>
      <th scope="row">
        {row.outlet} <span className="quiet">{m.groups[row.group] ?? row.group}</span>
      </th>
      <td className="number">
        {link(
          row.outletId,
          null,
          format.number(row.relevant),
          `${row.outlet}: ${format.number(row.relevant)} ${m.chart.relevant}`,
        )}
      </td>
      {row.cells.map((cell) => {
        const label = describe(cell);
        return (
          <td
            key={cell.frame}
            className={cell.few ? 'heat-cell few' : 'heat-cell'}
            style={{ '--shade': cell.shade.toFixed(3) } as React.CSSProperties}
            title={cell.few ? `${label}. ${m.chart.few}` : label}
          >
            {cell.count > 0 ? link(row.outletId, cell.frame, format.number(cell.count), label) : '·'}
          </td>
        );
      })}
    </tr>
  );

  function describe(cell: HeatCell): string {
    const name = names[cell.frame]?.name ?? cell.frame;
    const numbers = m.chart.cell(
      format.number(cell.count),
      format.number(cell.of),
      format.percent(cell.share),
    );
    return `${row.outlet}, ${name}: ${numbers}`;
  }
}
