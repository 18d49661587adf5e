import type { Evidence, LabelKind } from '@framewatch/contracts';
import { useMemo } from 'react';
import { Swatch } from '../charts/components/marker-shape.tsx';
import { annotate, type Paragraph, type Segment, type SegmentLabel } from './annotate.ts';
import { voiceText } from './label-chip.tsx';
import { useLanguage } from './language.tsx';
import { type Subject, useSubject } from './subject.tsx';

interface AnnotatedTextProps {
  text: string;
  evidence: readonly Evidence[];
  language: string;
  /** Shows the evidence of this label alone. */
  only?: { kind: LabelKind; labelId: string } | null;
}

/** A text with its evidence: sentences underlined in the frame's colour, its name and the speaker at the margin. */
export function AnnotatedText({ text, evidence, language, only = null }: AnnotatedTextProps) {
  const paragraphs = useMemo(() => {
    const shown = evidence.filter(
      ({ kind, labelId, weight }) =>
        weight > 0 && (only ? kind === only.kind && labelId === only.labelId : kind === 'frame'),
    );
    return annotate(text, 'text', shown);
  }, [text, evidence, only]);
  return (
    <div className="annotated serif" lang={language}>
      {paragraphs.map((paragraph) => (
        <AnnotatedParagraph key={paragraph.start} paragraph={paragraph} />
      ))}
    </div>
  );
}

/** A headline whose evidence is marked like the text's. */
export function AnnotatedTitle({ title, evidence }: { title: string; evidence: readonly Evidence[] }) {
  const subject = useSubject();
  const frames = evidence.filter(({ kind, weight }) => kind === 'frame' && weight > 0);
  const [line] = annotate(title, 'title', frames);
  return line
    ? line.segments.map((segment) => <Marked key={segment.start} segment={segment} subject={subject} />)
    : title;
}

function AnnotatedParagraph({ paragraph }: { paragraph: Paragraph }) {
  const subject = useSubject();
  return (
    <div className="annotated-paragraph">
      <p>
        {paragraph.segments.map((segment) => (
          <Marked key={segment.start} segment={segment} subject={subject} />
        ))}
      </p>
      {paragraph.labels.length > 0 ? (
        <ul className="margin-notes">
          {paragraph.labels.map((label) => (
            <MarginNote key={`${label.kind} ${label.labelId} ${JSON.stringify(label.voice)}`} label={label} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function MarginNote({ label }: { label: SegmentLabel }) {
  const { m } = useLanguage();
  const subject = useSubject();
  const { name, look } = subject.label(label.kind, label.labelId);
  return (
    <li>
      <Swatch {...look} /> {name}
      {label.voice.kind === 'reported' ? <span className="quiet">, {voiceText(label.voice, m)}</span> : null}
    </li>
  );
}

/** Most underlines under one stretch; beyond it the names at the margin tell the rest. */
const mostLines = 3;

function Marked({ segment, subject }: { segment: Segment; subject: Subject }) {
  const { m } = useLanguage();
  if (segment.labels.length === 0) return segment.text;
  const looks = [...new Map(segment.labels.map((label) => [label.labelId, label])).values()].slice(
    0,
    mostLines,
  );
  const names = looks.map(({ kind, labelId }) => subject.label(kind, labelId).name).join(', ');
  return (
    <mark
      className={segment.term ? 'evidence term' : 'evidence'}
      title={m.article.mark(names)}
      style={underlines(looks, subject)}
    >
      {segment.text}
    </mark>
  );
}

/** One line under the words for each label: whole for the outlet's own words, dotted for words that it reports. */
function underlines(labels: readonly SegmentLabel[], subject: Subject): React.CSSProperties {
  const lines = labels.map(({ kind, labelId, voice }) => {
    const { colour } = subject.label(kind, labelId).look;
    return voice.kind === 'reported'
      ? `repeating-linear-gradient(90deg, ${colour} 0 5px, transparent 5px 8px)`
      : `linear-gradient(${colour}, ${colour})`;
  });
  return {
    backgroundImage: lines.join(', '),
    backgroundSize: lines.map(() => '100% 2px').join(', '),
    backgroundPosition: lines.map((_, index) => `0 calc(100% - ${index * 3}px)`).join(', '),
    backgroundRepeat: lines.map(() => 'no-repeat').join(', '),
    paddingBottom: `${lines.length * 3}px`,
  };
}
