import base from '../../jest.base.mjs';

export default {
  ...base,
  displayName: 'dashboard',
  // What is served as it stands, such as the service worker, is tested from dev/.
  testMatch: [...base.testMatch, '<rootDir>/dev/**/*.spec.ts'],
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/jest.setup.mjs'],
  moduleNameMapper: { '\\.css$': '<rootDir>/jest.styles.mjs' },
  testEnvironmentOptions: { customExportConditions: ['@framewatch/source', 'browser'] },
};
