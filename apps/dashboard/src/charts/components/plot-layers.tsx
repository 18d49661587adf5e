import { useId } from 'react';
import { usePlotArea, useYAxisScale } from 'recharts';
import type { Marker } from '../../ui/palette.ts';
import type { BucketNotes } from '../prepare/bucket-notes.ts';
import type { GapRange } from '../prepare/gap-ranges.ts';
import { spreadLabels } from '../prepare/spread-labels.ts';
import { MarkerShape } from './marker-shape.tsx';

/** Hatches what was not reached: a rail along the ground for missing feeds, the whole height where all were missing. */
export function GapLayer({ ranges, buckets }: { ranges: readonly GapRange[]; buckets: number }) {
  const plot = usePlotArea();
  const id = useId();
  if (!plot || buckets === 0) return null;
  const step = plot.width / buckets;
  return (
    <g className="gap-layer">
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" stroke="var(--hatch)" strokeWidth="1.5" />
        </pattern>
      </defs>
      {ranges.map(({ first, last, blind }) => {
        const x = plot.x + first * step;
        const width = (last - first + 1) * step;
        return (
          <g key={first}>
            <rect x={x} y={plot.y} width={width} height={plot.height} fill="var(--hatch)" opacity={0.08} />
            <rect
              x={x}
              y={blind ? plot.y : plot.y + plot.height - 8}
              width={width}
              height={blind ? plot.height : 8}
              fill={`url(#${id})`}
              opacity={blind ? 0.55 : 0.9}
            />
          </g>
        );
      })}
    </g>
  );
}

/** A small mark under the axis for each bucket with remarks. */
export function NoteLayer({ notes, buckets }: { notes: readonly BucketNotes[]; buckets: number }) {
  const plot = usePlotArea();
  if (!plot || buckets === 0) return null;
  const step = plot.width / buckets;
  const y = plot.y + plot.height;
  return (
    <g>
      {notes.map(({ index }) => {
        const x = plot.x + (index + 0.5) * step;
        return (
          <g key={index}>
            <line x1={x} x2={x} y1={plot.y} y2={y} stroke="var(--ink-3)" strokeDasharray="1 3" />
            <path d={`M${x - 4} ${y + 6}L${x} ${y}L${x + 4} ${y + 6}Z`} fill="var(--ink-2)" />
          </g>
        );
      })}
    </g>
  );
}

export interface EndLabel {
  key: string;
  name: string;
  colour: string;
  marker: Marker;
  /** The last known value and the bucket in which it lies. */
  value: number;
  index: number;
  faded: boolean;
}

/** Names at the right end of the lines, moved apart where they would cover each other. */
export function EndLabels({ labels, buckets }: { labels: readonly EndLabel[]; buckets: number }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (!plot || !scale || labels.length === 0) return null;
  const wishes = labels.map(({ value }) => scale(value) ?? plot.y);
  const places = spreadLabels(wishes, 17, plot.y + 6, plot.y + plot.height - 2);
  const step = plot.width / buckets;
  const edge = plot.x + plot.width;
  return (
    <g className="end-labels">
      {labels.map(({ key, name, colour, marker, index, faded }, at) => {
        const from = wishes[at] ?? 0;
        const to = places[at] ?? from;
        const x = plot.x + (index + 0.5) * step;
        return (
          <g key={key} opacity={faded ? 0.3 : 1}>
            <polyline
              points={`${x + 5},${from} ${edge + 2},${from} ${edge + 12},${to}`}
              fill="none"
              stroke={colour}
              strokeOpacity={0.45}
            />
            <MarkerShape marker={marker} colour={colour} x={x} y={from} />
            <text x={edge + 16} y={to + 4} fontSize={12} fill="var(--ink)">
              {name.length > 28 ? `${name.slice(0, 27)}…` : name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
