import { describeKilling } from './testing/killing-suite.ts';

describeKilling('PostgreSQL', () => Promise.resolve({}));
