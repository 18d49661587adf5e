import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '@framewatch/config';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluateCommand } from '../commands/evaluate.ts';

const environment = {
  ...readEnvironment({}),
  seedsFolder: fileURLToPath(new URL('../../../../seeds', import.meta.url)),
};
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluate-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(lines: unknown[]): Promise<{ said: string; html: string; json: Record<string, unknown> }> {
  const file = join(folder, 'mine.jsonl');
  await writeFile(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  const said: string[] = [];
  await evaluateCommand(environment, (line) => said.push(line), [
    ...['--beat', 'us-japan-alliance', '--file', file, '--into', folder],
  ]);
  const path = join(folder, 'evaluation-us-japan-alliance');
  return {
    said: said.join('\n'),
    html: await readFile(`${path}.html`, 'utf8'),
    json: JSON.parse(await readFile(`${path}.json`, 'utf8')) as Record<string, unknown>,
  };
}

const PAY = {
  id: 'pay <1>',
  title: 'Tokyo and Washington sign cost-sharing accord',
  text: 'Japan and the United States signed a Special Measures Agreement on Friday. Tokyo will pay more of the cost of hosting U.S. troops in Japan. The allies said host-nation support would rise to 211 billion yen a year.',
  language: 'en',
  relevant: true,
  frames: ['burden_sharing'],
};
const SPORT = { title: 'Rain stops play', text: 'The match was called off in Leeds.', relevant: false };

describe('evaluate', () => {
  it('measures articles of one’s own and shows errors with their sentences, in a file that needs no other', async () => {
    const missed = { ...PAY, id: 'b', relevant: false, frames: [] };
    const { said, html, json } = await run([PAY, SPORT, missed]);
    expect(said).toMatch(/On labelled articles/);
    expect(json).toMatchObject({ synthetic: false, beat: 'us-japan-alliance' });
    expect(json.errors).toContainEqual(
      expect.objectContaining({ kind: 'relevance', text: 'b', actual: false, decision: 'yes' }),
    );
    expect(html).toContain('Tokyo will pay more of the cost');
    expect(html).not.toContain('<1>');
    expect(html).not.toMatch(/<script|<link|src=|url\(|https?:/);
  });

  it('names file and line of every mistake in them', async () => {
    await expect(run([PAY, { ...SPORT, frames: ['burden_shering'] }, '{'])).rejects.toThrow(
      /mine\.jsonl, line 2: .*\n.*mine\.jsonl, line 3: /,
    );
  });

  it('says what is possible where beat, file or option is wrong', async () => {
    const tell = () => undefined;
    await expect(evaluateCommand(environment, tell, ['--bete', 'x'])).rejects.toThrow(/Usage: npm run/);
    await expect(evaluateCommand(environment, tell, ['--file', 'no-such.jsonl'])).rejects.toThrow(
      /no-such\.jsonl: The file cannot be opened/,
    );
    await expect(evaluateCommand(environment, tell, ['--beat', 'no-such'])).rejects.toThrow(/seeds cannot/);
  });
});
