import { describe, expect, it } from '@jest/globals';
import type { ChannelConfig } from '@framewatch/contracts';
import type { DigestMessage } from './alert-channel.types.ts';
import { digestWordsOf } from './digest-text.ts';
import { digestEmailBody } from './email-body.ts';
import { capturedPost } from './fixtures/captured-post.ts';
import { aDigest, anAlert, HOSTILE } from './fixtures/message.ts';
import { NEVER } from './fixtures/receiver.ts';

const slack: ChannelConfig = { kind: 'slack', id: 's', urlFromEnv: 'ALERT_URL' };
const teams: ChannelConfig = { ...slack, kind: 'teams' };
const discord: ChannelConfig = { ...slack, kind: 'discord' };
const mattermost: ChannelConfig = { ...slack, kind: 'mattermost' };
const ntfy: ChannelConfig = { kind: 'ntfy', id: 'n', url: 'https://ntfy.test', topic: 't' };
const webhook: ChannelConfig = { kind: 'webhook', id: 'w', url: 'https://hook.test' };
const OVER_HTTP = [slack, teams, discord, mattermost, ntfy, webhook].map(
  (config) => [config.kind, config] as const,
);

const posted = (config: ChannelConfig, message: DigestMessage) =>
  capturedPost(config, (channel) => channel.sendDigest(message, NEVER));
const FIVE_HUNDRED = aDigest(500);
/** 500 alerts that each take as much room as anything may. */
const LONG = '&*日本'.repeat(300);
const LONGEST = aDigest(0, {
  heading: LONG,
  alerts: Array.from({ length: 500 }, (_, index) =>
    anAlert({
      ruleId: `rule-${index % 40}`,
      ruleName: LONG,
      title: LONG,
      outlet: LONG,
      reason: LONG,
      url: `https://news.test/${'x'.repeat(1_400)}?a=${index}&b`,
      why: [{ text: LONG, labels: [LONG] }],
      updates: { count: 4, latest: [{ title: LONG, outlet: LONG, url: null }] },
    }),
  ),
});

/** How many headlines a message carries. */
const shown = (text: string): number => new Set(text.match(/Headline \d+/g)).size;

describe('digestWordsOf', () => {
  it('tells in its subject how many, of which rules and why together', () => {
    expect(digestWordsOf(aDigest(2, { more: 0 }), 'UTC').subject).toBe(
      '2 alerts: Rule 0 (1), Rule 1 (1) (Daily digest)',
    );
    expect(digestWordsOf(aDigest(6), 'UTC').subject).toBe(
      '20 alerts: Rule 0 (2), Rule 1 (2), another rule (Daily digest)',
    );
    expect(digestWordsOf(aDigest(1, { more: 0, synthetic: true }), 'UTC').subject).toBe(
      '[synthetic] Headline 1 (Daily digest)',
    );
  });

  it('says over what time in the zone', () => {
    expect(digestWordsOf(aDigest(3, { more: 0 }), 'Asia/Tokyo').summary).toBe(
      '3 alerts · 21 Nov 2026, 17:00 GMT+9 to 22 Nov 2026, 17:00 GMT+9',
    );
    expect(digestWordsOf(aDigest(1, { more: 0, from: null }), 'UTC').summary).toBe(
      '1 alert · until 22 Nov 2026, 08:00 UTC',
    );
  });
});

describe('a digest of 500 alerts', () => {
  it.each(OVER_HTTP)('over %s counts what it leaves out', async (_kind, config) => {
    const text = await posted(config, FIVE_HUNDRED);
    const carried = shown(text);
    expect(carried).toBeGreaterThanOrEqual(8);
    if (config.kind === 'webhook') expect(carried).toBe(500);
    else expect(text).toContain(`and ${500 + 14 - carried} more`);
    for (const rule of ['Rule 0', 'Rule 1', 'Rule 2']) expect(text).toContain(rule);
    if (config.kind !== 'ntfy') expect(text).toContain('Burden sharing');
  });

  it.each([FIVE_HUNDRED, LONGEST])('stays within what Slack takes', async (message) => {
    const { blocks } = JSON.parse(await posted(slack, message)) as {
      blocks: { text?: { text: string }; elements?: { text: string }[] }[];
    };
    expect(blocks.length).toBeGreaterThan(4);
    expect(blocks.length).toBeLessThanOrEqual(50);
    for (const { text } of blocks.flatMap(({ text, elements }) => elements ?? (text ? [text] : [])))
      expect(text.length).toBeLessThanOrEqual(3_000);
    expect(blocks[0]?.text?.text.length).toBeLessThanOrEqual(150);
  });

  it.each([FIVE_HUNDRED, LONGEST])('stays below the 28 KB that Teams takes', async (message) => {
    const text = await posted(teams, message);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(28_000);
    expect(text).toMatch(/and \d+ more/);
  });

  it.each([FIVE_HUNDRED, LONGEST])('stays within what Discord takes', async (message) => {
    const { embeds } = JSON.parse(await posted(discord, message)) as {
      embeds: { title: string; description: string; footer: { text: string } }[];
    };
    expect(embeds.length).toBeLessThanOrEqual(10);
    const lengths = embeds.map(({ title, description, footer }) => [
      title.length,
      description.length,
      footer.text.length,
    ]);
    for (const [title, description, footer] of lengths) {
      expect(title).toBeLessThanOrEqual(256);
      expect(description).toBeLessThanOrEqual(4_096);
      expect(footer).toBeLessThanOrEqual(2_048);
    }
    expect(lengths.flat().reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(6_000);
  });

  it.each([FIVE_HUNDRED, LONGEST])('stays within what Mattermost and ntfy take', async (message) => {
    const { text } = JSON.parse(await posted(mattermost, message)) as { text: string };
    expect(text.length).toBeLessThanOrEqual(16_383);
    const push = JSON.parse(await posted(ntfy, message)) as { message: string; title: string };
    expect(Buffer.byteLength(push.message)).toBeLessThan(4_096);
    expect(push.title.length).toBeLessThanOrEqual(250);
  });

  it.each([FIVE_HUNDRED, LONGEST])('as an email stays below what Gmail shows whole', (message) => {
    const { subject, html } = digestEmailBody(message, 'UTC');
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(subject.length).toBeLessThanOrEqual(180);
    expect(html).toMatch(/and \d+ more/);
  });
});

describe('hostile headlines in a digest', () => {
  const hostile = aDigest(0, {
    alerts: [
      anAlert({
        title: HOSTILE,
        outlet: HOSTILE,
        url: 'javascript:alert(1)',
        why: [{ text: HOSTILE, labels: [HOSTILE] }],
        updates: { count: 1, latest: [{ title: HOSTILE, outlet: HOSTILE, url: 'data:text/html,x' }] },
      }),
    ],
  });

  it('are dead in every markup', async () => {
    const said = await posted(slack, hostile);
    expect(said).toContain('&lt;!channel&gt;');
    expect(said).not.toMatch(/<!channel>|javascript:|data:/);
    for (const config of [mattermost, discord]) {
      const text = await posted(config, hostile);
      expect(text).not.toMatch(/@everyone|\]\(http:\/\/evil|<script>|javascript:|data:/);
    }
    expect(await posted(teams, hostile)).not.toMatch(/javascript:|data:|"TextBlock"/);
    const { html, subject } = digestEmailBody(hostile, 'UTC');
    expect(html).not.toMatch(/<script>|javascript:|data:/);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('the webhook', () => {
  it('gets every alert with its updates', async () => {
    const latest = [{ title: 'Again', outlet: 'The Later Times', url: 'https://later.test/' }];
    const message = aDigest(1, {
      alerts: [anAlert({ updates: { count: 4, latest } })],
    });
    expect(JSON.parse(await posted(webhook, message))).toMatchObject({
      type: 'alerts.digest',
      timestamp: '2026-11-22T08:00:00.000Z',
      data: {
        heading: 'Daily digest',
        from: '2026-11-21T08:00:00.000Z',
        more: 14,
        alerts: [{ alertId: '42', ruleId: 'new-relevant-articles', updates: { count: 4, latest } }],
      },
    });
  });
});

describe('later articles of the same story', () => {
  const message = anAlert({
    updates: {
      count: 4,
      latest: [{ title: 'Again', outlet: 'The Later Times', url: 'https://later.test/' }],
    },
  });

  it.each(OVER_HTTP.filter(([kind]) => kind !== 'webhook'))('are told over %s', async (_kind, config) => {
    const text = await capturedPost(config, (channel) => channel.send(message, NEVER));
    expect(text).toContain('and 4 more articles of the same story');
    expect(text).toContain('The Later Times');
  });
});
