import { type Kysely, sql } from 'kysely';

/**
 * Charts read whole days packed into one row each. A change of a fact only adds a row to `trend_touch`, so that writers
 * never wait for each other; `fold_trend_days` packs touched days anew. A touched day counts from its facts until then.
 */
const STATEMENTS = [
  // What the facts of many articles have in common, named by a number.
  `create table trend_class (
    id integer generated always as identity primary key,
    language text not null, relevant boolean not null, unclear boolean not null, in_framing boolean not null,
    topics text[] not null, frames text[] not null,
    unique (language, relevant, unclear, in_framing, topics, frames))`,
  // A UTC day (counted from 1970-01-01) of one model: a big-endian integer for each fact in each column, in one order.
  `create table trend_sheet (
    model_id bigint not null references model on delete cascade, day integer not null, version bigint not null,
    facts integer not null,
    -- Milliseconds since the day began; the story's id, or the article's as a negative number where it has none.
    ats bytea not null, stories bytea not null, outlets bytea not null, classes bytea not null,
    primary key (model_id, day))`,
  'alter table trend_sheet alter ats set storage external, alter stories set storage external, alter outlets set storage external, alter classes set storage external',
  'create sequence trend_sheet_version',
  `create table trend_touch (
    id bigint generated always as identity primary key,
    model_id bigint not null, day integer not null, at timestamptz not null default now())`,
  'create index trend_touch_by_day on trend_touch (model_id, day)',

  `create function trend_day(at timestamptz) returns integer language sql immutable parallel safe
    return (at at time zone 'UTC')::date - date '1970-01-01'`,
  `create function trend_day_start(day integer) returns timestamptz language sql immutable parallel safe
    return timestamptz '1970-01-01 00:00:00+00' + day * interval '24 hours'`,
  `create function sorted_labels(labels text[]) returns text[] language sql immutable parallel safe
    return case when cardinality(labels) < 2 then labels else array(select unnest(labels) order by 1) end`,

  `create function touch_trend_days() returns trigger language plpgsql as $$
  begin
    if tg_op = 'TRUNCATE' then
      delete from trend_sheet;
      delete from trend_touch;
    elsif tg_op = 'INSERT' then
      insert into trend_touch (model_id, day) select distinct model_id, trend_day(counted_at) from young;
    elsif tg_op = 'DELETE' then
      insert into trend_touch (model_id, day) select distinct model_id, trend_day(counted_at) from old;
    else
      insert into trend_touch (model_id, day)
        select model_id, trend_day(counted_at) from old union select model_id, trend_day(counted_at) from young;
    end if;
    return null;
  end $$`,
  `create trigger trend_fact_inserted after insert on trend_fact referencing new table as young
    for each statement execute function touch_trend_days()`,
  `create trigger trend_fact_updated after update on trend_fact referencing old table as old new table as young
    for each statement execute function touch_trend_days()`,
  `create trigger trend_fact_deleted after delete on trend_fact referencing old table as old
    for each statement execute function touch_trend_days()`,
  `create trigger trend_fact_truncated after truncate on trend_fact
    for each statement execute function touch_trend_days()`,

  // One statement does it all and so sees one state: what is committed meanwhile leaves its own touch behind. The lock
  // comes first, so that this state is never older than what the one before has packed.
  `create function fold_trend_days(of_model bigint, days integer[]) returns integer language plpgsql as $$
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
        string_agg(int4send(class.id), ''::bytea order by ms, article_id) as classes
      from fact join class using (language, relevant, unclear, in_framing, topics, frames) group by day),
    gone as (
      delete from trend_sheet s using wanted w where s.model_id = of_model and s.day = w.day
        and not exists (select 1 from fact where fact.day = w.day)),
    written as (
      insert into trend_sheet (model_id, day, version, facts, ats, stories, outlets, classes)
      select of_model, day, nextval('trend_sheet_version'), facts, ats, stories, outlets, classes from sheet
      on conflict (model_id, day) do update set version = excluded.version, facts = excluded.facts, ats = excluded.ats,
        stories = excluded.stories, outlets = excluded.outlets, classes = excluded.classes)
    select count(*) into folded from wanted;
    return folded;
  end $$`,

  // What is stored already is packed now, a month at a time; nobody writes facts while this runs.
  `insert into trend_touch (model_id, day)
    select distinct f.model_id, trend_day(f.counted_at) from trend_fact f join model m on m.id = f.model_id
    where m.status <> 'retired'`,
  `do $$
  declare
    part record;
  begin
    for part in select model_id, array_agg(distinct day) as days from trend_touch group by model_id, day / 30 loop
      perform fold_trend_days(part.model_id, part.days);
    end loop;
  end $$`,
  // The first article of an outlet is looked up, not searched for.
  'create index trend_fact_by_outlet on trend_fact (model_id, outlet_id, counted_at) include (language)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
