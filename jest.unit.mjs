/** All unit specs of all packages in one run. */
export default { projects: ['<rootDir>/libs/*', '<rootDir>/apps/*'] };
