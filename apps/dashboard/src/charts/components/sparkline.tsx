import { useLanguage } from '../../ui/language.tsx';

const [width, height] = [112, 24];

/** New entries by day as small bars, oldest first; a day on which the feed was not reached is hatched, not empty. */
export function Sparkline({ days }: { days: readonly (number | null)[] }) {
  const { m } = useLanguage();
  const top = Math.max(1, ...days.map((day) => day ?? 0));
  const step = width / Math.max(1, days.length);
  const told = days.map((day) => day ?? m.feeds.notReached).join(', ');
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={m.feeds.spark(told)}
    >
      <title>{m.feeds.spark(told)}</title>
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--line-2)" />
      {days.map((day, index) => {
        const x = index * step + 0.5;
        if (day === null) return <Unreached key={index} x={x} wide={step - 1} />;
        const high = day === 0 ? 0 : Math.max(2, (day / top) * (height - 3));
        return (
          <rect key={index} x={x} y={height - 1 - high} width={step - 1} height={high} fill="var(--ink-3)" />
        );
      })}
    </svg>
  );
}

function Unreached({ x, wide }: { x: number; wide: number }) {
  return (
    <g stroke="var(--bad)" strokeWidth={1}>
      <line x1={x} x2={x + wide} y1={height - 2} y2={height - 10} />
      <line x1={x} x2={x + wide} y1={height - 10} y2={height - 2} />
    </g>
  );
}
