import base from './jest.base.mjs';

/** Specs with real PostgreSQL, Redis, files and loopback servers. */
export default {
  ...base,
  roots: ['<rootDir>/libs', '<rootDir>/apps'],
  testMatch: ['**/src/**/*.int.spec.ts'],
  testPathIgnorePatterns: ['/dist/'],
  testTimeout: 120_000,
};
