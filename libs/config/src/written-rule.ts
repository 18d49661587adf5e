import { isDeepStrictEqual } from 'node:util';
import { type AlertRuleConfig, alertRuleConfigSchema } from '@framewatch/contracts';
import { stringify } from 'yaml';

/** A rule as it is written: without what would hold anyhow. */
export type Written = Record<string, unknown>;

/** A rule as it stands in the list of alerts.yaml, without a line break at its end. */
export const ruleAsYaml = (rule: AlertRuleConfig): string => asYaml(writtenRule(rule), '  ');

/** Leaves out keys that only say what would hold without them, unless they stand in the file already. */
export function writtenRule(rule: AlertRuleConfig, kept: readonly string[] = []): Written {
  const full = plain(rule);
  const isNeedless = (key: string): boolean => {
    const { [key]: _left, ...rest } = full;
    const without = alertRuleConfigSchema.safeParse(rest);
    return without.success && isDeepStrictEqual(plain(without.data), full);
  };
  return Object.fromEntries(Object.entries(full).filter(([key]) => kept.includes(key) || !isNeedless(key)));
}

const plain = (rule: AlertRuleConfig): Written => JSON.parse(JSON.stringify(rule)) as Written;

/** An entry of a block list, one key a line. */
export const asYaml = (written: Written, indent: string): string =>
  Object.entries(written)
    .map(([key, value], i) => pairAsYaml(key, value, `${indent}${i === 0 ? '- ' : '  '}`))
    .join('\n');

/** One key of a rule on a line of its own, lists included. */
export const pairAsYaml = (key: string, value: unknown, indent: string): string =>
  `${indent}${key}: ${asFlow(value)}`;

/** A value on one line. */
export const asFlow = (value: unknown): string =>
  stringify(value, {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    blockQuote: false,
  }).trimEnd();
