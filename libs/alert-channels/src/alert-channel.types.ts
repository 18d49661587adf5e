import type { ChannelConfig } from '@framewatch/contracts';
import type { Outbound } from '@framewatch/outbound';
import type { RecipientBook } from './recipient-book.ts';

/** One sentence that spoke for the alert, with the names of the frames and topics it spoke for. */
export interface EvidenceSentence {
  readonly text: string;
  readonly labels: readonly string[];
}

/** One alert as channels tell it. */
export interface AlertMessage {
  readonly alertId: string;
  /** The same at every attempt on one channel, so that a receiver can drop a repeat. A UUID. */
  readonly deliveryKey: string;
  /** The rule's id in alerts.yaml, for receivers that sort by it and for leaving one rule alone. */
  readonly ruleId: string;
  readonly ruleName: string;
  /** The beat's name; null for what belongs to none, such as a feed in trouble. */
  readonly beat: string | null;
  readonly title: string;
  /** The article itself; what is no http or https address is not linked. */
  readonly url: string | null;
  readonly outlet: string | null;
  readonly published: Date | null;
  readonly raisedAt: Date;
  /** Why the rule fired, in one sentence. */
  readonly reason: string;
  /** The evidence, strongest first. */
  readonly why: readonly EvidenceSentence[];
  /** The alert on the dashboard. */
  readonly dashboardUrl: string | null;
  readonly unsubscribeUrl: string | null;
  /** When the newest of `updates` came; left out where there are none. */
  readonly updatedAt?: Date;
  /** Later articles of the same story, folded in: how many, and the newest few. */
  readonly updates?: {
    readonly count: number;
    readonly latest: readonly { title: string; outlet: string; url: string | null }[];
  };
  /** True where the article is made up: every channel says so. */
  readonly synthetic: boolean;
  /** True where the rule is urgent: channels that know a priority raise it. */
  readonly urgent?: boolean;
}

/** Several alerts in one message: a digest, or what quiet hours, a snooze, a cool-down or a cap held back. */
export interface DigestMessage {
  /** The same at every attempt on one channel. A UUID. */
  readonly deliveryKey: string;
  /** Why they come together, for the heading, such as "Daily digest" or "Held during quiet hours". */
  readonly heading: string;
  /** Newest first; at most what a message may carry. */
  readonly alerts: readonly AlertMessage[];
  /** How many further alerts the inbox holds: "and 14 more". */
  readonly more: number;
  /** What the alerts were gathered over; null where it began before anything was known. */
  readonly from: Date | null;
  readonly until: Date;
  /** The inbox on the dashboard. */
  readonly dashboardUrl: string | null;
  readonly unsubscribeUrl: string | null;
  /** True where any of the alerts is made up. */
  readonly synthetic: boolean;
}

/** How one attempt ended. Messages are for an editor and hold no address, token or password. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly note: string | null }
  | {
      readonly kind: 'retry';
      readonly afterSeconds: number | null;
      readonly message: string;
      /** True where others were reached: the channel works, and only some of its recipients are left. */
      readonly reachedSome?: boolean;
    }
  | { readonly kind: 'failed'; readonly message: string };

export interface AlertChannel {
  readonly kind: ChannelConfig['kind'];
  /** One attempt; never throws. The receiver may have got it even where the outcome is `retry`. */
  send(message: AlertMessage, signal: AbortSignal): Promise<SendOutcome>;
  /** The same for several alerts in one message; what a channel's limits leave out is counted in it ("and 14 more"). */
  sendDigest(message: DigestMessage, signal: AbortSignal): Promise<SendOutcome>;
}

/** The value of an environment variable that a channel names; undefined where it is not set. */
export type Secrets = (name: string) => string | undefined;

/** What channels are given to work with. */
export interface ChannelMeans {
  readonly outbound: Outbound;
  readonly secrets: Secrets;
  /** IANA zone in which messages write times. Default UTC. */
  readonly timeZone?: string;
  /** The present; default the machine's clock. */
  readonly now?: () => Date;
  /** Of those who receive this channel; default: nothing is kept of them. */
  readonly recipients?: RecipientBook;
  /** Where push services can reach whoever runs this: an email or a web address. */
  readonly contact?: string | null;
}
