import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';

/** A page that is to be read without haste. */
export interface PageToRead {
  canonicalKey: string;
  url: string;
  outletId: string;
  /** The address where no headline is known. */
  title: string;
  feedText: string | null;
  statedAt: string | null;
  offsetMinutes: number | null;
  countedAt: string;
  dateIsStated: boolean;
}

export interface WaitingPageRepository {
  /** Remembers pages of a load that are not known yet; gives how many those are. */
  add(loadId: string, pages: readonly PageToRead[]): Promise<number>;
  /**
   * Hosts of waiting pages, in no order, of which none is on its way and no feed is due. A page that is to be tried
   * again later is not on its way.
   */
  findIdleHosts(now: Date, limit: number): Promise<string[]>;
  /** Makes the host's first waiting page an article that is to be read, and gives its id; null where none waits. */
  handOut(host: string, now: Date): Promise<string | null>;
  /** What is left of a load: waiting, on their way, and what became of the others. */
  progress(
    loadId: string,
  ): Promise<{ waiting: number; underWay: number; read: number; discarded: number; hosts: number }>;
}

export function waitingPageRepository({ sql }: Database): WaitingPageRepository {
  return {
    add: (loadId, pages) => sql.transaction().execute((trx) => insertWaitingPages(trx, loadId, pages)),

    async findIdleHosts(now, limit) {
      const { rows } = await raw<{ host: string }>`
        with recursive
        -- From host to host along the index: the list may be long, and the hosts are few.
        waiting as (
          (select host from waiting_page order by host limit 1)
          union all
          select (select w.host from waiting_page w where w.host > waiting.host order by w.host limit 1)
          from waiting where waiting.host is not null),
        busy as (
          select regexp_replace(lower(split_part(url, '/', 3)), '^www\\.|:(80|443)$', '', 'g') as host
          from article where fate = 'found' and origin_id is not null and attempts = 0
          union select host from feed where in_config and paused_reason is null and next_check_at <= ${now})
        select host from waiting where host is not null and host not in (select host from busy)
        order by random() limit ${limit}`.execute(sql);
      return rows.map(({ host }) => host);
    },

    handOut: (host, now) =>
      sql.transaction().execute(async (trx) => {
        const page = await trx
          .deleteFrom('waiting_page')
          .where('id', '=', (q) =>
            q
              .selectFrom('waiting_page')
              .select('id')
              .where('host', '=', host)
              .orderBy('id')
              .limit(1)
              .forUpdate()
              .skipLocked(),
          )
          .returningAll()
          .executeTakeFirst();
        if (!page) return null;
        const load = await trx
          .selectFrom('load')
          .select(['kind', 'name', 'started_at'])
          .where('id', '=', page.load_id)
          .executeTakeFirstOrThrow();
        const origin = await trx
          .insertInto('origin')
          .values({ load_id: page.load_id, kind: load.kind, name: load.name, at: load.started_at })
          .onConflict((c) => c.columns(['load_id', 'kind', 'name', 'at']).doUpdateSet({ name: load.name }))
          .returning('id')
          .executeTakeFirstOrThrow();
        const made = await trx
          .insertInto('article')
          .values({
            canonical_key: page.canonical_key,
            url: page.url,
            outlet_id: page.outlet_id,
            title: page.title,
            stated_at: page.stated_at,
            offset_minutes: page.offset_minutes,
            counted_at: page.counted_at,
            date_is_stated: page.date_is_stated,
            first_seen_at: now,
            feed_text: page.feed_text,
            is_news: false,
            origin_id: origin.id,
            touched_at: now,
          })
          .onConflict((c) => c.column('canonical_key').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!made) return null;
        await raw`
          insert into load_outlet (load_id, outlet_id, articles, first_at, last_at)
          values (${page.load_id}, ${page.outlet_id}, 1, ${page.counted_at}, ${page.counted_at})
          on conflict (load_id, outlet_id) do update set articles = load_outlet.articles + 1,
            first_at = least(load_outlet.first_at, excluded.first_at), last_at = greatest(load_outlet.last_at, excluded.last_at)`.execute(
          trx,
        );
        return made.id;
      }),

    async progress(loadId) {
      const { rows } = await raw<Record<'waiting' | 'under_way' | 'read' | 'discarded' | 'hosts', string>>`
        select (select count(*) from waiting_page where load_id = ${loadId}) as waiting,
          (select count(distinct host) from waiting_page where load_id = ${loadId}) as hosts,
          count(*) filter (where a.fate = 'found') as under_way,
          count(*) filter (where a.fate not in ('found', 'discarded', 'quarantined')) as read,
          count(*) filter (where a.fate in ('discarded', 'quarantined')) as discarded
        from article a join origin o on o.id = a.origin_id where o.load_id = ${loadId}`.execute(sql);
      const [row] = rows;
      return {
        waiting: Number(row?.waiting ?? 0),
        underWay: Number(row?.under_way ?? 0),
        read: Number(row?.read ?? 0),
        discarded: Number(row?.discarded ?? 0),
        hosts: Number(row?.hosts ?? 0),
      };
    },
  };
}

/** Pages that are neither stored nor waiting; gives how many those are. */
export async function insertWaitingPages(
  trx: Database['sql'],
  loadId: string,
  pages: readonly PageToRead[],
): Promise<number> {
  if (pages.length === 0) return 0;
  const rows = pages.map((page) => ({ ...page, host: hostOf(page.url) }));
  const { rows: made } = await raw<{ id: string }>`
    insert into waiting_page (canonical_key, load_id, host, url, outlet_id, title, feed_text, stated_at, offset_minutes,
      counted_at, date_is_stated)
    select r."canonicalKey", ${loadId}, r.host, r.url, r."outletId", r.title, r."feedText", r."statedAt", r."offsetMinutes",
      r."countedAt", r."dateIsStated"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("canonicalKey" text, host text, url text, "outletId" bigint,
      title text, "feedText" text, "statedAt" timestamptz, "offsetMinutes" integer, "countedAt" timestamptz, "dateIsStated" boolean)
    where not exists (select 1 from article a where a.canonical_key = r."canonicalKey")
    on conflict (canonical_key) do nothing returning id`.execute(trx);
  return made.length;
}

/** As the gates of hosts are keyed. */
const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');
