import type { ReliabilityBin } from '@framewatch/measures';
import { escapeHtml } from './html-escape.ts';

const SIZE = 200;
const PAD = 28;
/** Area of a dot that holds all decisions, in square pixels. */
const WHOLE = 1_200;

/** A reliability curve as inline SVG: a dot for each range of scores, as large as its decisions are many. */
export function reliabilityChart(curve: readonly ReliabilityBin[], name: string): string {
  const total = curve.reduce((sum, { n }) => sum + n, 0);
  const x = (value: number): string => (PAD + value * SIZE).toFixed(1);
  const y = (value: number): string => (8 + (1 - value) * SIZE).toFixed(1);
  const dots = curve.flatMap(({ n, score, share }) => {
    if (score === null || share === null) return [];
    const radius = Math.max(2.5, Math.sqrt(((n / total) * WHOLE) / Math.PI)).toFixed(1);
    const title = `score ${score.toFixed(2)}, right ${share.toFixed(2)}, ${n} decisions`;
    return [`<circle cx="${x(score)}" cy="${y(share)}" r="${radius}"><title>${title}</title></circle>`];
  });
  const marks = [0, 0.5, 1].map(
    (value) =>
      `<text x="${x(value)}" y="${SIZE + 24}" text-anchor="middle">${value}</text><text x="${PAD - 6}" y="${y(value)}" dy="4" text-anchor="end">${value}</text>`,
  );
  const summary = curve
    .filter(({ n }) => n > 0)
    .map(({ score, share, n }) => `score ${score?.toFixed(2)}: ${share?.toFixed(2)} of ${n}`)
    .join('; ');
  return `<svg viewBox="0 0 ${SIZE + PAD + 16} ${SIZE + 32}" role="img" aria-label="Reliability of ${escapeHtml(name)}: ${escapeHtml(summary)}">
<rect x="${PAD}" y="8" width="${SIZE}" height="${SIZE}"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>
${dots.join('')}${marks.join('')}</svg>`;
}
