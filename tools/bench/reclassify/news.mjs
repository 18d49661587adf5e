/** News that comes in while the archive is re-classified: handed to classify-article as the stage before it does. */
const { addNews } = await import(
  new URL('../../../apps/launcher/dist/testing/reclassification/archive.js', import.meta.url)
);

/** An article every so often, until stopped; `stop` waits until the model in force has measured all of them. */
export function startNews({ store, queues }, everyMs) {
  const { pool } = store.database;
  const ids = [];
  const timer = setInterval(() => void publish(), everyMs);
  const publish = async () => {
    const id = await addNews(store, ids.length, new Date());
    ids.push(id);
    await queues.add('classify-article', { articleId: id });
  };
  return {
    async stop() {
      clearInterval(timer);
      for (;;) {
        const { rows } = await pool.query(
          `select count(*)::int as n from article a where a.id = any($1) and not exists (
            select 1 from trend_fact f join model m on m.id = f.model_id and m.status = 'active' where f.article_id = a.id)`,
          [ids],
        );
        if (rows[0].n === 0) return;
        await new Promise((done) => setTimeout(done, 200));
      }
    },
    /** Seconds from being handed over to the classification by that model. */
    async latency(version) {
      const { rows } = await pool.query(
        `select extract(epoch from c.created_at - a.first_seen_at)::float as s from article a
         join classification c on c.article_id = a.id join model m on m.id = c.model_id
         where a.id = any($1) and m.version = $2 order by 1`,
        [ids, version],
      );
      const at = (share) => rows[Math.floor((rows.length - 1) * share)]?.s ?? Number.NaN;
      return { count: rows.length, median: at(0.5), slowest: at(1) };
    },
    /** Whether every one that the old model judged was judged by it before the new one did. */
    async isOrdered(first, second) {
      const { rows } = await pool.query(
        `select a.id, array_agg(m.version order by c.id) as versions from article a
         left join classification c on c.article_id = a.id left join model m on m.id = c.model_id
         where a.id = any($1) group by 1`,
        [ids],
      );
      const allowed = [`${first},${second}`, second];
      return rows.every(({ versions }) => allowed.includes(versions.join()));
    },
  };
}
