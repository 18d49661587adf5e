import {
  type AlertRuleConfig,
  alertRuleConfigSchema,
  type ChannelConfig,
  channelConfigSchema,
  type FileProblem,
} from '@framewatch/contracts';
import { nearestWord } from './nearest.ts';
import { type Entry, readEntries, reportUnknownKeys } from './read-entries.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export type RuleEntry = AlertRuleConfig & { line: number };

export interface AlertsConfig {
  /** False where nothing is known about the rules: keep the last good version then. */
  readable: boolean;
  /** Always with the dashboard's own channel `in-app`, whether the file names it or not. */
  channels: ChannelConfig[];
  rules: RuleEntry[];
  problems: FileProblem[];
}

const inApp: ChannelConfig = { id: 'in-app', kind: 'in-app' };

/** Reads alerts.yaml. Each bad rule or channel is left out with its line and how to mend it, and the others stay. */
export function readAlertsFile(text: string, file: string): AlertsConfig {
  const yaml = readYaml(text, file);
  if (!('lineOf' in yaml)) return { readable: false, channels: [inApp], rules: [], problems: [yaml] };
  const problems: FileProblem[] = [];
  const report: Report = (path, message, remedy) =>
    problems.push({ file, line: yaml.lineOf(path), message, remedy });
  reportUnknownKeys(yaml, ['channels', 'rules'], file, problems);
  const channels = readChannels(yaml, file, problems, report);
  const entries = readEntries(yaml, 'rules', alertRuleConfigSchema, file, problems);
  const rules = entries && withKnownChannels(withUniqueIds(entries, 'rules', report), channels, report);
  return {
    readable: rules !== undefined,
    channels,
    rules: (rules ?? []).map(({ value, line }) => ({ ...value, line })),
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

type Report = (path: PropertyKey[], message: string, remedy: string) => void;

function readChannels(
  yaml: YamlFile,
  file: string,
  problems: FileProblem[],
  report: Report,
): ChannelConfig[] {
  const given = (yaml.value as Record<string, unknown> | null)?.channels !== undefined;
  const entries = (given && readEntries(yaml, 'channels', channelConfigSchema, file, problems)) || [];
  const channels = withUniqueIds(entries, 'channels', report).map(({ value }) => value);
  return channels.some(({ id }) => id === inApp.id) ? channels : [inApp, ...channels];
}

function withUniqueIds<Value extends { id: string }>(
  entries: Entry<Value>[],
  key: string,
  report: Report,
): Entry<Value>[] {
  const lines = new Map<string, number>();
  return entries.filter(({ value: { id }, index, line }) => {
    const first = lines.get(id);
    if (first === undefined) lines.set(id, line);
    else
      report(
        [key, index, 'id'],
        `The id ${id} is already taken on line ${first}.`,
        'Give one of the two another id.',
      );
    return first === undefined;
  });
}

/** A rule that can still reach somebody keeps working: an unknown channel is left out, and the rule only with the last. */
function withKnownChannels(entries: Entry<AlertRuleConfig>[], channels: ChannelConfig[], report: Report) {
  const known = channels.map(({ id }) => id);
  return entries.flatMap((entry): Entry<AlertRuleConfig>[] => {
    const reached = entry.value.channels.filter((id, position) => {
      if (known.includes(id)) return true;
      const meant = nearestWord(id, known);
      report(
        ['rules', entry.index, 'channels', position],
        `The channel ${id} is not among the channels of this file, or has a mistake itself.`,
        meant ? `Did you mean ${meant}?` : `Add it under channels:, or use one of: ${known.join(', ')}.`,
      );
      return false;
    });
    return reached.length > 0 ? [{ ...entry, value: { ...entry.value, channels: reached } }] : [];
  });
}
