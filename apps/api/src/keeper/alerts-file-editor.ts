import {
  addRuleToFile,
  readAlertsFile,
  removeRuleFromFile,
  replaceRuleInFile,
  ruleAsYaml,
} from '@framewatch/config';
import type { AlertRuleConfig, SaveRuleAnswer } from '@framewatch/contracts';
import { notFound, ProblemError } from '../http/problem.ts';
import { configFileEditor, type Replace } from './config-file-editor.ts';
import { ALERTS_FILE } from './names.ts';

/**
 * Writes rules into alerts.yaml. All methods throw problems: 409 where the file changed since `version` or cannot be
 * changed from here, 404 where there is no such rule, 400 where the rule would be refused.
 */
export interface AlertsFileEditor {
  /** Names the file as it stands; empty where another process keeps it, or it cannot be read. */
  version(): Promise<string>;
  isWritable(): Promise<boolean>;
  add(rule: AlertRuleConfig, version: string | null): Promise<SaveRuleAnswer>;
  replace(rule: AlertRuleConfig, version: string | null): Promise<SaveRuleAnswer>;
  /** Of a file that cannot be written, `yaml` is the rule to take out, where it is known. */
  remove(id: string, version: string | null): Promise<SaveRuleAnswer>;
}

export function alertsFileEditor(
  path: string,
  isKeeping: () => boolean,
  replace?: Replace,
): AlertsFileEditor {
  const editor = configFileEditor(path, ALERTS_FILE, isKeeping, replace);
  const version = async (): Promise<string> => (await editor.version()) ?? '';
  const save = async (yaml: string, named: string | null, change: (text: string) => string) => {
    const done = await editor.edit(named, (text) => ({ text: change(text), result: null }));
    if ('notWritten' in done) return { saved: false, yaml, version: await version() };
    return { saved: true, yaml, version: done.version };
  };
  return {
    version,
    isWritable: () => editor.isWritable(),
    add: (rule, named) =>
      save(ruleAsYaml(rule), named, (text) => {
        if (idsIn(text).includes(rule.id))
          throw new ProblemError(
            400,
            `rule.id: A rule with the id ${rule.id} is there already. Give this one another id.`,
            [
              {
                field: 'rule.id',
                message: `A rule with the id ${rule.id} is there already. Give this one another id.`,
              },
            ],
          );
        return accepted(
          text,
          changed(() => addRuleToFile(text, rule)),
          rule,
        );
      }),
    replace: (rule, named) =>
      save(ruleAsYaml(rule), named, (text) => {
        mustBeIn(text, rule.id);
        return accepted(
          text,
          changed(() => replaceRuleInFile(text, rule.id, rule)),
          rule,
        );
      }),
    remove: (id, named) =>
      save('', named, (text) => {
        mustBeIn(text, id);
        return changed(() => removeRuleFromFile(text, id));
      }),
  };
}

const idsIn = (text: string): string[] => readAlertsFile(text, ALERTS_FILE).rules.map(({ id }) => id);

function mustBeIn(text: string, id: string): void {
  if (!idsIn(text).includes(id))
    throw notFound(
      `There is no rule ${id} in ${ALERTS_FILE}, or it has a mistake there: mend it in the file.`,
    );
}

function changed(edit: () => string): string {
  try {
    return edit();
  } catch (error) {
    throw new ProblemError(409, error instanceof Error ? error.message : String(error));
  }
}

/** The text, where the rule reads back from it as it is meant and no other is lost. */
function accepted(before: string, after: string, rule: AlertRuleConfig): string {
  const [old, now] = [before, after].map((text) => readAlertsFile(text, ALERTS_FILE));
  const read = now?.rules.find(({ id }) => id === rule.id);
  const fewer = (now?.rules.length ?? 0) < (old?.rules.length ?? 0);
  const reaches = read?.channels.length === rule.channels.length;
  if (read !== undefined && !fewer && reaches) return after;
  const known = new Set(old?.problems.map(({ message }) => message));
  const problem = now?.problems.find(({ message }) => !known.has(message)) ?? now?.problems.at(-1);
  throw new ProblemError(
    400,
    problem ? `${problem.message} ${problem.remedy}` : 'The rule cannot be read back from the file.',
  );
}
