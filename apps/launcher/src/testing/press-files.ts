import type { Press } from '@framewatch/testing';
import type { ProductFiles } from './product.ts';

export const BEAT = 'us-japan-alliance';

/** Configuration for a press on loopback: no politeness (it is tested by itself), checks every few seconds, one rule. */
export function filesFor(
  press: Press,
  { feeds, webhookHost }: { feeds: string; webhookHost?: string },
): ProductFiles {
  const host = new URL(press.url).host;
  const allowed = [host, ...(webhookHost === undefined ? [] : [webhookHost])];
  return {
    'feeds.yaml': feeds,
    'alerts.yaml': [
      ...(webhookHost === undefined
        ? []
        : ['channels:', `  - { id: desk, kind: webhook, url: "http://${webhookHost}/hook" }`]),
      'rules:',
      '  - id: new-relevant-articles',
      '    name: New relevant articles',
      '    on: new-article',
      `    beat: ${BEAT}`,
      `    channels: [in-app${webhookHost === undefined ? '' : ', desk'}]`,
      '',
    ].join('\n'),
    'framewatch.yaml': [
      'synthetic: true',
      `allowAddresses: ${JSON.stringify(allowed)}`,
      'polling: { minMinutes: 0.05, maxHours: 0.005 }',
      `politeness: { hosts: { "${host}": { gapSeconds: 0, concurrent: 8 } } }`,
      '',
    ].join('\n'),
  };
}
