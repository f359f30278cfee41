const swc = [
  '@swc/jest',
  {
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, tsx: true },
      transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
    },
  },
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/bench/'],
  modulePathIgnorePatterns: ['/dist/'],
  transform: { '\\.[mc]?[jt]sx?$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(jose|graphql-jit|uuid|@opentelemetry)/)'],
  moduleNameMapper: {
    '^@township-graph/shared/(demo|testing)/(.*)$': '<rootDir>/shared/$1/$2',
    '^@township-graph/(shared|gateway|commands)/(.*)$': '<rootDir>/$1/src/$2',
    '^@township-graph/(directory|matters|enforcement|secondment|assessment)/(.*)$': '<rootDir>/subgraphs/$1/src/$2',
  },
  globalSetup: '<rootDir>/shared/testing/global-setup.ts',
  globalTeardown: '<rootDir>/shared/testing/global-teardown.ts',
  setupFiles: ['reflect-metadata', '<rootDir>/test/graphql-as-in-production.js'],
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/longest-first.js',
  maxWorkers: 2,
  // What a worker keeps of the files before makes its collections long.
  workerIdleMemoryLimit: '600MB',
};
