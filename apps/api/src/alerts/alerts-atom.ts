import { type AlertMessage, renderAtom } from '@framewatch/alert-channels';
import type { Alert, BeatSeeds } from '@framewatch/contracts';
import type { ApiContext } from '../runtime/api-context.ts';
import { readSettings } from '../runtime/settings.ts';
import { listAlerts } from './alert-view.ts';

const NEWEST = 100;

/** The newest alerts as an Atom feed. `origin` is where the feed was asked for, unless the settings name an address. */
export async function alertsAtom(context: ApiContext, origin: string): Promise<string> {
  const { store, beats, startedAt } = context;
  const [settings, page, live] = await Promise.all([
    readSettings(store),
    listAlerts(context, { limit: NEWEST }),
    beats.all(),
  ]);
  const address = (settings.publicAddress ?? origin).replace(/\/$/, '');
  const seeds = new Map(live.map(({ id, active, preparing }) => [id, (active ?? preparing)?.seeds]));
  return renderAtom(
    {
      // RFC 4151: the same at every port and over every scheme, and different for every installation.
      id: `tag:${new URL(address).hostname},2026:framewatch/alerts`,
      title: settings.synthetic ? 'Framewatch alerts (synthetic)' : 'Framewatch alerts',
      selfUrl: `${address}/api/alerts.atom`,
      dashboardUrl: `${address}/alerts`,
      createdAt: startedAt,
      timeZone: settings.timezone,
    },
    page.items.map((alert) =>
      messageOf(alert, alert.beat === null ? undefined : seeds.get(alert.beat), address),
    ),
  );
}

function messageOf(alert: Alert, seeds: BeatSeeds | undefined, address: string): AlertMessage {
  const nameOf = (id: string) => seeds?.labels.find((label) => label.id === id)?.name['en'] ?? id;
  return {
    alertId: alert.id,
    deliveryKey: alert.id,
    ruleId: alert.ruleId,
    ruleName: alert.ruleName,
    beat: seeds?.name['en'] ?? alert.beat,
    title: alert.title,
    url: alert.url,
    outlet: alert.outlet,
    published: null,
    raisedAt: new Date(alert.raisedAt),
    reason: alert.why,
    why: alert.quotes.map(({ text, labelId }) => ({ text, labels: [nameOf(labelId)] })),
    dashboardUrl: alert.articleId === null ? `${address}/alerts` : `${address}/articles/${alert.articleId}`,
    unsubscribeUrl: null,
    synthetic: alert.synthetic,
  };
}
