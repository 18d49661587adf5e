import type { AlertRuleConfig, AlertRulesAnswer, AlertRuleView } from '@framewatch/contracts';
import { ALERTS_FILE } from '../keeper/names.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import type { LiveBeat } from '../runtime/beat-catalog.ts';
import { readAlerts } from '../runtime/settings.ts';
import { unknownNames } from './check-names.ts';
import { knownNames } from './check-rule-request.ts';
import { ruleWords } from './rule-words.ts';

const WEEK_MS = 7 * 86_400_000;

/** The rules in force, in words, with how often each fired in the last seven days, and what is wrong in the file. */
export async function listRules(context: ApiContext): Promise<AlertRulesAnswer> {
  const { store, beats, alertsFile, now } = context;
  const [{ rules }, live, fired, found, known, version, writable] = await Promise.all([
    readAlerts(store),
    beats.all(),
    store.health.countFired(new Date(now().getTime() - WEEK_MS)),
    store.configVersions.findProblems(),
    knownNames(context),
    alertsFile.version(),
    alertsFile.isWritable(),
  ]);
  const snoozes = await store.snoozes.findInForce(now());
  const lastFired = await store.health.findLastFired(rules.map(({ id }) => id));
  const inFile = found
    .filter(({ file }) => file === ALERTS_FILE)
    .map(({ line, message, remedy }) => ({ line: line > 0 ? line : null, message: `${message} ${remedy}` }));
  // Names that nothing has: the rule is in force, and can never fire for them.
  const unknown = rules.flatMap((rule) =>
    unknownNames(rule, known).map(({ message }) => ({
      line: null,
      message: `${rule.name} (${rule.id}): ${message}`,
    })),
  );
  return {
    rules: rules.map((rule) =>
      viewOf(
        rule,
        live.find(({ id }) => id === rule.beat),
        { fired7Days: fired[rule.id] ?? 0, lastFiredAt: lastFired[rule.id]?.toISOString() ?? null },
        snoozes.find(({ ruleId, channelId }) => ruleId === rule.id && channelId === null)?.until ?? null,
      ),
    ),
    problems: [...inFile, ...unknown],
    version,
    writable,
  };
}

function viewOf(
  rule: AlertRuleConfig,
  beat: LiveBeat | undefined,
  fired: Pick<AlertRuleView, 'fired7Days' | 'lastFiredAt'>,
  snoozedUntil: string | null,
): AlertRuleView {
  return {
    id: rule.id,
    name: rule.name,
    on: rule.on,
    beat: rule.beat ?? null,
    enabled: rule.enabled,
    channels: rule.channels,
    when: ruleWords(rule, (beat?.active ?? beat?.preparing)?.seeds),
    ...fired,
    rule,
    snoozedUntil,
  };
}
