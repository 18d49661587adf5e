import { useLanguage } from '../../ui/language.tsx';
import { type SparkDay, sparkDays } from '../prepare/spark-bars.ts';

const [width, height] = [112, 24];

interface SparklineProps {
  days: readonly (number | null)[];
  /** Whether the feed was ever reached, though perhaps not in these days. */
  reachedBefore: boolean;
}

/** New entries by day as small bars, oldest first; a day on which the feed was not reached is crossed, not empty. */
export function Sparkline({ days, reachedBefore }: SparklineProps) {
  const { m } = useLanguage();
  const bars = sparkDays(days, reachedBefore);
  const top = Math.max(1, ...days.map((day) => day ?? 0));
  const step = width / Math.max(1, days.length);
  const told = m.feeds.spark(
    bars.map((day) => (day.kind === 'count' ? day.count : m.feeds.notReached)).join(', '),
  );
  return (
    <svg className="sparkline" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{told}</title>
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--line-2)" />
      {bars.map((day, index) => (
        <SparkBar key={index} day={day} x={index * step + 0.5} wide={step - 1} top={top} />
      ))}
    </svg>
  );
}

function SparkBar({ day, x, wide, top }: { day: SparkDay; x: number; wide: number; top: number }) {
  switch (day.kind) {
    case 'count': {
      const high = day.count === 0 ? 0 : Math.max(2, (day.count / top) * (height - 3));
      return <rect x={x} y={height - 1 - high} width={wide} height={high} fill="var(--ink-3)" />;
    }
    case 'missed':
      return (
        <path
          d={`M${x} ${height - 2}l${wide} -8M${x} ${height - 10}l${wide} 8`}
          stroke="var(--bad)"
          strokeWidth={1}
        />
      );
    case 'before':
      return null;
  }
}
