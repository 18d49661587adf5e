import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BEAT, FEEDS, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const inConfig = (name: string) => join(api.configFolder, name);
const save = async (path: string, text: string) => {
  // As editors save: a new file in the place of the old one.
  await writeFile(`${path}~`, text);
  await rename(`${path}~`, path);
};
const feeds = async () => (await api.get('/api/feeds')).json;
const outlets = async () => (await feeds()).feeds.map(({ outlet }) => outlet).sort();
const problems = async () => (await api.get('/api/status')).json.problems;

describe('feeds.yaml', () => {
  it('is in force once it is read, with the line of each entry', async () => {
    expect(await outlets()).toEqual(['=Lantern, Daily', 'Harbor Wire', 'Kawa Shimbun', 'Kawa Shimbun']);
    expect((await feeds()).feeds.map(({ line }) => line).sort()).toEqual([2, 3, 4, 5]);
  });

  it('goes live when it is saved, and a bad entry is left out alone', async () => {
    const added = `${FEEDS}  - { url: "http://reed.example/rss", outlet: Reed Institute, country: GB, language: en, group: think-tank }\n`;
    await save(
      inConfig('feeds.yaml'),
      `${added}  - { url: "ftp://bad.example", outlet: Bad, country: US, language: en, group: wire }\n`,
    );
    await waitFor('the new feed', async () => (await outlets()).includes('Reed Institute'));
    const { problems: found } = await feeds();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: 'config/feeds.yaml', line: 7 });
    expect(await outlets()).toHaveLength(5);
  });

  it('keeps the last good feeds where it cannot be read, and says so', async () => {
    await save(inConfig('feeds.yaml'), 'feeds: [ { url: "http');
    await waitFor('the syntax mistake', async () => (await feeds()).problems.some(({ line }) => line === 1));
    expect(await outlets()).toHaveLength(5);
    await rm(inConfig('feeds.yaml'));
    await waitFor(
      'the missing file',
      async () => (await feeds()).problems[0]?.message === 'The file is missing.',
    );
    expect(await outlets()).toHaveLength(5);
    await save(inConfig('feeds.yaml'), FEEDS);
    await waitFor('good feeds', async () => (await feeds()).problems.length === 0);
    expect(await outlets()).toHaveLength(4);
  });
});

describe('framewatch.yaml and alerts.yaml', () => {
  it('keep the last good settings while there is a mistake in them', async () => {
    expect((await api.get('/api/status')).json.defaultTimezone).toBe('Asia/Tokyo');
    await save(inConfig('framewatch.yaml'), 'timezone: Asia/Kyoto\nsynthetic: true\n');
    await waitFor('a problem', async () => (await problems()).length > 0);
    expect((await api.get('/api/status')).json).toMatchObject({
      defaultTimezone: 'Asia/Tokyo',
      synthetic: false,
    });
    await save(inConfig('framewatch.yaml'), 'timezone: Asia/Seoul\nsynthetic: true\n');
    await waitFor('no problem', async () => (await problems()).length === 0);
    expect((await api.get('/api/status')).json).toMatchObject({
      defaultTimezone: 'Asia/Seoul',
      synthetic: true,
    });
  });

  it('bring a rule into force, in words', async () => {
    const rule = `rules:\n  - { id: news, name: News, on: new-article, beat: ${BEAT}, frames: [burden_sharing], channels: [in-app] }\n`;
    await save(inConfig('alerts.yaml'), rule);
    await waitFor('the rule', async () => (await api.get('/api/alert-rules')).json.rules.length === 1);
    expect((await api.get('/api/alert-rules')).json.rules[0]?.when).toMatch(
      /^A new article is relevant framed as \S/,
    );
  });
});

describe('seeds', () => {
  const beats = async () => (await api.get('/api/beats')).json;

  it('with a mistake keep the last good model, and name file, line and remedy', async () => {
    const path = join(api.seedsFolder, BEAT, 'beat.yaml');
    const good = await readFile(path, 'utf8');
    const model = (await beats())[0]?.model;
    await save(path, good.replace('languages: [', 'langages: ['));
    await waitFor('a problem', async () => (await problems()).length > 0);
    const [problem] = await problems();
    expect(problem?.file).toBe(`seeds/${BEAT}/beat.yaml`);
    expect(problem?.line).toBeGreaterThan(1);
    expect(problem?.remedy).not.toBe('');
    expect((await beats())[0]?.model).toEqual(model);
    await save(path, good);
    await waitFor('no problem', async () => (await problems()).length === 0);
    expect((await beats())[0]?.model).toEqual(model);
  });

  it('that changed bring a new model, which is prepared while the old one is in force', async () => {
    const path = join(api.seedsFolder, BEAT, 'beat.yaml');
    const good = await readFile(path, 'utf8');
    const model = (await beats())[0]?.model;
    await save(path, good.replace('en: The US-Japan alliance', 'en: The alliance'));
    const preparing = await waitFor('the new model', async () => (await beats())[0]?.preparing);
    expect(preparing.version).not.toBe(model?.version);
    expect((await beats())[0]).toMatchObject({ name: { en: 'The US-Japan alliance' }, model });
    await save(path, good);
  });
});

describe('several processes', () => {
  it('keep the files one at a time, and the next one takes over', async () => {
    const second = await api.another();
    const third = await api.another();
    const keepers = async () => {
      const { rows } = await api.store.database.pool.query(
        "select count(distinct pid)::int as n from pg_locks where locktype = 'advisory' and granted",
      );
      return rows[0].n as number;
    };
    expect(await keepers()).toBe(1);
    await second.close();
    await api.store.database.pool.query(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted",
    );
    await waitFor('another keeper', async () => (await keepers()) === 1);
    await save(inConfig('feeds.yaml'), FEEDS.replace('Harbor Wire', 'Harbour Wire'));
    await waitFor('the new name', async () => (await outlets()).includes('Harbour Wire'));
    await third.close();
  });
});
