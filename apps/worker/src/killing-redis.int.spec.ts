import { describeKilling } from './testing/killing-suite.ts';
import { onRedis } from './testing/on-redis.ts';

onRedis('kill -9', describeKilling);
