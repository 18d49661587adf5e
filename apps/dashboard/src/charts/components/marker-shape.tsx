import type { Marker } from '../../ui/palette.ts';

interface MarkerProps {
  marker: Marker;
  colour: string;
  x?: number;
  y?: number;
  size?: number;
}

/** The shape that goes with a colour, centred on (x, y). */
export function MarkerShape({ marker, colour, x = 0, y = 0, size = 4 }: MarkerProps) {
  const place = `translate(${x} ${y}) scale(${size / 4})`;
  switch (marker) {
    case 'circle':
      return <circle transform={place} r={4} fill={colour} />;
    case 'square':
      return <rect transform={place} x={-3.5} y={-3.5} width={7} height={7} fill={colour} />;
    case 'triangle':
      return <path transform={place} d="M0-4.500L4.500 3.500H-4.500Z" fill={colour} />;
    case 'diamond':
      return <path transform={place} d="M0-5L5 0L0 5L-5 0Z" fill={colour} />;
    case 'cross':
      return <path transform={place} d="M-4-4L4 4M4-4L-4 4" stroke={colour} strokeWidth={2.5} />;
  }
}

/** A label's swatch in running text. */
export function Swatch({ marker, colour }: { marker: Marker; colour: string }) {
  return (
    <svg className="swatch" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
      <MarkerShape marker={marker} colour={colour} />
    </svg>
  );
}
