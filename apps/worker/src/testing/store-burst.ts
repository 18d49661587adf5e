import { BEAT, type Newsroom } from './newsroom.ts';

/** Stores so many articles as they stand after classification: news, relevant, with a label, and no rule has looked at them. */
export async function storeBurst({ pool }: Newsroom, articles: number): Promise<void> {
  await pool.query(
    `insert into outlet (name, country, outlet_group, language) values ('Burst', 'US', 'wire', 'en') on conflict do nothing`,
  );
  await pool.query(
    `with made as (
       insert into article (canonical_key, url, outlet_id, title, text, language, counted_at, date_is_stated, first_seen_at,
         text_source, fate, is_news, read_at, grouped_at)
       select 'burst.example/' || n, 'https://burst.example/' || n, o.id, 'Burst ' || n,
         'Tokyo and Washington share the cost of the bases.', 'en', now(), true, now(), 'page', 'classified', true, now(), now()
       from generate_series(1, $1::int) n, outlet o where o.name = 'Burst' returning id),
     classified as (
       insert into classification (article_id, revision, beat_id, model_id, language, covered, relevance_score,
         relevance_decision, relevance, briefs, created_at)
       select made.id, 1, $2, model.id, 'en', true, 0.9, 'yes',
         '{"score":0.9,"decision":"yes","groups":[],"sentences":[]}', '[]', now() - interval '10 minutes'
       from made, model where model.status = 'active' and model.beat_id = $2 returning id)
     insert into label (classification_id, kind, label_id, score, decision)
     select id, 'frame', 'burden_sharing', 0.8, 'yes' from classified`,
    [articles, BEAT],
  );
  await pool.query('analyze');
}
