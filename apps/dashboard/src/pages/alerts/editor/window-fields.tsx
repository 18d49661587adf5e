import { NativeSelect, NumberInput } from '@mantine/core';
import { durationWords } from '../words/rule-sentence.ts';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/use-words.tsx';
import type { PartProps } from './kind-field.tsx';

const troubles = ['silent', 'failing', 'gone'] as const;
const knownFors = ['7d', '14d', '30d', '90d'];
const afters = ['7d', '30d', '90d'];

/** What only some kinds ask: how much is much, what is a first, which trouble. */
export function WindowFields(props: PartProps) {
  switch (props.draft.on) {
    case 'new-article':
    case 'new-story':
      return null;
    case 'spike':
    case 'framing-shift':
      return <HowMuch {...props} />;
    case 'first-coverage':
      return <WhatIsFirst {...props} />;
    case 'feed-trouble':
      return <WhichTrouble {...props} />;
  }
}

function HowMuch({ draft, change, errors }: PartProps) {
  const words = useWords();
  const isSpike = draft.on === 'spike';
  const windows = isSpike ? (['hour', 'day', 'week'] as const) : (['day', 'week'] as const);
  return (
    <fieldset className="editor-part">
      <legend>{words.editor.windowTitle}</legend>
      <div className="editor-grid">
        <NativeSelect
          size="sm"
          label={words.editor.window}
          value={isSpike ? draft.spikeWindow : draft.shiftWindow}
          error={errors.window}
          onChange={({ currentTarget }) =>
            change(
              isSpike
                ? { spikeWindow: currentTarget.value as 'hour' | 'day' | 'week' }
                : { shiftWindow: currentTarget.value as 'day' | 'week' },
            )
          }
          data={windows.map((value) => ({ value, label: words.editor.windows[value] }))}
        />
        <NumberInput
          size="sm"
          label={words.editor.minimumArticles}
          description={words.editor.minimumArticlesHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          max={10_000}
          allowDecimal={false}
          value={isSpike ? draft.spikeArticles : draft.shiftArticles}
          error={errors.minimumArticles}
          onChange={(value) => {
            const n = Math.max(1, Number(value) || 1);
            change(isSpike ? { spikeArticles: n } : { shiftArticles: n });
          }}
        />
      </div>
    </fieldset>
  );
}

function WhatIsFirst({ draft, change, errors }: PartProps) {
  const words = useWords();
  return (
    <fieldset className="editor-part">
      <legend>{words.editor.firstTitle}</legend>
      <div className="editor-grid">
        <NativeSelect
          size="sm"
          label={words.editor.after}
          value={draft.after ?? ''}
          error={errors.after}
          onChange={({ currentTarget }) => change({ after: currentTarget.value || null })}
          data={[
            { value: '', label: words.editor.afterChoices[''] ?? '' },
            ...durations(
              afters,
              draft.after,
              words,
              (value, text) => words.editor.afterChoices[value] ?? text,
            ),
          ]}
        />
        <NativeSelect
          size="sm"
          label={words.editor.knownFor}
          description={words.editor.knownForHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.knownFor}
          error={errors.knownFor}
          onChange={({ currentTarget }) => change({ knownFor: currentTarget.value })}
          data={durations(knownFors, draft.knownFor, words)}
        />
      </div>
    </fieldset>
  );
}

function WhichTrouble({ draft, change, errors }: PartProps) {
  const words = useWords();
  return (
    <fieldset className="editor-part">
      <legend>{words.editor.troubleTitle}</legend>
      {troubles.map((trouble) => {
        const [name, meaning] = words.editor.troubles[trouble] ?? [trouble, ''];
        const isChosen = draft.troubles.includes(trouble);
        return (
          <label key={trouble} className="check">
            <input
              type="checkbox"
              checked={isChosen}
              aria-invalid={errors.troubles !== undefined}
              onChange={() =>
                change({
                  troubles: troubles.filter((one) =>
                    one === trouble ? !isChosen : draft.troubles.includes(one),
                  ),
                })
              }
            />
            <span>
              {name} <span className="quiet small">{meaning}</span>
            </span>
          </label>
        );
      })}
      {errors.troubles ? <p className="small field-error">{errors.troubles}</p> : null}
    </fieldset>
  );
}

/** Lengths of time to choose from, with the one that the file has. */
export function durations(
  offered: readonly string[],
  chosen: string | null,
  words: Words,
  label: (value: string, text: string) => string = (_, text) => text,
): { value: string; label: string }[] {
  const all = chosen === null || offered.includes(chosen) ? offered : [...offered, chosen];
  return all.map((value) => ({ value, label: label(value, durationWords(value, words)) }));
}
