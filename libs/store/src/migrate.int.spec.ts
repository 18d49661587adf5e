import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '@framewatch/testing';
import { openDatabase } from './database.ts';
import { assertSchemaIsCurrent, migrate, migrator } from './migrate.ts';
import { createStore } from './store.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

async function onEmptyDatabase(
  test: (url: string, database: ReturnType<typeof openDatabase>) => Promise<void>,
): Promise<void> {
  const url = await postgres.createDatabase();
  const database = openDatabase(url);
  try {
    await test(url, database);
  } finally {
    await database.close();
  }
}

/** Rows as the tenth step left them: two classified articles, one corrected, one alerted of. */
const STORED_EARLIER = [
  "insert into outlet (name, country, outlet_group, language) values ('Harbor Wire', 'US', 'wire', 'en')",
  "insert into feed (url, current_url, outlet_id, language) values ('https://a.example', 'https://a.example', 1, 'en')",
  "insert into story (title, first_at, last_at) values ('Bases', '2026-05-12T12:00Z', '2026-05-12T13:00Z')",
  `insert into article (canonical_key, url, outlet_id, title, text, language, text_source, counted_at, date_is_stated,
      first_seen_at, fate, is_news, story_id, grouped_at, search)
    select n::text, 'https://a.example/' || n, 1, 'Bases ' || n, 'Who pays for the bases', 'en', 'page',
      timestamptz '2026-05-12T12:00Z' + n * interval '1 hour', true, '2026-05-12T13:00Z', 'classified', true, 1, now(),
      to_tsvector('simple', case n when 1 then 'bases' else 'summit' end)
    from generate_series(1, 2) n`,
  "insert into model (beat_id, version, seed_hash, seeds, background, status) values ('alliance', 'v1', 'h', '{}', '{}', 'active')",
  `insert into classification (article_id, revision, beat_id, model_id, language, covered, relevance_score,
      relevance_decision, relevance, briefs)
    select n, 1, 'alliance', 1, 'en', true, 0.9, 'yes', '{}', '[]' from generate_series(1, 2) n`,
  `insert into label (classification_id, kind, label_id, score, decision)
    values (1, 'frame', 'burden_sharing', 0.9, 'yes'), (2, 'frame', 'burden_sharing', 0.4, 'unclear')`,
  "insert into correction (article_id, beat_id, kind, label_id, decision) values (2, 'alliance', 'frame', 'burden_sharing', 'yes')",
  `insert into trend_fact (article_id, model_id, beat_id, counted_at, outlet_id, story_id, language, relevant, unclear,
      in_framing, topics, frames, revision)
    select id, 1, 'alliance', counted_at, 1, 1, 'en', true, false, true, '{}', '{burden_sharing}', 1 from article`,
  `insert into alert (rule_id, rule_name, occurrence_key, on_kind, beat_id, title, article_id, why)
    values ('new-articles', 'New articles', 'article-1', 'new-article', 'alliance', 'Bases 1', 1, 'Relevant')`,
  `insert into delivery (alert_id, channel_id, state, sent_at) values (1, 'in-app', 'sent', now()), (1, 'desk', 'waiting', null)`,
];

describe('migrate', () => {
  it('makes the schema once, and does nothing the second time', () =>
    onEmptyDatabase(async (_url, database) => {
      expect(await migrate(database)).not.toEqual([]);
      expect(await migrate(database)).toEqual([]);
      await expect(assertSchemaIsCurrent(database)).resolves.toBeUndefined();
    }));

  it('takes along what an installation of an earlier version has stored', () =>
    onEmptyDatabase(async (_url, database) => {
      const { error } = await migrator(database).migrateTo('0010-keep-what-a-page-says-of-itself');
      expect(error).toBeUndefined();
      for (const statement of STORED_EARLIER) await database.pool.query(statement);
      await migrate(database);
      const store = createStore(database);
      expect(await store.trends.verify()).toEqual([]);
      const counted = await database.pool.query('select sum(facts)::int as facts from trend_sheet');
      expect(counted.rows).toEqual([{ facts: 2 }]);
      const found = await database.pool.query(
        "select article_id from article_words where words @@ to_tsquery('simple', 'bases')",
      );
      expect(found.rows).toEqual([{ article_id: '1' }]);
      // What was not sent then is due now.
      const waiting = await database.pool.query(
        'select channel_id, state, rule_id, held_by from delivery order by id',
      );
      expect(waiting.rows).toEqual([
        { channel_id: 'in-app', state: 'sent', rule_id: 'new-articles', held_by: null },
        { channel_id: 'desk', state: 'waiting', rule_id: 'new-articles', held_by: null },
      ]);
      expect(await store.corrections.findInForce('2', 'alliance')).toEqual([
        { kind: 'frame', labelId: 'burden_sharing', decision: 'yes' },
      ]);
    }));

  it('runs each step once where several programs start at the same time', () =>
    onEmptyDatabase(async (url) => {
      const others = Array.from({ length: 4 }, () => openDatabase(url));
      const ran = await Promise.all(others.map(migrate));
      await Promise.all(others.map((other) => other.close()));
      expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    }));

  it('is refused by programs where a step is missing, with what to do', () =>
    onEmptyDatabase(async (_url, database) => {
      await expect(assertSchemaIsCurrent(database)).rejects.toThrow(/lacks "0001.*run the migrate step/);
    }));

  it('is refused by older programs, to run and to migrate, with what to do', () =>
    onEmptyDatabase(async (_url, database) => {
      await migrate(database);
      await database.pool.query(
        "insert into kysely_migration (name, timestamp) values ('0099-from-the-future', now()::text)",
      );
      const refusal = /newer than this program \(it has "0099-from-the-future"\): start a newer Framewatch/;
      await expect(assertSchemaIsCurrent(database)).rejects.toThrow(refusal);
      await expect(migrate(database)).rejects.toThrow(refusal);
    }));
});
