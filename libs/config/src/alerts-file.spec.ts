import { describe, expect, it } from '@jest/globals';
import { readAlertsFile } from './alerts-file.ts';

const rule = `  - id: new-relevant
    name: New relevant articles
    on: new-article
    beat: us-japan-alliance
    channels: [in-app]
`;

describe('readAlertsFile', () => {
  it('reads a rule, enabled unless it says otherwise, with the in-app channel that is always there', () => {
    const { rules, channels, problems, readable } = readAlertsFile(`rules:\n${rule}`, 'alerts.yaml');
    expect(problems).toEqual([]);
    expect(readable).toBe(true);
    expect(channels).toEqual([{ id: 'in-app', kind: 'in-app' }]);
    expect(rules).toEqual([
      expect.objectContaining({ id: 'new-relevant', on: 'new-article', enabled: true, line: 2 }),
    ]);
  });

  it('rejects a rule that waits for something unknown, and keeps the others', () => {
    const { rules, problems } = readAlertsFile(
      `rules:\n${rule}${rule.replace('new-relevant', 'x').replace('new-article', 'new-artcle')}`,
      'f',
    );
    expect(rules.map(({ id }) => id)).toEqual(['new-relevant']);
    expect(problems).toEqual([
      {
        file: 'f',
        line: 9,
        message: '`on: new-artcle` is not possible.',
        remedy: expect.stringContaining('Did you mean new-article? Possible: new-article, new-story, spike'),
      },
    ]);
  });

  it('suggests only keys that this kind of rule has', () => {
    const trouble = '  - { id: t, name: T, on: feed-trouble, topic: [x], channels: [in-app] }\n';
    const { problems } = readAlertsFile(`rules:\n${trouble}${rule}    topic: [x]\n`, 'f');
    expect(problems.map(({ remedy }) => remedy)).toEqual([
      expect.stringContaining('Known here: id, name'),
      'Did you mean `topics`?',
    ]);
    expect(problems[0]?.remedy).not.toContain('topics');
  });

  it('fills in what a spike rule leaves out', () => {
    const { rules } = readAlertsFile(
      'rules:\n  - { id: s, name: S, on: spike, beat: b, channels: [in-app] }\n',
      'f',
    );
    expect(rules[0]).toMatchObject({ window: 'day', minimumArticles: 5 });
  });

  it('leaves an unknown channel out, and the rule only where none remains', () => {
    const text = `channels:
  - { id: desk, kind: slack, urlFromEnv: ALERT_SLACK_URL }
rules:
${rule.replace('[in-app]', '[dsk, in-app]')}${rule.replace('new-relevant', 'lost').replace('[in-app]', '[nowhere]')}`;
    const { rules, problems } = readAlertsFile(text, 'f');
    expect(rules.map(({ id, channels }) => [id, channels])).toEqual([['new-relevant', ['in-app']]]);
    expect(problems).toEqual([
      expect.objectContaining({ line: 8, remedy: 'Did you mean desk?' }),
      expect.objectContaining({ line: 13, remedy: expect.stringContaining('in-app, desk') }),
    ]);
  });

  it('rejects ids that are taken', () => {
    const { rules, problems } = readAlertsFile(`rules:\n${rule}${rule}`, 'f');
    expect(rules).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({ line: 7, message: expect.stringContaining('line 2') }),
    ]);
  });

  it.each([
    ['{ id: c, kind: slack, url: "https://hooks.example.org/T0/secret" }', 'urlFromEnv'],
    ['{ id: c, kind: webhook, url: "https://a.example", urlFromEnv: ALERT_URL }', 'exactly one'],
    ['{ id: c, kind: webhook }', 'exactly one'],
    ['{ id: c, kind: ntfy, url: "https://evil.example", topic: t, tokenFromEnv: DATABASE_URL }', 'ALERT_'],
    ['{ id: c, kind: email, to: desk@example.org, from: a@example.org, smtpFromEnv: ALERT_SMTP }', 'list'],
    ['{ id: c, kind: pager }', 'in-app, webhook'],
  ])('rejects the channel %s', (channel, hint) => {
    const { channels, problems } = readAlertsFile(`channels:\n  - ${channel}\nrules: []\n`, 'f');
    expect(channels.map(({ id }) => id)).toEqual(['in-app']);
    expect(problems.map(({ message, remedy }) => `${message} ${remedy}`).join('\n')).toContain(hint);
    expect(problems.every(({ line }) => line === 2)).toBe(true);
  });

  it('never takes a broken file for one without rules', () => {
    expect(readAlertsFile('rules: [', 'f')).toMatchObject({ readable: false, rules: [] });
    expect(readAlertsFile('channels: []\n', 'f')).toMatchObject({ readable: false, rules: [] });
    expect(readAlertsFile('text', 'f')).toMatchObject({ readable: false, rules: [] });
  });
});
