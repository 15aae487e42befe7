const swc = {
  '^.+\\.tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' } }],
};
// The formula engine is published as an ES module only.
const engine = { '/node_modules/@ironcalc/.+\\.js$': swc['^.+\\.tsx?$'] };
const base = { transform: { ...swc, ...engine }, transformIgnorePatterns: ['/node_modules/(?!@ironcalc/)'], testPathIgnorePatterns: ['/node_modules/', '/dist/'], modulePathIgnorePatterns: ['<rootDir>/dist/'] };

export default {
  // A test that hangs must end, and none may fail because the machine is busy: speed is for the benchmark.
  testTimeout: 120_000,
  projects: [
    { ...base, displayName: 'unit', testEnvironment: 'node', setupFiles: ['<rootDir>/test/taskpane/fewerRules.ts'], testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'], testPathIgnorePatterns: [...base.testPathIgnorePatterns, '/test/browser/', '/test/office/'] },
    { ...base, displayName: 'browser', testEnvironment: 'node', globalSetup: '<rootDir>/test/browser/prepare.ts', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
    { ...base, displayName: 'office', testEnvironment: 'node', testMatch: ['<rootDir>/test/office/**/*.test.ts'] },
  ],
};
