import base from './jest.base.mjs';

/** The whole product: real processes, a real press on loopback, a real browser. */
export default {
  ...base,
  roots: ['<rootDir>/apps'],
  testMatch: ['**/src/**/*.e2e.spec.ts'],
  testPathIgnorePatterns: ['/dist/'],
  testTimeout: 300_000,
};
