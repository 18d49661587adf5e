import type { Alert } from '@framewatch/contracts';
import { useRuleNames } from '../use-rule-names.ts';
import { useWhen } from '../use-when.ts';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/use-words.tsx';

type Delivery = Alert['deliveries'][number];

/** Where an alert went, or what keeps it and until when. The inbox itself needs no mention. */
export function DeliveryLine({ deliveries }: { deliveries: readonly Delivery[] }) {
  const words = useWords();
  const when = useWhen();
  const { channel: nameOf } = useRuleNames();
  const told = deliveries.filter(({ channel }) => channel !== 'in-app');
  if (told.length === 0) return null;
  return (
    <ul className="delivery-line small" aria-label={words.delivery.list}>
      {told.map((delivery) => (
        <li
          key={delivery.channel}
          className={`delivery-${delivery.state}`}
          title={delivery.error ?? undefined}
        >
          <span className="delivery-mark" aria-hidden="true">
            {marks[delivery.state]}
          </span>
          {deliveryText(delivery, nameOf(delivery.channel), when.moment, words)}
        </li>
      ))}
    </ul>
  );
}

const marks: Record<Delivery['state'], string> = { sent: '✓', held: '‖', waiting: '…', failed: '✕' };

/** A delivery in words: sent and when, held by what and until when, tried again, or given up. */
export function deliveryText(
  delivery: Delivery,
  channel: string,
  moment: (instant: string) => string,
  { delivery: words }: Words,
): string {
  const { state, at, heldBy, dueAt, together, attempts } = delivery;
  const due = dueAt === null ? null : moment(dueAt);
  switch (state) {
    case 'sent':
      if (at === null) return channel;
      return together > 1
        ? words.sentTogether(channel, moment(at), together - 1)
        : words.sent(channel, moment(at));
    case 'held':
      return words.held(channel, words.heldBy[heldBy ?? 'digest'](due) + words.together(together));
    case 'waiting':
      return attempts > 0 && due !== null ? words.retry(channel, due) : words.waiting(channel);
    case 'failed':
      return words.failed(channel);
  }
}
