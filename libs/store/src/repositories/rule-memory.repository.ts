import type { AlertUpdate } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import { storyOccurrence } from './alerts/story-occurrence.ts';

/** An outlet on a topic (null: the beat), of which a rule wants to know the first article. */
export interface FirstOf {
  ruleId: string;
  outletId: string;
  topic: string | null;
  countedAt: Date;
  /** Two articles published less far apart are one occurrence; null: there is only one for ever. */
  withinMs: number | null;
}

/** What alert rules remember beside their alerts. */
export interface RuleMemoryRepository {
  /**
   * Folds an article into the alert that the rule has raised of its story, also of one that was merged into it or that it
   * was split from. Gives the alert's id, or null where there is none, or the article is in it already.
   */
  foldIn(update: { ruleId: string; storyId: string; articleId: string }, at: Date): Promise<string | null>;
  /** Later articles of each alert: how many, and the newest of them. Alerts without any are left out. */
  findUpdates(
    alertIds: readonly string[],
    newest: number,
  ): Promise<Map<string, { count: number; latest: AlertUpdate[] }>>;
  /** The key of the occurrence that an article is the first of: its own, or that of another which came at the same time. */
  firstOccurrence(first: FirstOf): Promise<string>;
  /** Since when the rule has had these conditions; now, where they are new or have changed. */
  knownSince(ruleId: string, conditions: string, now: Date): Promise<Date>;
}

export function ruleMemoryRepository({ sql }: Database): RuleMemoryRepository {
  return {
    foldIn: ({ ruleId, storyId, articleId }, at) =>
      sql.transaction().execute(async (trx) => {
        const key = await storyOccurrence(trx, ruleId, storyId);
        const { rows } = await raw<{ alert_id: string }>`
          insert into alert_update (alert_id, article_id, at)
          select id, ${articleId}, ${at} from alert
          where rule_id = ${ruleId} and occurrence_key = ${key} and article_id is distinct from ${articleId}::bigint
          on conflict (alert_id, article_id) do nothing returning alert_id`.execute(trx);
        return rows[0]?.alert_id ?? null;
      }),

    async findUpdates(alertIds, newest) {
      if (alertIds.length === 0) return new Map();
      const { rows } = await raw<{
        alert_id: string;
        n: string;
        id: string;
        title: string;
        outlet: string;
        url: string;
        at: Date;
      }>`
        select u.alert_id, u.n, a.id, a.title, o.name as outlet, a.url, u.at
        from (select alert_id, article_id, at, id, count(*) over (partition by alert_id) as n,
            row_number() over (partition by alert_id order by id desc) as place
          from alert_update where alert_id = any(${alertIds}::bigint[])) u
        join article a on a.id = u.article_id join outlet o on o.id = a.outlet_id
        where u.place <= ${newest} order by u.id desc`.execute(sql);
      const found = new Map<string, { count: number; latest: AlertUpdate[] }>();
      for (const { alert_id, n, id, title, outlet, url, at } of rows) {
        const of = found.get(alert_id) ?? { count: Number(n), latest: [] };
        of.latest.push({ articleId: id, title, outlet, url, at: at.toISOString() });
        found.set(alert_id, of);
      }
      return found;
    },

    firstOccurrence: ({ ruleId, outletId, topic, countedAt, withinMs }) =>
      sql.transaction().execute(async (trx) => {
        const about = `first-${outletId}-${topic ?? ''}`;
        await raw`select pg_advisory_xact_lock(hashtext(${`framewatch.first ${ruleId} ${about}`}))`.execute(
          trx,
        );
        const within =
          withinMs === null ? raw`interval '100 years'` : raw`make_interval(secs => ${withinMs / 1000})`;
        const { rows } = await raw<{ counted_at: Date }>`
          select counted_at from alert_first
          where rule_id = ${ruleId} and outlet_id = ${outletId} and topic = ${topic ?? ''}
            and counted_at > ${countedAt}::timestamptz - ${within} and counted_at < ${countedAt}::timestamptz + ${within}
          order by id limit 1`.execute(trx);
        if (rows[0] === undefined)
          await raw`insert into alert_first (rule_id, outlet_id, topic, counted_at)
            values (${ruleId}, ${outletId}, ${topic ?? ''}, ${countedAt})`.execute(trx);
        return `${about}@${(rows[0]?.counted_at ?? countedAt).toISOString()}`;
      }),

    async knownSince(ruleId, conditions, now) {
      const { rows } = await raw<{ since: Date }>`
        insert into alert_rule_state as s (rule_id, conditions, since) values (${ruleId}, ${conditions}, ${now})
        on conflict (rule_id) do update set conditions = excluded.conditions,
          since = case when s.conditions = excluded.conditions then s.since else excluded.since end
        returning since`.execute(sql);
      return rows[0]?.since ?? now;
    },
  };
}
