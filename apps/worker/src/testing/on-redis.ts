import { startTestRedis, type TestRedis, testRedisProgram } from '@framewatch/testing';
import { afterAll, describe, it } from '@jest/globals';

const WHY = 'needs Redis: name its program in FRAMEWATCH_TEST_REDIS';

/** Runs a suite with a Redis of its own, or says in one line why it is left out. */
export function onRedis(
  what: string,
  suite: (queue: string, open: () => Promise<{ redisUrl: string }>) => void,
): void {
  const program = testRedisProgram();
  if (program === undefined) {
    process.stderr.write(`Left out: ${what} on Redis (${WHY}).\n`);
    describe.skip(`${what} on Redis (${WHY})`, () => {
      it('runs where there is one', () => {});
    });
    return;
  }
  let redis: TestRedis | undefined;
  suite('Redis', async () => {
    redis = await startTestRedis(program);
    return { redisUrl: redis.url };
  });
  afterAll(() => redis?.stop());
}
