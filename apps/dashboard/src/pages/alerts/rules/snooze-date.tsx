import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { clockOf, instantAt } from '../../../api/zone.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { useWords } from '../words/use-words.tsx';
import { snoozeTargets } from './snooze-targets.ts';

interface SnoozeDateProps {
  opened: boolean;
  onClose: () => void;
  onChoose: (until: Date) => void;
}

/** Asks for a day and a time, meant as the clocks of the zone on screen show them. */
export function SnoozeDate({ opened, onClose, onChoose }: SnoozeDateProps) {
  const words = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.snooze.dateTitle}
      size="sm"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Form onClose={onClose} onChoose={onChoose} />
    </Modal>
  );
}

function Form({ onClose, onChoose }: Omit<SnoozeDateProps, 'opened'>) {
  const words = useWords();
  const { m } = useLanguage();
  const { period } = useSubject();
  const [text, setText] = useState(() => clockOf(snoozeTargets(new Date(), period.tz).tomorrow, period.tz));
  const [day = '', time = ''] = text.split('T');
  const until = text === '' ? null : instantAt(day, time, period.tz);
  const isPast = until !== null && until.getTime() <= Date.now();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (until === null || isPast) return;
        onChoose(until);
        onClose();
      }}
    >
      <TextInput
        type="datetime-local"
        size="sm"
        data-autofocus
        required
        label={words.snooze.dateLabel(m.controls.zones[period.tz] ?? period.tz)}
        value={text}
        error={isPast ? words.snooze.past : null}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div className="dialog-actions">
        <Button variant="default" size="sm" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" size="sm" disabled={until === null || isPast}>
          {words.snooze.set}
        </Button>
      </div>
    </form>
  );
}
