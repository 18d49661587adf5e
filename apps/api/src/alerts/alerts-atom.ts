import { type AlertMessage, renderAtom } from '@framewatch/alert-channels';
import type { Alert, BeatSeeds } from '@framewatch/contracts';
import { notFound } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { readAlerts, readSettings } from '../runtime/settings.ts';
import { listAlerts } from './alert-view.ts';

const NEWEST = 100;

/**
 * The newest alerts as an Atom feed, of one rule or of all. `origin` is where the feed was asked for, unless the
 * settings name an address. Throws 404 for a rule that alerts.yaml does not hold.
 */
export async function alertsAtom(
  context: ApiContext,
  { origin, rule }: { origin: string; rule: string | undefined },
): Promise<string> {
  const { store, beats, startedAt } = context;
  const name = await nameOfRule(context, rule);
  const [settings, page, live] = await Promise.all([
    readSettings(store),
    listAlerts(context, { limit: NEWEST, rule }),
    beats.all(),
  ]);
  const published = await store.articleLists.findPublished(
    page.items.flatMap(({ articleId }) => articleId ?? []),
  );
  const address = (settings.publicAddress ?? origin).replace(/\/$/, '');
  const seeds = new Map(live.map(({ id, active, preparing }) => [id, (active ?? preparing)?.seeds]));
  // RFC 4151: the same at every port and over every scheme, and different for every installation.
  const tag = `tag:${new URL(address).hostname},2026:framewatch`;
  const title = ['Framewatch alerts', name, settings.synthetic ? '(synthetic)' : null];
  return renderAtom(
    {
      id: rule === undefined ? `${tag}/alerts` : `${tag}/alert-rules/${rule}`,
      entriesId: `${tag}/alerts`,
      title: title.filter((part) => part !== null).join(' '),
      selfUrl: `${address}/api/alerts.atom${rule === undefined ? '' : `?rule=${rule}`}`,
      dashboardUrl: `${address}/alerts`,
      createdAt: startedAt,
      timeZone: settings.timezone,
    },
    page.items.map((alert) =>
      messageOf(alert, {
        seeds: alert.beat === null ? undefined : seeds.get(alert.beat),
        published: published.get(alert.articleId ?? '') ?? null,
        address,
      }),
    ),
  );
}

/** Its name after a middle dot; null where no rule is asked for. */
async function nameOfRule({ store }: ApiContext, rule: string | undefined): Promise<string | null> {
  if (rule === undefined) return null;
  const found = (await readAlerts(store)).rules.find(({ id }) => id === rule);
  if (!found) throw notFound(`alerts.yaml has no rule "${rule}".`);
  return `· ${found.name}`;
}

function messageOf(
  alert: Alert,
  { seeds, published, address }: { seeds: BeatSeeds | undefined; published: Date | null; address: string },
): AlertMessage {
  const nameOf = (id: string) => seeds?.labels.find((label) => label.id === id)?.name['en'] ?? id;
  const newest = alert.updates.latest
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return {
    alertId: alert.id,
    deliveryKey: alert.id,
    ruleId: alert.ruleId,
    ruleName: alert.ruleName,
    beat: seeds?.name['en'] ?? alert.beat,
    title: alert.title,
    url: alert.url,
    outlet: alert.outlet,
    published,
    raisedAt: new Date(alert.raisedAt),
    reason: alert.why,
    why: alert.quotes.map(({ text, labelId }) => ({ text, labels: [nameOf(labelId)] })),
    dashboardUrl: alert.articleId === null ? `${address}/alerts` : `${address}/articles/${alert.articleId}`,
    unsubscribeUrl: null,
    updates: alert.updates,
    ...(newest === undefined ? {} : { updatedAt: new Date(newest) }),
    synthetic: alert.synthetic,
  };
}
