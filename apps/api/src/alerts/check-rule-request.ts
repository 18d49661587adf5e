import { checkRule } from '@framewatch/config';
import type { AlertRuleConfig } from '@framewatch/contracts';
import { type FieldError, invalid } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { readAlerts } from '../runtime/settings.ts';
import { type KnownNames, unknownNames } from './check-names.ts';

/** A rule out of a request's body; throws a 400 problem that names each field with what is wrong and how to mend it. */
export async function checkRuleRequest(context: ApiContext, value: unknown): Promise<AlertRuleConfig> {
  const checked = checkRule(value);
  if (!checked.ok)
    throw invalid(
      checked.mistakes.map(({ field, message, remedy }) => ({
        field: inRule(field),
        message: `${message} ${remedy}`,
      })),
    );
  const errors = unknownNames(checked.rule, await knownNames(context));
  if (errors.length > 0)
    throw invalid(errors.map(({ field, message }) => ({ field: inRule(field), message })));
  return checked.rule;
}

const inRule = (field: string): FieldError['field'] => (field === '' ? 'rule' : `rule.${field}`);

/** Beats by their models, outlets by the feeds in force, channels by the file in force; in-app is always there. */
export async function knownNames({ beats, store }: ApiContext): Promise<KnownNames> {
  const [live, feeds, alerts] = await Promise.all([beats.all(), store.health.findFeeds(), readAlerts(store)]);
  return {
    beats: new Map(
      live.map(({ id, active, preparing }) => {
        // A topic that is being prepared will be there in a moment.
        const labels = [active, preparing].flatMap((model) => model?.seeds.labels ?? []);
        const ids = (kind: string) => [...new Set(labels.filter((l) => l.kind === kind).map((l) => l.id))];
        return [id, { topics: ids('topic'), frames: ids('frame') }];
      }),
    ),
    outlets: [...new Set(feeds.map(({ outlet_name }) => outlet_name))],
    channels: [...new Set(['in-app', ...alerts.channels.map(({ id }) => id)])],
  };
}
