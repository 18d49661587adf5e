import type { Snooze } from '@framewatch/contracts';
import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useEndSnooze, useSnooze } from '../../../api/alerts.ts';
import { useSubject } from '../../../ui/subject.tsx';
import { problemText } from '../problem-text.ts';
import { useTell } from '../undo.tsx';
import { useWhen } from '../use-when.ts';
import { useWords } from '../words/use-words.tsx';
import { SnoozeDate } from './snooze-date.tsx';
import { snoozeTargets } from './snooze-targets.ts';

interface SnoozeMenuProps {
  /** Null: every rule. */
  ruleId: string | null;
  /** Null: every channel. */
  channelId: string | null;
  /** What is snoozed, as it is called. */
  what: string;
  children: ReactNode;
}

/** How long to hold what a rule, a channel or everything would send. */
export function SnoozeMenu({ ruleId, channelId, what, children }: SnoozeMenuProps) {
  const words = useWords();
  const { period, format } = useSubject();
  const [dating, setDating] = useState(false);
  const begin = useBegin({ ruleId, channelId, what });
  const targets = snoozeTargets(new Date(), period.tz);
  return (
    <>
      <Menu
        position="bottom-end"
        withinPortal
        withInitialFocusPlaceholder={false}
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <Button size="compact-xs" variant="default" aria-label={words.snooze.of(what)}>
            {children}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => begin(targets.hour)}>{words.snooze.hour}</Menu.Item>
          <Menu.Item onClick={() => begin(targets.tomorrow)}>
            {words.snooze.tomorrow(format.time(targets.tomorrow))}
          </Menu.Item>
          <Menu.Item onClick={() => begin(targets.monday)}>
            {words.snooze.monday(format.time(targets.monday))}
          </Menu.Item>
          <Menu.Item onClick={() => setDating(true)}>{words.snooze.date}</Menu.Item>
          <Menu.Item onClick={() => begin(null)}>{words.snooze.open}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SnoozeDate opened={dating} onClose={() => setDating(false)} onChoose={begin} />
    </>
  );
}

function useBegin({ ruleId, channelId, what }: Omit<SnoozeMenuProps, 'children'>) {
  const words = useWords();
  const tell = useTell();
  const when = useWhen();
  const snooze = useSnooze();
  const end = useEndSnooze();
  const onError = (error: Error) => tell({ text: words.failed(problemText(error, words)), bad: true });
  // Promises rather than the library's callbacks: the menu gives way to the notice when the answer comes.
  return (until: Date | null) =>
    void snooze
      .mutateAsync({ ruleId, channelId, until: until?.toISOString() ?? null })
      .then(({ id }) =>
        tell({
          text: `${words.snooze.done(what, until === null ? null : when.moment(until))} ${words.snooze.explain}`,
          undo: () => void end.mutateAsync(id).catch(onError),
        }),
      )
      .catch(onError);
}

/** Until when something is snoozed, with the button that ends it. */
export function Snoozed({ snooze, what }: { snooze: Snooze; what: string }) {
  const words = useWords();
  const tell = useTell();
  const when = useWhen();
  const end = useEndSnooze();
  const stop = () =>
    void end
      .mutateAsync(snooze.id)
      .then(() => tell({ text: words.snooze.ended(what) }))
      .catch((error: Error) => tell({ text: words.failed(problemText(error, words)), bad: true }));
  return (
    <p className="snoozed small">
      {snooze.until === null ? words.snooze.untilEnded : words.snooze.until(when.moment(snooze.until))}{' '}
      <button
        type="button"
        className="plain link-like"
        aria-label={words.snooze.endOf(what)}
        onClick={stop}
        disabled={end.isPending}
      >
        {words.snooze.end}
      </button>
    </p>
  );
}
