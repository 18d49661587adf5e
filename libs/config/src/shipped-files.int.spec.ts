import { readdirSync, readFileSync } from 'node:fs';
import { alertRuleConfigSchema } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { readAlertsFile, readFeedsFile, readSettingsFile } from './index.ts';
import { jsonSchemas } from './json-schemas.ts';

const folder = new URL('../../../config/', import.meta.url);
const shipped = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('the files that we ship in config', () => {
  it('hold at least 40 feeds, none with a mistake, in every group and in English and Japanese', () => {
    const { feeds, problems } = readFeedsFile(shipped('feeds.yaml'), 'config/feeds.yaml');
    expect(problems).toEqual([]);
    expect(feeds.length).toBeGreaterThanOrEqual(40);
    expect(new Set(feeds.map(({ language }) => language))).toEqual(new Set(['en', 'ja']));
    expect(new Set(feeds.map(({ group }) => group)).size).toBe(7);
    for (const country of ['JP', 'US', 'CN', 'KR', 'TW']) {
      expect(feeds.filter((feed) => feed.country === country).length).toBeGreaterThan(1);
    }
  });

  it('say of every feed whether its address was confirmed', () => {
    const addresses = shipped('feeds.yaml').match(/^ {2}- url: .*$/gm) ?? [];
    const { feeds } = readFeedsFile(shipped('feeds.yaml'), 'config/feeds.yaml');
    expect(addresses).toHaveLength(feeds.length);
    for (const line of addresses)
      expect(line).toMatch(/ # address (seen in public feed lists|not confirmed: check it)/);
  });

  it('hold one enabled in-app rule for new articles of the first beat', () => {
    const { rules, problems } = readAlertsFile(shipped('alerts.yaml'), 'config/alerts.yaml');
    expect(problems).toEqual([]);
    expect(rules).toEqual([
      expect.objectContaining({
        on: 'new-article',
        beat: 'us-japan-alliance',
        enabled: true,
        channels: ['in-app'],
      }),
    ]);
  });

  it('hold examples of alert rules that are right once their comment signs are taken away', () => {
    const examples = shipped('alerts.yaml').replace(/^#>/gm, '');
    const { rules, channels, problems } = readAlertsFile(examples, 'config/alerts.yaml');
    expect(problems).toEqual([]);
    const kinds = alertRuleConfigSchema.options.map(({ shape }) => shape.on.value);
    expect(new Set(rules.map(({ on }) => on))).toEqual(new Set(kinds));
    expect(new Set(channels.map(({ kind }) => kind)).size).toBe(9);
    for (const option of ['digest', 'quietHours', 'cap'])
      expect(channels.some((one) => option in one)).toBe(true);
    for (const option of ['urgent', 'coolDown', 'after', 'words', 'minimumScore'])
      expect(rules.some((one) => option in one)).toBe(true);
  });

  it('hold settings without a mistake', () => {
    const { problems, readable } = readSettingsFile(shipped('framewatch.yaml'), 'config/framewatch.yaml');
    expect({ problems, readable }).toEqual({ problems: [], readable: true });
  });

  it('point editors to JSON Schemas that fit the shapes of today', () => {
    const schemas = jsonSchemas();
    expect(readdirSync(new URL('schema/', folder)).sort()).toEqual(Object.keys(schemas).sort());
    for (const [name, text] of Object.entries(schemas)) {
      expect(JSON.parse(shipped(`schema/${name}`))).toEqual(JSON.parse(text));
      const yaml = shipped(name.replace('.schema.json', '.yaml'));
      expect(yaml.split('\n')[0]).toBe(`# yaml-language-server: $schema=./schema/${name}`);
    }
  });
});
