import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { loadAllSeeds, loadGold, loadSeeds } from './load-seeds.ts';

const ROOT = fileURLToPath(new URL('../../../seeds', import.meta.url));
const BEAT = join(ROOT, 'us-japan-alliance');

async function shipped() {
  const result = await loadSeeds(BEAT);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.seeds;
}

describe('the shipped beats', () => {
  it('load without problems', async () => {
    const beats = await loadAllSeeds(ROOT);
    expect(beats.map(({ folder }) => folder)).toContain('us-japan-alliance');
    expect(beats.filter(({ result }) => 'problems' in result)).toEqual([]);
  });

  it('hold ten topics, ten frames and five briefs', async () => {
    const seeds = await shipped();
    const count = (kind: string) => seeds.labels.filter((label) => label.kind === kind).length;
    expect([count('topic'), count('frame'), seeds.briefs.length]).toEqual([10, 10, 5]);
  });

  it('carry enough cues and model passages for every label in both languages', async () => {
    const seeds = await shipped();
    const thin = seeds.labels.filter(
      ({ cues, exemplars }) =>
        (cues.en ?? []).length < 40 ||
        (cues.ja ?? []).length < 25 ||
        !['en', 'ja'].every((language) => exemplars.some((exemplar) => exemplar.language === language)),
    );
    expect(thin.map(({ id }) => id)).toEqual([]);
  });

  it('map every frame to the Policy Frames Codebook', async () => {
    const seeds = await shipped();
    const unmapped = seeds.labels.filter(({ kind, codebook }) => kind === 'frame' && codebook === undefined);
    expect(unmapped).toEqual([]);
  });
});

describe('the shipped gold set', () => {
  it('loads, and shows every label and near misses in both languages', async () => {
    const gold = await loadGold(BEAT);
    if ('problems' in gold) throw new Error(JSON.stringify(gold.problems, null, 1));
    const seeds = await shipped();
    for (const language of ['en', 'ja']) {
      const articles = gold.articles.filter((article) => article.language === language);
      const shown = new Set(articles.flatMap((article) => [...article.topics, ...article.frames]));
      expect(seeds.labels.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
      expect(articles.filter(({ relevant }) => !relevant).length).toBeGreaterThanOrEqual(10);
    }
  });

  it('shares no passage with the seeds', async () => {
    const gold = await loadGold(BEAT);
    if ('problems' in gold) throw new Error('see above');
    const seeds = await shipped();
    const seedText = JSON.stringify(seeds);
    const shared = gold.articles
      .flatMap(({ sentences }) => sentences)
      .filter(({ text }) => seedText.includes(text));
    expect(shared).toEqual([]);
  });
});

describe('loadSeeds', () => {
  it('reports a folder that is not there', async () => {
    expect(await loadSeeds(join(ROOT, 'no-such-beat'))).toMatchObject({
      problems: [{ line: 0 }, ...Array(3).fill({})],
    });
  });

  it('reports a file in another encoding together with the mistakes of other files', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'beat-'));
    try {
      await mkdir(join(dir, 'frames'));
      await writeFile(join(dir, 'beat.yaml'), Uint8Array.of(0x69, 0x64, 0x3a, 0x20, 0x96, 0xbc));
      await writeFile(join(dir, 'frames/who_pays.yaml'), '\tid: who_pays');
      const result = await loadSeeds(dir);
      const found = 'problems' in result ? result.problems.map(({ file, line }) => `${file}:${line}`) : [];
      expect(found).toEqual(expect.arrayContaining(['beat.yaml:1', 'frames/who_pays.yaml:1']));
    } finally {
      await rm(dir, { recursive: true });
    }
  });
});
