import type { DeliveryLog } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { useRetryDelivery } from '../../../api/alerts.ts';
import { useSubject } from '../../../ui/subject.tsx';
import { problemText } from '../problem-text.ts';
import { useTell } from '../undo.tsx';
import { useRuleNames } from '../use-rule-names.ts';
import { useWhen } from '../use-when.ts';
import { useWords } from '../words/use-words.tsx';

type Entry = DeliveryLog['items'][number];

/** One delivery: its state now, each try, and the button for what was given up. */
export function DeliveryEntry({ entry }: { entry: Entry }) {
  const { format } = useSubject();
  const names = useRuleNames();
  const { moment } = useWhen();
  return (
    <tr>
      <td className="log-when nowrap tabular">
        <time dateTime={entry.raisedAt} title={format.dayTime(entry.raisedAt)}>
          {moment(entry.raisedAt)}
        </time>
      </td>
      <td className="log-channel">{names.channel(entry.channel)}</td>
      <td>
        {entry.title}
        <p className="quiet small">{entry.ruleName}</p>
      </td>
      <td className="log-outcome">
        <State entry={entry} />
      </td>
    </tr>
  );
}

function State({ entry }: { entry: Entry }) {
  const words = useWords();
  const when = useWhen();
  const { state, heldBy, dueAt, at, together, tries, error } = entry;
  const due = dueAt === null ? null : when.moment(dueAt);
  const detail = {
    sent: at === null ? '' : when.moment(at),
    held: words.delivery.heldBy[heldBy ?? 'digest'](due),
    waiting: due === null || tries.length === 0 ? '' : words.channelList.nextTry(due),
    failed: '',
  }[state];
  const shown = [detail, together > 1 ? words.log.together(together) : ''].filter(Boolean).join(', ');
  return (
    <>
      <span className={`log-state delivery-${state}`}>{words.delivery.state[state]}</span>{' '}
      <span className="quiet small">{shown}</span>
      {state !== 'sent' && error ? <p className="small log-error">{error}</p> : null}
      <Tries tries={tries} />
      {state === 'failed' ? <Retry entry={entry} /> : null}
    </>
  );
}

function Tries({ tries }: { tries: Entry['tries'] }) {
  const { log } = useWords();
  const { moment } = useWhen();
  if (tries.length === 0) return null;
  return (
    <details className="tries small">
      <summary>{log.attempts(tries.length)}</summary>
      <ol>
        {tries.map(({ at, outcome, message }) => (
          <li key={at}>
            <span className="tabular">{moment(at)}</span> {log.outcome[outcome]}
            {message ? <span className="quiet">: {message}</span> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Retry({ entry }: { entry: Entry }) {
  const words = useWords();
  const tell = useTell();
  const retry = useRetryDelivery();
  const send = () =>
    retry.mutate(entry.id, {
      onSuccess: () => tell({ text: words.log.retried }),
      onError: (error) => tell({ text: words.failed(problemText(error, words)), bad: true }),
    });
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={words.log.retryOf(entry.title)}
      loading={retry.isPending}
      onClick={send}
    >
      {words.log.retry}
    </Button>
  );
}
