import type { SendOutcome } from './alert-channel.types.ts';
import type { RecipientBook } from './recipient-book.ts';

/** How one recipient's attempt ended; `forAll` where the others would fare the same, such as with a wrong password. */
export interface EachOutcome {
  readonly outcome: SendOutcome;
  readonly forAll: boolean;
}

interface Attempt<Recipient> {
  readonly deliveryKey: string;
  readonly recipients: readonly Recipient[];
  /** What the book knows a recipient by. */
  readonly keyOf: (recipient: Recipient) => string;
  readonly sendOne: (recipient: Recipient) => Promise<EachOutcome>;
  readonly atOnce: number;
  readonly signal: AbortSignal;
}

type Unsent = Exclude<SendOutcome, { kind: 'sent' }>;

/**
 * Sends to each recipient that a message has not reached yet, and remembers at once whom it reached: another attempt
 * repeats nothing, and one that fails holds no other back. The outcome is `retry` while that may still help somebody.
 */
export async function sendToEach<Recipient>(
  book: RecipientBook,
  { deliveryKey, recipients, keyOf, sendOne, atOnce, signal }: Attempt<Recipient>,
): Promise<SendOutcome> {
  const reached = await book.reached(deliveryKey);
  const waiting = recipients.filter((recipient) => !reached.has(keyOf(recipient)));
  const unsent: Unsent[] = [];
  for (let first = 0; first < waiting.length; first += atOnce) {
    if (signal.aborted) unsent.push(...waiting.slice(first).map(() => INTERRUPTED));
    if (signal.aborted) break;
    const turn = waiting.slice(first, first + atOnce);
    const ended = await Promise.all(
      turn.map(async (recipient) => {
        const one = await sendOne(recipient);
        if (one.outcome.kind === 'sent') await book.markReached(deliveryKey, keyOf(recipient));
        return one;
      }),
    );
    unsent.push(...ended.map(({ outcome }) => outcome).filter((outcome) => outcome.kind !== 'sent'));
    const end = ended.find(({ forAll }) => forAll);
    if (end) return end.outcome;
  }
  return together(unsent, recipients.length);
}

const INTERRUPTED: Unsent = { kind: 'retry', afterSeconds: null, message: 'Sending was interrupted.' };
const SENT: SendOutcome = { kind: 'sent', note: null };

function together(unsent: readonly Unsent[], all: number): SendOutcome {
  const again = unsent.filter((outcome) => outcome.kind === 'retry');
  const [first] = again.length > 0 ? again : unsent;
  if (first === undefined) return SENT;
  const message = all === 1 ? first.message : `${unsent.length} of ${all} not reached. ${first.message}`;
  const reachedSome = unsent.length < all;
  if (again.length > 0) return { kind: 'retry', afterSeconds: longest(again), message, reachedSome };
  return reachedSome ? { kind: 'sent', note: message } : { kind: 'failed', message };
}

function longest(outcomes: readonly Extract<SendOutcome, { kind: 'retry' }>[]): number | null {
  const seconds = outcomes.map(({ afterSeconds }) => afterSeconds ?? 0);
  return Math.max(...seconds) || null;
}
