import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Environment } from '@framewatch/config';
import { createStore, openDatabase, type TrendDifference } from '@framewatch/store';

const MOST_NAMED = 20;

/** Derives every chart fact anew, and every packed day from its facts: any difference is a defect, and is named. */
export async function verifyTrends(environment: Environment, say: (line: string) => void): Promise<void> {
  const url = environment.databaseUrl ?? (await embeddedUrl(environment));
  const store = createStore(openDatabase(url, { max: 2 }));
  try {
    const differences = await store.trends.verify();
    for (const difference of differences.slice(0, MOST_NAMED)) say(nameOf(difference));
    say(`${differences.length} differences`);
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    await store.database.close();
  }
}

function nameOf(difference: TrendDifference): string {
  return difference.kind === 'fact'
    ? `article ${difference.articleId}, model ${difference.modelId} differs`
    : `the packed day ${difference.day}, model ${difference.modelId} differs: ${difference.what}`;
}

async function embeddedUrl({ dataFolder }: Environment): Promise<string> {
  const file = join(resolve(dataFolder), 'database-url');
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => {
      throw new Error('No Framewatch runs on this data folder: start it first, or give DATABASE_URL.');
    },
  );
}
