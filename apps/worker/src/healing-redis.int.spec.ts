import { describeHealing } from './testing/healing-suite.ts';
import { onRedis } from './testing/on-redis.ts';

onRedis('requeue-stuck', describeHealing);
