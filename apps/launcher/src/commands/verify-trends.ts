import type { Environment } from '@framewatch/config';
import { createStore, openDatabase, type TrendDifference } from '@framewatch/store';
import { runningDatabaseUrl } from '../database/running-database.ts';

const MOST_NAMED = 20;

/** Derives every chart fact anew, and every packed day from its facts: any difference is a defect, and is named. */
export async function verifyTrends(environment: Environment, say: (line: string) => void): Promise<void> {
  const url = await runningDatabaseUrl(environment);
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
