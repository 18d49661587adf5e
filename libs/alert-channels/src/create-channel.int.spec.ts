import { describe, expect, it } from '@jest/globals';
import type { ChannelConfig } from '@framewatch/contracts';
import { Webhook } from 'standardwebhooks';
import { anAlert, HOSTILE } from './fixtures/message.ts';
import { createReceivers, NEVER } from './fixtures/receiver.ts';

const { receiver, channel } = createReceivers();
const SECRET = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;
const sent = { kind: 'sent', note: null };

function json(received: { body: string } | undefined) {
  return JSON.parse(received?.body ?? 'null');
}

describe('in-app', () => {
  it('has nothing to send', async () => {
    expect(await channel({ kind: 'in-app', id: 'app' }).send(anAlert(), NEVER)).toEqual(sent);
  });
});

describe('webhook', () => {
  const config: ChannelConfig = {
    kind: 'webhook',
    id: 'w',
    urlFromEnv: 'ALERT_URL',
    secretFromEnv: 'ALERT_SECRET',
  };

  it("is received, and verified by the specification's library", async () => {
    const { origin, received } = await receiver();
    const out = channel(config, { ALERT_URL: `${origin}/hook?x=1`, ALERT_SECRET: SECRET });
    expect(await out.send(anAlert(), NEVER)).toEqual(sent);
    const [got] = received;
    expect(got).toMatchObject({
      method: 'POST',
      url: '/hook?x=1',
      headers: { 'webhook-id': anAlert().deliveryKey },
    });
    const verified = new Webhook(SECRET).verify(got?.body ?? '', got?.headers as Record<string, string>);
    expect(verified).toMatchObject({
      type: 'alert.raised',
      timestamp: '2026-11-22T03:06:00.000Z',
      data: {
        alertId: '42',
        title: anAlert().title,
        evidence: [{ text: 'Japan should pay more, he said.', labels: ['Burden sharing'] }, {}],
        synthetic: false,
      },
    });
  });

  it('repeats itself under the same id and with the same body', async () => {
    const { origin, received } = await receiver({ status: 503 });
    const out = channel(config, { ALERT_URL: origin, ALERT_SECRET: SECRET });
    await out.send(anAlert(), NEVER);
    await out.send(anAlert(), NEVER);
    expect(received).toHaveLength(2);
    expect(received[0]?.headers['webhook-id']).toBe(received[1]?.headers['webhook-id']);
    expect(received[0]?.body).toBe(received[1]?.body);
  });

  it('goes unsigned where no secret is wanted', async () => {
    const { origin, received } = await receiver({ status: 204 });
    expect(await channel({ kind: 'webhook', id: 'w', url: origin }).send(anAlert(), NEVER)).toEqual(sent);
    expect(received[0]?.headers).not.toHaveProperty('webhook-signature');
  });
});

describe('slack', () => {
  it('gets blocks in which nothing hostile is alive', async () => {
    const { origin, received } = await receiver();
    const out = channel(
      { kind: 'slack', id: 's', urlFromEnv: 'ALERT_SLACK' },
      { ALERT_SLACK: `${origin}/T/B/token` },
    );
    expect(await out.send(anAlert({ why: [{ text: HOSTILE, labels: ['A frame'] }] }), NEVER)).toEqual(sent);
    const payload = json(received[0]);
    expect(payload.blocks[0].text.text).toBe(
      '*<https://news.test/a?x=1&y=2|Tokyo &amp; Washington agree on &lt;new&gt; bases>*',
    );
    const quote: string = payload.blocks[3].text.text;
    expect(quote).toContain('&lt;!channel&gt;');
    expect(quote).toContain('> _A frame_');
    expect(payload).toMatchObject({ text: expect.any(String), unfurl_links: false });
    expect(JSON.stringify(payload)).toContain('https://framewatch.test/alerts/42|Open in Framewatch');
  });

  it('keeps every text below the 3,000 characters that Slack takes', async () => {
    const { origin, received } = await receiver();
    const out = channel({ kind: 'slack', id: 's', urlFromEnv: 'ALERT_SLACK' }, { ALERT_SLACK: origin });
    const long = '&'.repeat(5_000);
    const why = [0, 1, 2].map(() => ({ text: long, labels: [long] }));
    const url = `https://news.test/${'x'.repeat(1_400)}`;
    await out.send(
      anAlert({ title: long, outlet: long, reason: long, ruleName: long, beat: long, url, why }),
      NEVER,
    );
    const texts = json(received[0]).blocks.flatMap((block: { text?: object; elements?: object[] }) =>
      [block.text ?? [], block.elements ?? []].flat(),
    );
    expect(texts).toHaveLength(7);
    for (const { text } of texts) expect(text.length).toBeLessThan(3_000);
  });
});

describe('mattermost', () => {
  it('gets Markdown', async () => {
    const { origin, received } = await receiver();
    const out = channel(
      { kind: 'mattermost', id: 'm', urlFromEnv: 'ALERT_MM' },
      { ALERT_MM: `${origin}/hooks/x` },
    );
    expect(await out.send(anAlert(), NEVER)).toEqual(sent);
    expect(json(received[0]).text).toContain('](https://news.test/a?x=1&y=2)**');
  });
});

describe('discord', () => {
  it('gets an embed, mentions nobody and waits for the message to stand', async () => {
    const { origin, received } = await receiver();
    const url = `${origin}/api/webhooks/1/token?thread_id=5`;
    const out = channel({ kind: 'discord', id: 'd', urlFromEnv: 'ALERT_DISCORD' }, { ALERT_DISCORD: url });
    expect(await out.send(anAlert(), NEVER)).toEqual(sent);
    expect(received[0]?.url).toBe('/api/webhooks/1/token?thread_id=5&wait=true');
    const payload = json(received[0]);
    expect(payload.allowed_mentions).toEqual({ parse: [] });
    expect(payload.embeds[0].description).toContain('Burden sharing');
  });
});

describe('teams', () => {
  it('gets an Adaptive Card', async () => {
    const { origin, received } = await receiver({ status: 202 });
    const out = channel({ kind: 'teams', id: 't', urlFromEnv: 'ALERT_TEAMS' }, { ALERT_TEAMS: origin });
    expect(await out.send(anAlert(), NEVER)).toEqual(sent);
    const [attachment] = json(received[0]).attachments;
    expect(attachment.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(attachment.content.body[0].inlines[0].text).toBe(anAlert().title);
    expect(attachment.content.actions).toEqual([
      { type: 'Action.OpenUrl', title: 'Read the article', url: anAlert().url },
      { type: 'Action.OpenUrl', title: 'Open in Framewatch', url: anAlert().dashboardUrl },
    ]);
  });
});

describe('ntfy', () => {
  it('gets its topic, with the token in a header', async () => {
    const { origin, received } = await receiver();
    const config: ChannelConfig = {
      kind: 'ntfy',
      id: 'n',
      url: origin,
      topic: 'alerts',
      tokenFromEnv: 'ALERT_NTFY',
    };
    expect(await channel(config, { ALERT_NTFY: 'tk_secret' }).send(anAlert(), NEVER)).toEqual(sent);
    expect(received[0]).toMatchObject({ url: '/', headers: { authorization: 'Bearer tk_secret' } });
    expect(json(received[0])).toMatchObject({
      topic: 'alerts',
      title: anAlert().title,
      message: expect.stringContaining('“Japan should pay more, he said.” (Burden sharing)'),
      click: anAlert().dashboardUrl,
    });
  });

  it('stays below what ntfy makes an attachment of', async () => {
    const { origin, received } = await receiver();
    const why = [0, 1, 2].map(() => ({ text: '同盟'.repeat(500), labels: [] }));
    await channel({ kind: 'ntfy', id: 'n', url: origin, topic: 'a' }).send(anAlert({ why }), NEVER);
    expect(Buffer.byteLength(json(received[0]).message)).toBeLessThan(4_096);
  });
});

describe('answers', () => {
  const config: ChannelConfig = { kind: 'slack', id: 's', urlFromEnv: 'ALERT_SLACK' };

  it.each([
    [200, sent],
    [204, sent],
    [400, { kind: 'failed' }],
    [403, { kind: 'failed' }],
    [404, { kind: 'failed' }],
    [410, { kind: 'failed' }],
    [302, { kind: 'failed' }],
    [408, { kind: 'retry', afterSeconds: null }],
    [429, { kind: 'retry' }],
    [500, { kind: 'retry' }],
    [503, { kind: 'retry' }],
  ])('%i is %j', async (status, outcome) => {
    const { origin } = await receiver({ status, headers: { Location: 'http://elsewhere.test/' } });
    expect(await channel(config, { ALERT_SLACK: origin }).send(anAlert(), NEVER)).toMatchObject(outcome);
  });

  it('waits as long as it is asked to', async () => {
    const { origin } = await receiver({ status: 429, headers: { 'Retry-After': '1.5' } });
    const outcome = await channel(config, { ALERT_SLACK: origin }).send(anAlert(), NEVER);
    expect(outcome).toMatchObject({ kind: 'retry', afterSeconds: 2 });
  });

  it('tries again later where no one answers, and when interrupted', async () => {
    const out = channel(config, { ALERT_SLACK: 'http://127.0.0.1:1/token' });
    expect(await out.send(anAlert(), NEVER)).toMatchObject({ kind: 'retry' });
    const { origin, received } = await receiver();
    const interrupted = await channel(config, { ALERT_SLACK: origin }).send(anAlert(), AbortSignal.abort());
    expect(interrupted).toMatchObject({ kind: 'retry' });
    expect(received).toHaveLength(0);
  });

  it('goes to no internal address that was not allowed', async () => {
    const { origin, received } = await receiver();
    const outcome = await channel(config, { ALERT_SLACK: origin }, []).send(anAlert(), NEVER);
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringContaining('allow-list') });
    expect(received).toHaveLength(0);
  });
});

describe('secrets', () => {
  it.each<[ChannelConfig, string]>([
    [{ kind: 'slack', id: 's', urlFromEnv: 'ALERT_X' }, 'ALERT_X'],
    [{ kind: 'email', id: 'e', to: ['a@b.test'], from: 'f@b.test', smtpFromEnv: 'ALERT_Y' }, 'ALERT_Y'],
    [{ kind: 'ntfy', id: 'n', url: 'https://ntfy.test', topic: 't', tokenFromEnv: 'ALERT_Z' }, 'ALERT_Z'],
    [{ kind: 'webhook', id: 'w', url: 'https://a.test', secretFromEnv: 'ALERT_S' }, 'ALERT_S'],
  ])('%j that are not set are named', async (config, variable) => {
    const outcome = await channel(config).send(anAlert(), NEVER);
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringContaining(variable) });
  });

  it('stay out of every message', async () => {
    const { origin } = await receiver({ status: 404 });
    const secrets = {
      ALERT_A: `${origin}/services/hunter2`,
      ALERT_B: 'not-an-address-hunter2',
      ALERT_C: 'whsec_hunter2',
    };
    const outcomes = await Promise.all([
      channel({ kind: 'slack', id: 's', urlFromEnv: 'ALERT_A' }, secrets).send(anAlert(), NEVER),
      channel({ kind: 'slack', id: 's', urlFromEnv: 'ALERT_A' }, secrets, []).send(anAlert(), NEVER),
      channel({ kind: 'teams', id: 't', urlFromEnv: 'ALERT_B' }, secrets).send(anAlert(), NEVER),
      channel({ kind: 'webhook', id: 'w', url: origin, secretFromEnv: 'ALERT_C' }, secrets).send(
        anAlert(),
        NEVER,
      ),
      channel(
        { kind: 'email', id: 'e', to: ['a@b.test'], from: 'f@b.test', smtpFromEnv: 'ALERT_B' },
        secrets,
      ).send(anAlert(), NEVER),
    ]);
    for (const outcome of outcomes) {
      expect(outcome.kind).toBe('failed');
      expect(JSON.stringify(outcome)).not.toContain('hunter2');
    }
  });
});
