import { type ComboboxItem, MultiSelect } from '@mantine/core';
import { Swatch } from '../../../charts/components/marker-shape.tsx';
import type { LabelLook } from '../../../ui/palette.ts';
import { useWords } from '../words/use-words.tsx';

export interface Choice {
  value: string;
  label: string;
  look?: LabelLook;
}

interface PickerProps {
  label: string;
  choices: readonly Choice[];
  value: string[];
  onChange: (value: string[]) => void;
  error?: string | undefined;
  description?: string;
}

/** Several of many by name: typed to search, chosen with the keyboard, each removable. */
export function Picker({ label, choices, value, onChange, error, description }: PickerProps) {
  const words = useWords();
  // What the file has and nobody knows any more stays choosable, so that saving does not lose it unseen.
  const unknown = value.filter((one) => !choices.some((choice) => choice.value === one));
  const data = [...choices.map(({ value, label }) => ({ value, label })), ...unknown];
  const lookOf = ({ value }: ComboboxItem) => choices.find((choice) => choice.value === value)?.look;
  return (
    <MultiSelect
      size="sm"
      label={label}
      description={description}
      placeholder={value.length === 0 ? words.editor.any : ''}
      searchable
      hidePickedOptions
      data={data}
      value={value}
      onChange={onChange}
      error={error}
      nothingFoundMessage={words.editor.nothingFound}
      // The list itself scrolls, as a list box does, rather than a box around it.
      withScrollArea={false}
      classNames={{ options: 'picker-options' }}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      clearButtonProps={{ 'aria-label': `${words.editor.discard}: ${label}` }}
      renderOption={({ option }) => {
        const look = lookOf(option);
        return (
          <span>
            {look ? <Swatch {...look} /> : null} {option.label}
          </span>
        );
      }}
    />
  );
}
