import { onRedis } from './testing/on-redis.ts';
import { describePipeline } from './testing/pipeline-suite.ts';

onRedis('the pipeline', describePipeline);
