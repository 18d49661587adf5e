import type { ArchivedArticle, ArchivedFeed, ArchivedOutlet } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import { type ArticleToWrite, lineOf } from './archives/article-line.ts';
import { whatCameWith } from './archives/what-came-with.ts';

/** What is exported; left out means all. */
export interface ExportQuery {
  /** Only articles that are relevant to it, as the model in force and the editors say. */
  beat?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
}

export interface ExportRepository {
  count(query: ExportQuery): Promise<number>;
  findOutlets(): Promise<ArchivedOutlet[]>;
  findFeeds(): Promise<(ArchivedFeed & { group: string; country: string; inConfig: boolean })[]>;
  /**
   * Articles as an archive holds them, by the instant at which they count and then by address, some at a time: the
   * same rows give the same lines, whatever their ids. One snapshot of the database, in bounded memory.
   */
  streamArticles(query: ExportQuery): AsyncGenerator<{ line: ArchivedArticle; canonicalKey: string }[]>;
}

const AT_ONCE = 200;

export function exportRepository({ sql, pool }: Database): ExportRepository {
  return {
    async count(query) {
      const { rows } = await raw<{ n: string }>`select count(*) as n from article a ${wanted(query)}`.execute(
        sql,
      );
      return Number(rows[0]?.n ?? 0);
    },

    async findOutlets() {
      const rows = await sql.selectFrom('outlet').selectAll().orderBy(raw`name collate "C"`).execute();
      return rows.map(({ name, country, outlet_group, language }) => ({
        framewatch: 'outlet',
        name,
        country,
        group: outlet_group as ArchivedOutlet['group'],
        language,
      }));
    },

    async findFeeds() {
      const { rows } = await raw<{
        url: string;
        outlet: string;
        language: string;
        title: string | null;
        outlet_group: string;
        country: string;
        in_config: boolean;
      }>`
        select f.url, o.name as outlet, f.language, f.title, o.outlet_group, o.country, f.in_config
        from feed f join outlet o on o.id = f.outlet_id order by f.url collate "C"`.execute(sql);
      return rows.map(({ outlet_group, in_config, ...row }) => ({
        framewatch: 'feed',
        ...row,
        group: outlet_group,
        inConfig: in_config,
      }));
    },

    async *streamArticles(query) {
      const session = await pool.connect();
      try {
        await session.query('begin transaction isolation level repeatable read read only');
        const { sql: text, parameters } = raw`
          declare wanted no scroll cursor for select a.id from article a ${wanted(query)}
          order by date_trunc('milliseconds', a.counted_at), a.canonical_key collate "C"`.compile(sql);
        await session.query(inlined(text, parameters));
        const ask = async <Row>(statement: string, values: unknown[]): Promise<Row[]> =>
          (await session.query(statement, values)).rows as Row[];
        for (;;) {
          const ids = (await ask<{ id: string }>(`fetch ${AT_ONCE} from wanted`, [])).map(({ id }) => id);
          if (ids.length === 0) break;
          const articles = await ask<ArticleToWrite>(ARTICLES, [ids]);
          const other = await whatCameWith(ask, ids);
          const byId = new Map(articles.map((article) => [article.id, article]));
          yield ids.flatMap((id) => {
            const article = byId.get(id);
            return article === undefined
              ? []
              : [{ line: lineOf(article, other), canonicalKey: article.canonical_key }];
          });
        }
      } finally {
        // Reads alone: nothing is lost with the session, and its cursor goes with it.
        session.release(true);
      }
    },
  };
}

const ARTICLES = `
  select a.*, o.name as outlet_name, w.kind as origin_kind, w.name as origin_name, w.at as origin_at
  from article a join outlet o on o.id = a.outlet_id left join origin w on w.id = a.origin_id
  where a.id = any($1::bigint[])`;

function wanted({ beat, since, until }: ExportQuery) {
  const parts = [
    raw`true`,
    ...(since ? [raw`a.counted_at >= ${since}`] : []),
    ...(until ? [raw`a.counted_at < ${until}`] : []),
    ...(beat === undefined
      ? []
      : [
          raw`exists (select 1 from trend_fact f join model m on m.id = f.model_id and m.status = 'active'
            where f.article_id = a.id and f.beat_id = ${beat} and f.relevant)`,
        ]),
  ];
  return raw`where ${raw.join(parts, raw` and `)}`;
}

/** A cursor's query takes no parameters: they are written into it, quoted. */
function inlined(text: string, parameters: readonly unknown[]): string {
  return text.replace(/\$(\d+)/g, (_all, n: string) => {
    const value = parameters[Number(n) - 1];
    const words = value instanceof Date ? value.toISOString() : String(value);
    return `'${words.replaceAll("'", "''")}'`;
  });
}
