import type { AlertMessage, DigestMessage } from './alert-channel.types.ts';
import type { RecipientBook } from './recipient-book.ts';

/** What one address wants no more of. */
export interface Left {
  readonly everything: boolean;
  readonly rules: ReadonlySet<string>;
}

const NOTHING_LEFT: Left = { everything: false, rules: new Set() };

/** Each address once, however it is written. */
export function distinctAddresses(addresses: readonly string[]): string[] {
  const seen = new Map(addresses.map((address) => [addressKey(address), address]));
  return [...seen.values()];
}

/** What an address is known by. Mail servers that tell capitals apart are not met any more. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}

/** Who left what, by address. */
export async function leftBy(book: RecipientBook): Promise<(address: string) => Left> {
  const left = new Map<string, Left>();
  for (const { recipient, ruleId } of await book.unsubscribed()) {
    const key = addressKey(recipient);
    const before = left.get(key) ?? NOTHING_LEFT;
    left.set(key, {
      everything: before.everything || ruleId === null,
      rules: ruleId === null ? before.rules : new Set([...before.rules, ruleId]),
    });
  }
  return (address) => left.get(addressKey(address)) ?? NOTHING_LEFT;
}

/** Whether an address still wants an alert. */
export function wants(left: Left, { ruleId }: Pick<AlertMessage, 'ruleId'>): boolean {
  return !left.everything && !left.rules.has(ruleId);
}

/** A digest without the rules that its reader left; null where nothing remains. */
export function withoutLeft(message: DigestMessage, left: Left): DigestMessage | null {
  const alerts = message.alerts.filter((alert) => wants(left, alert));
  if (alerts.length === 0) return null;
  return alerts.length === message.alerts.length ? message : { ...message, alerts };
}

/** The one rule that all of a digest's alerts are of; null where there are several. */
export function onlyRule({ alerts }: DigestMessage): string | null {
  const rules = new Set(alerts.map(({ ruleId }) => ruleId));
  const [first] = rules;
  return rules.size === 1 && first !== undefined ? first : null;
}
