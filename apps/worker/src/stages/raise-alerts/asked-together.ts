import type { NewAlert, PlanOf } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import { together } from '../../runtime/together.ts';

/**
 * A context in which many articles may be looked at side by side: what is asked of one article at a time is asked of
 * all in one query, and their alerts are raised in one transaction. The stage is written for one article, and stays so.
 */
export function askedTogether(context: StageContext): StageContext {
  const { store, now } = context;
  const { burst } = store;
  const findForMeasuring = together(async (ids: readonly string[]) => {
    const found = await burst.findForMeasuring(ids);
    return ids.map((id) => found.get(id) ?? []);
  });
  const findForAlert = together(async (asked: readonly { articleId: string; classificationId: string }[]) => {
    const found = await burst.findForAlert(asked);
    return asked.map(({ classificationId }) => found.get(classificationId) ?? null);
  });
  const findInForce = together(async (asked: readonly { id: string; beatId: string }[]) => {
    const found = await burst.findCorrections(asked.map(({ id }) => id));
    return asked.map(({ id, beatId }) => (found.get(id) ?? []).filter((one) => one.beatId === beatId));
  });
  const raise = together(async (asked: readonly { alert: NewAlert; planOf: PlanOf | undefined }[]) =>
    store.alerts.raiseMany(
      asked.map(({ alert }) => alert),
      now(),
      asked[0]?.planOf,
    ),
  );
  const publish = together(async (events: readonly Parameters<typeof store.events.publish>[0][]) => {
    await store.events.publishMany(events);
    return events;
  });
  return {
    ...context,
    store: {
      ...store,
      articles: {
        ...store.articles,
        findById: together(async (ids) => {
          const found = await burst.findArticles(ids);
          return ids.map((id) => found.get(id) ?? null);
        }),
      },
      classifications: {
        ...store.classifications,
        findForMeasuring,
        wasAlerted: together(async (ids) => {
          const alerted = await burst.findAlerted(ids);
          return ids.map((id) => alerted.has(id));
        }),
        markAlerted: together(async (ids: readonly string[]) => {
          await burst.markAlerted(ids, now());
          return ids.map(() => undefined);
        }),
      },
      articleLists: {
        ...store.articleLists,
        findForAlert: (articleId, classificationId) => findForAlert({ articleId, classificationId }),
        findLabels: allTogether((ids) => store.articleLists.findLabels(ids)),
        findEvidence: allTogether((ids) => store.articleLists.findEvidence(ids)),
      },
      corrections: { ...store.corrections, findInForce: (id, beatId) => findInForce({ id, beatId }) },
      alerts: {
        ...store.alerts,
        raiseMany: (alerts, _, planOf) => Promise.all(alerts.map((alert) => raise({ alert, planOf }))),
      },
      events: {
        ...store.events,
        publishMany: async (events) => {
          await Promise.all(events.map((event) => publish(event)));
        },
      },
    },
  };
}

/** The same for what is asked with lists of ids. */
function allTogether<Found>(ask: (ids: string[]) => Promise<Map<string, Found>>) {
  const one = together(async (lists: readonly string[][]) => {
    const found = await ask(lists.flat());
    return lists.map(() => found);
  });
  return one;
}
