import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // An index over a million articles takes a minute with this, and many without.
  "set local maintenance_work_mem = '512MB'",
  // Words stand in narrow rows of their own, the vector itself out of line: to say which articles hold a word, a search
  // then reads a twentieth of the pages, and never a vector.
  `create table article_words (
    article_id bigint primary key references article on delete cascade, words tsvector not null)
    with (toast_tuple_target = 128)`,
  `insert into article_words (article_id, words) select id, search from article where search is not null order by id`,
  'create index article_words_found on article_words using gin (words)',
  'drop index article_search',
  'alter table article drop column search',

  // Which articles the facts of a packed day are of, so that lists read the same days as charts.
  "alter table trend_sheet add column articles bytea not null default ''",
  'alter table trend_sheet alter articles set storage external',
  `create or replace function fold_trend_days(of_model bigint, days integer[]) returns integer language plpgsql as $$
  declare
    folded integer;
  begin
    perform pg_advisory_xact_lock(hashtext('framewatch.trend_sheets'));
    with taken as (delete from trend_touch where model_id = of_model and day = any(days) returning day),
    wanted as materialized (select distinct day from taken),
    fact as materialized (
      select w.day, f.article_id, f.outlet_id, coalesce(f.story_id, -f.article_id)::integer as story, f.language,
        f.relevant, f.unclear, f.in_framing, sorted_labels(f.topics) as topics, sorted_labels(f.frames) as frames,
        floor(extract(epoch from f.counted_at - trend_day_start(w.day)) * 1000)::integer as ms
      from wanted w join trend_fact f on f.model_id = of_model
        and f.counted_at >= trend_day_start(w.day) and f.counted_at < trend_day_start(w.day + 1)),
    needed as materialized (select distinct language, relevant, unclear, in_framing, topics, frames from fact),
    made as (
      insert into trend_class (language, relevant, unclear, in_framing, topics, frames)
      select * from needed except select language, relevant, unclear, in_framing, topics, frames from trend_class
      returning *),
    class as (select * from trend_class union all select * from made),
    sheet as (
      select day, count(*)::integer as facts,
        string_agg(int4send(ms), ''::bytea order by ms, article_id) as ats,
        string_agg(int4send(story), ''::bytea order by ms, article_id) as stories,
        string_agg(int4send(outlet_id::integer), ''::bytea order by ms, article_id) as outlets,
        string_agg(int4send(class.id), ''::bytea order by ms, article_id) as classes,
        string_agg(int4send(article_id::integer), ''::bytea order by ms, article_id) as articles
      from fact join class using (language, relevant, unclear, in_framing, topics, frames) group by day),
    gone as (
      delete from trend_sheet s using wanted w where s.model_id = of_model and s.day = w.day
        and not exists (select 1 from fact where fact.day = w.day)),
    written as (
      insert into trend_sheet (model_id, day, version, facts, ats, stories, outlets, classes, articles)
      select of_model, day, nextval('trend_sheet_version'), facts, ats, stories, outlets, classes, articles
      from sheet
      on conflict (model_id, day) do update set version = excluded.version, facts = excluded.facts, ats = excluded.ats,
        stories = excluded.stories, outlets = excluded.outlets, classes = excluded.classes, articles = excluded.articles)
    select count(*) into folded from wanted;
    return folded;
  end $$`,
  'insert into trend_touch (model_id, day) select model_id, day from trend_sheet',
  `do $$
  declare
    part record;
  begin
    for part in select model_id, array_agg(distinct day) as days from trend_touch group by model_id, day / 30 loop
      perform fold_trend_days(part.model_id, part.days);
    end loop;
  end $$`,

  // What the status line asks for.
  'create index article_by_first_seen on article (first_seen_at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
