import { useId } from 'react';
import { useSubject } from '../../../ui/subject.tsx';

interface ScoreSliderProps {
  label: string;
  means: Record<'none' | 'low' | 'middle' | 'high', string>;
  /** Null: no minimum. */
  value: number | null;
  onChange: (value: number | null) => void;
  error?: string | undefined;
  disabledBecause?: string | null;
}

/** A least score from 0 to 1 with what it means; at the left end there is none. */
export function ScoreSlider({
  label,
  means,
  value,
  onChange,
  error,
  disabledBecause = null,
}: ScoreSliderProps) {
  const id = useId();
  const { format } = useSubject();
  const meaning = disabledBecause ?? means[levelOf(value)];
  const number = value === null ? '–' : format.score(value);
  return (
    <div className="score-slider">
      <label htmlFor={id}>
        {label} <output className="tabular">{number}</output>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={0.95}
        step={0.05}
        value={value ?? 0}
        disabled={disabledBecause !== null}
        aria-valuetext={value === null ? meaning : `${number}, ${meaning}`}
        aria-invalid={error !== undefined}
        onChange={({ currentTarget }) => {
          const chosen = Number(currentTarget.value);
          onChange(chosen === 0 ? null : Math.round(chosen * 100) / 100);
        }}
      />
      <p className={error ? 'small field-error' : 'quiet small'}>{error ?? meaning}</p>
    </div>
  );
}

function levelOf(value: number | null): 'none' | 'low' | 'middle' | 'high' {
  if (value === null) return 'none';
  if (value < 0.65) return 'low';
  return value < 0.85 ? 'middle' : 'high';
}
