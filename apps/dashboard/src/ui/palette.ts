import type { LabelInfo, LabelKind } from '@framewatch/contracts';

/** Ground colours of the two themes; the categorical colours below are checked against them. */
export const ground = { light: '#fdfcfa', dark: '#16191d' } as const;

/**
 * Ten colours for ten frames, each of one hue in both themes. Found by search: 3:1 against the ground, and as far
 * apart as ten can be (OKLab) in normal sight and in simulated protanopia, deuteranopia and tritanopia (Machado and
 * others, 2009); `palette.spec.ts` measures it. The order sets neighbours in a beat far apart.
 */
export const categorical: readonly { name: string; light: string; dark: string }[] = [
  { name: 'navy', light: '#134d70', dark: '#5bbdfe' },
  { name: 'amber', light: '#bf7b08', dark: '#c08537' },
  { name: 'crimson', light: '#8c0146', dark: '#ef5c91' },
  { name: 'teal', light: '#45706a', dark: '#a9ddd5' },
  { name: 'indigo', light: '#696afa', dark: '#777efd' },
  { name: 'sage', light: '#7a9a75', dark: '#567a50' },
  { name: 'red', light: '#b8382e', dark: '#f59c90' },
  { name: 'mauve', light: '#976ea4', dark: '#9e44ba' },
  { name: 'olive', light: '#32370a', dark: '#b7c711' },
  { name: 'violet', light: '#6d2db9', dark: '#9f8cc6' },
];

/** Shapes that go with the colours, so that no series is told by its colour alone. */
const markers = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type Marker = (typeof markers)[number];

/** Style-sheet variables of one theme: `--series-0` and so on. */
export function paletteVariables(theme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(categorical.map((colour, index) => [`--series-${index}`, colour[theme]]));
}

/** What a label looks like wherever it appears: by its place among the beat's labels of its kind. */
export interface LabelLook {
  colour: string;
  marker: Marker;
}

/**
 * Colour tells frames apart; topics share the accent, so that none is taken for a frame.
 * Beyond ten frames colour no longer tells them apart: the rest share the neutral ink and keep their names.
 */
export function lookOf(labels: readonly LabelInfo[], kind: LabelKind, id: string): LabelLook {
  const place = labels
    .filter((label) => label.kind === kind)
    .sort((a, b) => a.position - b.position)
    .findIndex((label) => label.id === id);
  const known = place >= 0 && place < categorical.length;
  return {
    colour: kind === 'topic' ? 'var(--accent)' : known ? `var(--series-${place})` : 'var(--ink-2)',
    marker: markers[Math.max(0, place) % markers.length] ?? 'circle',
  };
}
