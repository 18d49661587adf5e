import base from '../../jest.base.mjs';

export default {
  ...base,
  displayName: 'dashboard',
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/jest.setup.mjs'],
  moduleNameMapper: { '\\.css$': '<rootDir>/jest.styles.mjs' },
  testEnvironmentOptions: { customExportConditions: ['@framewatch/source', 'browser'] },
};
