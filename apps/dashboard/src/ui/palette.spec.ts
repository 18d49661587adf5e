import { describe, expect, it } from '@jest/globals';
import type { LabelInfo } from '@framewatch/contracts';
import { categorical, ground, lookOf } from './palette.ts';

type Triple = [number, number, number];

/** Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), severity 1. */
const sight: Record<string, readonly Triple[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

describe('the categorical colours', () => {
  for (const theme of ['light', 'dark'] as const) {
    it.each(Object.keys(sight))(`stay apart in the ${theme} theme with %s`, (kind) => {
      const seen = categorical.map((colour) => oklab(seenWith(kind, linear(colour[theme]))));
      const distances = seen.flatMap((one, index) =>
        seen.slice(0, index).map((other) => distance(one, other)),
      );
      expect(Math.min(...distances)).toBeGreaterThan(0.085);
    });

    it(`have the contrast of graphics, 3:1, on the ${theme} ground`, () => {
      const contrasts = categorical.map((colour) => contrast(colour[theme], ground[theme]));
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3);
    });
  }
});

describe('lookOf', () => {
  it('gives a label the same look whatever else is shown, by its place among its kind', () => {
    const labels = [label('topic', 'visits', 0), label('frame', 'costs', 5), label('frame', 'threat', 3)];
    expect(lookOf(labels, 'frame', 'threat').colour).toBe('var(--series-0)');
    expect(lookOf(labels, 'frame', 'costs').colour).toBe('var(--series-1)');
  });

  it('never gives a topic the colour of a frame', () => {
    expect(lookOf([label('topic', 'visits', 0)], 'topic', 'visits').colour).toBe('var(--accent)');
  });

  it('never gives an unknown label the colour of a known one', () => {
    expect(lookOf([], 'frame', 'gone').colour).toBe('var(--ink-2)');
  });
});

function label(kind: LabelInfo['kind'], id: string, position: number): LabelInfo {
  return { kind, id, position, name: {}, definition: {}, codebook: null, cues: {} };
}

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function seenWith(kind: string, [r, g, b]: Triple): Triple {
  const row = (index: number) => {
    const [x, y, z] = sight[kind]?.[index] ?? [0, 0, 0];
    return Math.min(1, Math.max(0, x * r + y * g + z * b));
  };
  return [row(0), row(1), row(2)];
}

/** Björn Ottosson's OKLab, from linear sRGB. */
function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(one: Triple, other: Triple): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
