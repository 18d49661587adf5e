import type { Heatmap } from '@framewatch/contracts';

export interface HeatCell {
  frame: string;
  count: number;
  of: number;
  /** count / of; null where the outlet has no relevant article. */
  share: number | null;
  /** Strength of the shade, 0 to 1: the share against the highest share on the map. */
  shade: number;
  /** Too few articles to read a share from. */
  few: boolean;
}

export interface HeatRow {
  outletId: string;
  outlet: string;
  group: string;
  relevant: number;
  cells: HeatCell[];
}

/** Below this many relevant articles a share is little more than chance, and its cell is drawn paler. */
const fewArticles = 5;

/** The outlets with most relevant articles first, with shades that are comparable across the whole map. */
export function heatRows(map: Heatmap): HeatRow[] {
  const top = highestShare(map);
  return map.rows
    .filter((row) => row.relevant > 0)
    .sort((a, b) => b.relevant - a.relevant || a.outlet.localeCompare(b.outlet))
    .map(({ counts, ...row }) => ({
      ...row,
      cells: map.frames.map((frame, index) => cell(frame, counts[index] ?? 0, row.relevant, top)),
    }));
}

function cell(frame: string, count: number, of: number, top: number): HeatCell {
  const share = of > 0 ? count / of : null;
  return {
    frame,
    count,
    of,
    share,
    shade: top > 0 ? Math.min(1, (share ?? 0) / top) : 0,
    few: of < fewArticles,
  };
}

/** The highest share among outlets with enough articles, so that one article of one does not set the scale. */
function highestShare(map: Heatmap): number {
  const enough = map.rows.filter((row) => row.relevant >= fewArticles);
  const rows = enough.length > 0 ? enough : map.rows.filter((row) => row.relevant > 0);
  return Math.max(0, ...rows.flatMap((row) => row.counts.map((count) => count / row.relevant)));
}
