import { NativeSelect, TagsInput } from '@mantine/core';
import { pickText, useLanguage } from '../../../ui/language.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { useWords } from '../words/use-words.tsx';
import type { PartProps } from './kind-field.tsx';
import { Picker } from './picker.tsx';
import { fieldsOf } from './rule-kinds.ts';
import { ScoreSlider } from './score-slider.tsx';
import { useChoices } from './use-choices.ts';

/** Which articles count, by everything that the chosen kind knows. */
export function ConditionFields({ draft, change, errors }: PartProps) {
  const words = useWords();
  const choices = useChoices(draft.beat);
  const has = (field: (typeof fieldsOf)[typeof draft.on][number]) => fieldsOf[draft.on].includes(field);
  const picker = (field: 'topics' | 'frames' | 'outlets' | 'groups' | 'languages') =>
    has(field) ? (
      <Picker
        label={words.editor[field]}
        choices={choices[field]}
        value={draft[field]}
        onChange={(value) => change({ [field]: value })}
        error={errors[field]}
      />
    ) : null;
  return (
    <fieldset className="editor-part">
      <legend>{words.editor.conditionsTitle}</legend>
      <p className="quiet small">{words.editor.conditionsHint}</p>
      <BeatField draft={draft} change={change} errors={errors} />
      <div className="editor-grid">
        {picker('topics')}
        {picker('frames')}
        {picker('outlets')}
        {picker('groups')}
        {picker('languages')}
        {has('words') ? (
          <TagsInput
            size="sm"
            label={words.editor.words}
            description={words.editor.wordsHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            acceptValueOnBlur
            splitChars={[]}
            value={draft.words}
            onChange={(value) => change({ words: value })}
            error={errors.words}
          />
        ) : null}
      </div>
      <Scores draft={draft} change={change} errors={errors} />
    </fieldset>
  );
}

function BeatField({ draft, change, errors }: PartProps) {
  const words = useWords();
  const { lang } = useLanguage();
  const { beats } = useSubject();
  // Feeds belong to no beat, and one beat is no choice.
  if (draft.on === 'feed-trouble' || (beats.length === 1 && draft.beat === beats[0]?.id)) return null;
  return (
    <NativeSelect
      size="sm"
      label={words.editor.beat}
      value={draft.beat}
      error={errors.beat}
      onChange={({ currentTarget }) => change({ beat: currentTarget.value, topics: [], frames: [] })}
      data={[
        ...(beats.some(({ id }) => id === draft.beat) ? [] : [draft.beat]),
        ...beats.map(({ id, name }) => ({ value: id, label: pickText(name, lang) })),
      ]}
    />
  );
}

function Scores({ draft, change, errors }: PartProps) {
  const words = useWords();
  const fields = fieldsOf[draft.on];
  const hasLabel = draft.topics.length + (fields.includes('frames') ? draft.frames.length : 0) > 0;
  return (
    <div className="editor-grid">
      {fields.includes('relevance') ? (
        <ScoreSlider
          label={words.editor.relevance}
          means={words.editor.relevanceMeans}
          value={draft.minimumRelevance}
          onChange={(value) => change({ minimumRelevance: value })}
          error={errors.minimumRelevance}
        />
      ) : null}
      {fields.includes('score') ? (
        <ScoreSlider
          label={words.editor.score}
          means={words.editor.scoreMeans}
          value={hasLabel ? draft.minimumScore : null}
          onChange={(value) => change({ minimumScore: value })}
          error={errors.minimumScore}
          disabledBecause={hasLabel ? null : words.editor.scoreNeeds}
        />
      ) : null}
    </div>
  );
}
