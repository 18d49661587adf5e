import type { DeliveryState } from '@framewatch/contracts';
import { NativeSelect } from '@mantine/core';
import { useAlertRules, useChannels } from '../../../api/alerts.ts';
import { deliveryStates } from '../../../api/view.ts';
import { useSubject } from '../../../ui/subject.tsx';
import { useChangeView } from '../../../ui/use-view.ts';
import { channelName } from '../use-rule-names.ts';
import { useWords } from '../words/use-words.tsx';

/** What the log is narrowed to, as the address says it. */
export function LogFilters() {
  const words = useWords();
  const { view } = useSubject();
  const change = useChangeView();
  const { data: channels } = useChannels();
  const { data: rules } = useAlertRules();
  const choicesOf = (every: string, known: readonly { id: string; name: string }[], chosen?: string) => [
    { value: '', label: every },
    ...known.map(({ id, name }) => ({ value: id, label: name })),
    // What was deleted since may still be filtered by.
    ...(chosen && !known.some(({ id }) => id === chosen) ? [{ value: chosen, label: chosen }] : []),
  ];
  return (
    <div className="inbox-bar">
      <NativeSelect
        size="xs"
        aria-label={words.log.channel}
        value={view.channel ?? ''}
        onChange={({ currentTarget }) => change({ channel: currentTarget.value || undefined })}
        data={choicesOf(
          words.log.everyChannel,
          (channels ?? []).map((channel) => ({ id: channel.id, name: channelName(channel, words) })),
          view.channel,
        )}
      />
      <NativeSelect
        size="xs"
        aria-label={words.log.rule}
        value={view.rule ?? ''}
        onChange={({ currentTarget }) => change({ rule: currentTarget.value || undefined })}
        data={choicesOf(words.list.everyRule, rules?.rules ?? [], view.rule)}
      />
      <NativeSelect
        size="xs"
        aria-label={words.log.state}
        value={view.state ?? ''}
        onChange={({ currentTarget }) =>
          change({ state: (currentTarget.value || undefined) as DeliveryState | undefined })
        }
        data={[
          { value: '', label: words.log.everyState },
          ...deliveryStates.map((state) => ({ value: state, label: words.delivery.state[state] })),
        ]}
      />
    </div>
  );
}
