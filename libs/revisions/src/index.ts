export { type ChangedPart, changedParts, type Wording } from './compare-wordings.ts';
export type { Piece, TextDiff, TextHunk } from './diff.types.ts';
export { diffTexts } from './diff-texts.ts';
export { diffWords } from './diff-words.ts';
export { likeness } from './likeness.ts';
export { findCorrectionNotice, saysWithdrawn } from './notices.ts';
