import type { FeedState } from '@framewatch/contracts';

/** A feed's state as a mark that differs in shape and in colour. */
export function StateMark({ state }: { state: FeedState }) {
  return (
    <svg
      width="12"
      height="12"
      viewBox="-6 -6 12 12"
      aria-hidden="true"
      className={`state-mark state-${state}`}
    >
      {shapeOf(state)}
    </svg>
  );
}

function shapeOf(state: FeedState) {
  switch (state) {
    case 'well':
      return <circle r={4} fill="currentColor" />;
    case 'error':
      return <path d="M-4-4L4 4M4-4L-4 4" stroke="currentColor" strokeWidth={2.5} />;
    case 'silent':
      return <circle r={3.5} fill="none" stroke="currentColor" strokeWidth={2} />;
    case 'empty':
      return (
        <rect x={-3.5} y={-3.5} width={7} height={7} fill="none" stroke="currentColor" strokeWidth={2} />
      );
    case 'truncated':
      return <path d="M-4 0A4 4 0 0 1 4 0Z" fill="currentColor" />;
    case 'paused':
      return <path d="M-2.500-4V4M2.500-4V4" stroke="currentColor" strokeWidth={2.5} />;
    case 'new':
      return <circle r={1.5} fill="currentColor" />;
    case 'removed':
      return <path d="M-4 0H4" stroke="currentColor" strokeWidth={2} />;
  }
}
