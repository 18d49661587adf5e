import { describePipeline } from './testing/pipeline-suite.ts';

describePipeline('PostgreSQL', () => Promise.resolve({}));
