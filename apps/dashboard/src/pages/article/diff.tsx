import type { TextDiff } from '@framewatch/contracts';
import { useLanguage } from '../../ui/language.tsx';

type Piece = TextDiff['hunks'][number]['pieces'][number];

/** Places of change with a sentence around each. Words that went are struck through, words that came underlined. */
export function Diff({ diff, language }: { diff: TextDiff; language: string }) {
  const { m } = useLanguage();
  return (
    <div className="diff serif">
      {diff.hunks.map(({ skipped, pieces }, index) => (
        // A diff is never reordered, and its hunks have no other name.
        <div key={index}>
          <Skipped count={skipped} />
          <p lang={language}>
            <Pieces pieces={withoutLeadingSpace(pieces)} />
          </p>
        </div>
      ))}
      <Skipped count={diff.skippedAfter} />
      {diff.cut ? <p className="quiet small">{m.article.diffCut}</p> : null}
    </div>
  );
}

/** The line break before a paragraph that came would only be a hole at the top. */
function withoutLeadingSpace([first, ...rest]: readonly Piece[]): Piece[] {
  return first ? [{ ...first, text: first.text.trimStart() }, ...rest] : [];
}

function Skipped({ count }: { count: number }) {
  const { m } = useLanguage();
  return count > 0 ? <p className="diff-skipped quiet small">⋯ {m.article.skipped(count)}</p> : null;
}

/** Words of two versions in one line. A screen reader hears which went and which came. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const { m } = useLanguage();
  return pieces.map(({ change, text }, index) => {
    const key = `${index} ${change}`;
    if (change === 'same') return <span key={key}>{text}</span>;
    const Mark = change === 'added' ? 'ins' : 'del';
    return (
      <Mark key={key}>
        <span className="heard-only">
          {change === 'added' ? m.article.addedWords : m.article.removedWords}:{' '}
        </span>
        {text}
      </Mark>
    );
  });
}
