import { describeHealing } from './testing/healing-suite.ts';

describeHealing('PostgreSQL', () => Promise.resolve({}));
