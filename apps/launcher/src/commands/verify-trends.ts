import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Environment } from '@framewatch/config';
import { createStore, openDatabase } from '@framewatch/store';

const MOST_NAMED = 20;

/** Derives every chart fact anew and compares: any difference is a defect, named by article and model. */
export async function verifyTrends(environment: Environment, say: (line: string) => void): Promise<void> {
  const url = environment.databaseUrl ?? (await embeddedUrl(environment));
  const store = createStore(openDatabase(url, { max: 2 }));
  try {
    const differences = await store.trends.verify();
    for (const { articleId, modelId } of differences.slice(0, MOST_NAMED))
      say(`article ${articleId}, model ${modelId} differs`);
    say(`${differences.length} differences`);
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    await store.database.close();
  }
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
