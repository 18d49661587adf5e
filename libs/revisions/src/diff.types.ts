/** A stretch of words that stayed, came or went. */
export interface Piece {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** One place of change, with a sentence of context before and after. */
export interface TextHunk {
  /** Unchanged sentences before it that are left out. */
  readonly skipped: number;
  readonly pieces: Piece[];
}

export interface TextDiff {
  readonly hunks: TextHunk[];
  /** Unchanged sentences behind the last hunk that are left out. */
  readonly skippedAfter: number;
  /** True where the texts are longer, or differ more, than is compared. */
  readonly cut: boolean;
}
