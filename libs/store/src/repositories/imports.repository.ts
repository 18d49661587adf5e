import type { ArchivedFeed, ArchivedOutlet } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { ArticleToStore } from './archives/article-row.ts';
import { storeArticles } from './archives/store-articles.ts';
import type { PageToRead } from './waiting-pages.repository.ts';
import { insertWaitingPages } from './waiting-pages.repository.ts';

export type { ArticleToStore } from './archives/article-row.ts';

/** How many articles and pages of a batch were new. */
export interface MadeOfBatch {
  stored: number;
  waiting: number;
}

export interface SavedBatch extends MadeOfBatch {
  toGroup: string[];
}

/** What is written together: the rows, and how far the load is with them. */
export interface ImportBatch {
  load: { id: string; kind: 'import' | 'backfill'; name: string; startedAt: Date };
  articles: readonly ArticleToStore[];
  /** Articles without a text: their pages are read when their hosts have time. */
  pages: readonly PageToRead[];
  /** The load's position after this batch, made of how many of its articles and pages were new. */
  stateAfter: (made: MadeOfBatch) => unknown;
}

export interface KnownOutlet {
  id: string;
  name: string;
  language: string;
}

export interface ImportRepository {
  findOutlets(): Promise<KnownOutlet[]>;
  /** The outlet of each host that one outlet alone publishes from, told from feeds and articles. */
  findOutletsOfHosts(): Promise<Map<string, string>>;
  /** Those of the keys under which an article is stored or waits to be read. */
  findKnown(keys: readonly string[]): Promise<Set<string>>;
  /** Whose feed has this address, and on which host its newest articles are; null where no feed has it. */
  findSiteOfFeed(url: string): Promise<{ outletId: string; host: string | null } | null>;
  /** Makes an outlet, or gives the one that has the name. */
  addOutlet(outlet: Omit<ArchivedOutlet, 'framewatch'>): Promise<string>;
  /** Makes feeds known, so that articles can say where they were seen; nobody polls them. Gives all feeds' ids by address. */
  addFeeds(
    feeds: readonly ArchivedFeed[],
    outletIds: ReadonlyMap<string, string>,
  ): Promise<Map<string, string>>;
  /** Stores a batch and the load's new position in one transaction. `toGroup`: new articles whose text is there. */
  saveBatch(batch: ImportBatch, feeds: ReadonlyMap<string, string>, now: Date): Promise<SavedBatch>;
}

export function importRepository({ sql }: Database): ImportRepository {
  return {
    findOutlets: () => sql.selectFrom('outlet').select(['id', 'name', 'language']).execute(),

    async findOutletsOfHosts() {
      const { rows } = await raw<{ host: string; outlet_id: string }>`
        select host, min(outlet_id)::text as outlet_id from (
          select host, outlet_id from feed
          union select split_part(canonical_key, '/', 1), outlet_id from article) x
        group by host having count(*) = 1`.execute(sql);
      return new Map(rows.map(({ host, outlet_id }) => [host, outlet_id]));
    },

    async findKnown(keys) {
      const { rows } = await raw<{ canonical_key: string }>`
        select canonical_key from article where canonical_key = any(${keys}::text[])
        union select canonical_key from waiting_page where canonical_key = any(${keys}::text[])`.execute(sql);
      return new Set(rows.map(({ canonical_key }) => canonical_key));
    },

    async findSiteOfFeed(url) {
      const { rows } = await raw<{ outlet_id: string; host: string | null }>`
        select f.outlet_id, (select split_part(url, '/', 3) from (
            select a.url from article a where a.outlet_id = f.outlet_id order by a.counted_at desc limit 200) newest
          group by 1 order by count(*) desc limit 1) as host
        from feed f where f.url = ${url} or f.current_url = ${url} limit 1`.execute(sql);
      return rows[0] ? { outletId: rows[0].outlet_id, host: rows[0].host } : null;
    },

    async addOutlet({ name, country, group, language }) {
      const made = await sql
        .insertInto('outlet')
        .values({ name, country, outlet_group: group, language })
        .onConflict((c) => c.column('name').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (made) return made.id;
      const { id } = await sql
        .selectFrom('outlet')
        .select('id')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return id;
    },

    async addFeeds(feeds, outletIds) {
      for (const { url, outlet, language, title } of feeds) {
        const outletId = outletIds.get(outlet);
        if (outletId === undefined) continue;
        await sql
          .insertInto('feed')
          .values({ url, current_url: url, outlet_id: outletId, language, title, in_config: false })
          .onConflict((c) => c.column('url').doNothing())
          .execute();
      }
      const rows = await sql.selectFrom('feed').select(['id', 'url']).execute();
      return new Map(rows.map(({ id, url }) => [url, id]));
    },

    saveBatch: ({ load, articles, pages, stateAfter }, feeds, now) =>
      sql.transaction().execute(async (trx) => {
        const originOf = await origins(trx, load, articles);
        const ids = await storeArticles(trx, articles, originOf, { feeds }, now);
        const fresh = articles.filter(({ canonicalKey }) => ids.has(canonicalKey));
        await countOutlets(trx, load.id, fresh);
        const made = { stored: ids.size, waiting: await insertWaitingPages(trx, load.id, pages) };
        await trx
          .updateTable('load')
          .set({ state: JSON.stringify(stateAfter(made)) })
          .where('id', '=', load.id)
          .execute();
        const toGroup = fresh.flatMap(({ canonicalKey, line }) =>
          line.readAt === null || line.ended ? [] : [ids.get(canonicalKey) as string],
        );
        return { ...made, toGroup };
      }),
  };
}

/** The row of each way in which articles of the batch came, made where it is missing. */
async function origins(
  trx: Database['sql'],
  load: ImportBatch['load'],
  articles: readonly ArticleToStore[],
): Promise<(article: ArticleToStore) => string> {
  const at = load.startedAt.toISOString();
  const wayOf = ({ line, restored }: ArticleToStore) =>
    line.origin ??
    (restored ? { kind: 'feed' as const, name: '', at } : { kind: load.kind, name: load.name, at });
  const keyOf = ({ kind, name, at }: ReturnType<typeof wayOf>) => `${kind} ${Date.parse(at)} ${name}`;
  const ways = new Map(articles.map((article) => [keyOf(wayOf(article)), wayOf(article)]));
  const ids = new Map<string, string>();
  for (const [key, { kind, name, at }] of ways) {
    const { id } = await trx
      .insertInto('origin')
      .values({ load_id: load.id, kind, name, at })
      .onConflict((c) => c.columns(['load_id', 'kind', 'name', 'at']).doUpdateSet({ name }))
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(key, id);
  }
  return (article) => ids.get(keyOf(wayOf(article))) as string;
}

/** Adds what is new to what the load brought of each outlet. */
async function countOutlets(
  trx: Database['sql'],
  loadId: string,
  fresh: readonly ArticleToStore[],
): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map(({ outletId, line }) => ({ outlet_id: outletId, counted_at: line.countedAt }));
  await raw`
    insert into load_outlet (load_id, outlet_id, articles, first_at, last_at)
    select ${loadId}, r.outlet_id, count(*), min(r.counted_at), max(r.counted_at)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(outlet_id bigint, counted_at timestamptz)
    group by r.outlet_id
    on conflict (load_id, outlet_id) do update set articles = load_outlet.articles + excluded.articles,
      first_at = least(load_outlet.first_at, excluded.first_at), last_at = greatest(load_outlet.last_at, excluded.last_at)`.execute(
    trx,
  );
}
