import type { AlertMessage, DigestMessage } from './alert-channel.types.ts';
import { cutDigest } from './cut-digest.ts';
import { type DigestWords, digestWordsOf } from './digest-text.ts';
import { alertHtml, digestEntry, digestHtml, ruleHeading } from './email-html.ts';
import { alertText, digestText } from './email-text.ts';
import { oneLine, shorten, webAddress, wordsOf } from './message-text.ts';

export interface EmailBody {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const MAX_SUBJECT = 180;
/** Gmail hides what is beyond 102 KB of HTML; a hundred alerts stay below it. */
const MAX_DIGEST_BYTES = 80_000;
const MAX_ALERTS = 100;

/** An alert as an email: subject, plain text, and HTML that loads nothing from anywhere. Times in `timeZone`. */
export function emailBody(message: AlertMessage, timeZone: string): EmailBody {
  const words = wordsOf(message, timeZone);
  const unsubscribe = webAddress(message.unsubscribeUrl);
  return {
    subject: shorten(`${words.title} (${oneLine(message.ruleName)})`, MAX_SUBJECT),
    text: alertText(words, unsubscribe),
    html: alertHtml(words, { unsubscribe, synthetic: message.synthetic }),
  };
}

/** Several alerts as one email, by rule; as many as mail readers show whole. */
export function digestEmailBody(message: DigestMessage, timeZone: string): EmailBody {
  const words = cut(digestWordsOf(message, timeZone));
  const unsubscribe = webAddress(message.unsubscribeUrl);
  return {
    subject: shorten(words.subject, MAX_SUBJECT),
    text: digestText(words, unsubscribe),
    html: digestHtml(words, { unsubscribe, synthetic: message.synthetic }),
  };
}

function cut(words: DigestWords): DigestWords {
  return cutDigest(words, {
    alerts: MAX_ALERTS,
    budget: MAX_DIGEST_BYTES,
    sizeOf: (alert) => bytesOf(digestEntry(alert)),
    sizeOfRule: (rule) => bytesOf(ruleHeading(rule, MAX_ALERTS)),
  });
}

const bytesOf = (html: string): number => new TextEncoder().encode(html).length;
