import type { ArticleSummary, Quote, Voice } from '@framewatch/contracts';
import { Swatch } from '../charts/components/marker-shape.tsx';
import { type Messages } from './messages/en.ts';
import { useLanguage } from './language.tsx';
import { useSubject } from './subject.tsx';

type LabelOfArticle = ArticleSummary['labels'][number];

/** A topic or frame of an article; frames carry their colour and shape, "unclear" is said. */
export function LabelChip({ label }: { label: LabelOfArticle }) {
  const { m } = useLanguage();
  const subject = useSubject();
  const { name, look } = subject.label(label.kind, label.labelId);
  const unclear = label.decision === 'unclear';
  return (
    <span
      className={unclear ? 'label-chip unclear' : 'label-chip'}
      title={unclear ? m.article.unclearTitle : undefined}
    >
      {label.kind === 'frame' ? <Swatch {...look} /> : null}
      {name}
      {unclear ? <i> {m.article.unclear}</i> : null}
      {label.corrected ? (
        <span role="img" aria-label={m.article.corrected} title={m.article.corrected}>
          ✎
        </span>
      ) : null}
    </span>
  );
}

/** A sentence that spoke for a label: its words underlined in the frame's colour, the frame's name, and whose voice. */
export function QuoteLine({ quote }: { quote: Quote }) {
  const { m } = useLanguage();
  const subject = useSubject();
  const { name, look } = subject.label(quote.kind, quote.labelId);
  const colour = quote.kind === 'frame' ? look.colour : 'var(--ink-3)';
  return (
    <blockquote className="quote" style={{ '--label': colour } as React.CSSProperties}>
      <mark>{quote.text.trim()}</mark>{' '}
      <cite>
        {quote.kind === 'frame' ? <Swatch {...look} /> : null} {name}
        {quote.voice.kind === 'reported' ? `, ${voiceText(quote.voice, m)}` : ''}
      </cite>
    </blockquote>
  );
}

/** Whose words a sentence is, for the reader. */
export function voiceText(voice: Voice, m: Messages): string {
  if (voice.kind === 'outlet') return m.article.ownVoice;
  return voice.speaker ? m.article.saidBy(voice.speaker) : m.article.saidUnnamed;
}
