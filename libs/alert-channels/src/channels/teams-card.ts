import { cutDigest } from '../cut-digest.ts';
import { andMore, type DigestWords } from '../digest-text.ts';
import { type AlertWords, joined } from '../message-text.ts';

/** Teams refuses a message of more than 28 KB; what stands around a digest's alerts takes less than the rest. */
const MAX_DIGEST_BYTES = 22_000;
const MAX_ALERTS = 40;

/** One alert as an Adaptive Card. Text runs take no markup, so nothing is escaped. */
export function teamsAlert(words: AlertWords) {
  const quotes = words.quotes.flatMap(({ text, labels }) => [
    paragraph({ text: `“${text}”`, italic: true }),
    ...(labels === '' ? [] : [paragraph({ text: labels, size: 'Small', color: 'Accent' })]),
  ]);
  return cardMessage(
    words.title,
    [
      paragraph({ text: words.title, size: 'Medium', weight: 'Bolder' }),
      ...(words.source === '' ? [] : [paragraph({ text: words.source, isSubtle: true })]),
      paragraph({ text: words.reason }),
      ...quotes,
      ...updateParagraphs(words),
      paragraph({ text: words.rule, size: 'Small', isSubtle: true }),
    ],
    [...openUrl('Read the article', words.url), ...openUrl('Open in Framewatch', words.dashboardUrl)],
  );
}

/** Several alerts as one Adaptive Card, by rule; as many as Teams takes. */
export function teamsDigest(whole: DigestWords) {
  const words = cutDigest(whole, {
    alerts: MAX_ALERTS,
    budget: MAX_DIGEST_BYTES,
    sizeOf: (alert) => bytesOf(digestEntry(alert)),
    sizeOfRule: (rule) => bytesOf(ruleHeading(rule)),
  });
  return cardMessage(
    words.subject,
    [
      paragraph({ text: words.heading, size: 'Large', weight: 'Bolder' }),
      paragraph({ text: words.summary, isSubtle: true }),
      ...words.groups.flatMap(({ rule, alerts }) => [ruleHeading(rule), ...alerts.map(digestEntry)]),
      ...(words.more === 0 ? [] : [paragraph({ text: andMore(words.more), weight: 'Bolder' })]),
    ],
    openUrl('Open in Framewatch', words.dashboardUrl),
  );
}

function cardMessage(fallbackText: string, body: object[], actions: object[]) {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText,
    msteams: { width: 'Full' },
    body,
    actions,
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

const ruleHeading = (rule: string) => ({
  ...paragraph({ text: rule, weight: 'Bolder', color: 'Accent' }),
  separator: true,
  spacing: 'Medium',
});

function digestEntry(words: AlertWords) {
  const [strongest] = words.quotes;
  const evidence = strongest ? `“${strongest.text}”` : words.reason;
  return {
    type: 'Container',
    ...(words.url === null ? {} : { selectAction: { type: 'Action.OpenUrl', url: words.url } }),
    items: [
      paragraph({ text: words.title, weight: 'Bolder' }),
      paragraph({
        text: joined([words.source, words.updates?.summary ?? null]),
        size: 'Small',
        isSubtle: true,
      }),
      paragraph({ text: evidence, size: 'Small', italic: strongest !== undefined }),
      ...(strongest === undefined || strongest.labels === ''
        ? []
        : [paragraph({ text: strongest.labels, size: 'Small', color: 'Accent' })]),
    ],
  };
}

function updateParagraphs({ updates }: AlertWords) {
  if (updates === null) return [];
  return [
    paragraph({ text: updates.summary, weight: 'Bolder' }),
    ...updates.latest.map(({ title, outlet }) =>
      paragraph({ text: `• ${joined([title, outlet])}`, size: 'Small' }),
    ),
  ];
}

function paragraph(run: { text: string } & Record<string, unknown>) {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', ...run }] };
}

function openUrl(title: string, url: string | null) {
  return url === null ? [] : [{ type: 'Action.OpenUrl', title, url }];
}

const bytesOf = (part: object): number => new TextEncoder().encode(JSON.stringify(part)).length + 1;
