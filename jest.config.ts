import type { Config } from 'jest';

type Project = Exclude<NonNullable<Config['projects']>[number], string>;

const project = (displayName: string, testMatch: string[]): Project => ({
  displayName,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/packages/[^/]+/dist/'],
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          isolatedModules: true,
          module: 'CommonJS',
          moduleResolution: 'Node10',
          target: 'ES2022',
          allowJs: true,
          esModuleInterop: true,
          resolveJsonModule: true,
        },
      },
    ],
  },
  // Packages that ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(glass-easel[^/]*|qr)/)'],
  moduleNameMapper: {
    '^@campaign$': '<rootDir>/campaigns/fever/campaign.json',
    '^@facts/(.*)$': '<rootDir>/miniprogram/facts/$1',
    '^sqlite-document-database$': '<rootDir>/packages/sqlite-document-database/src/index.ts',
    '^sqlite-document-database/testing$': '<rootDir>/packages/sqlite-document-database/test/testing.ts',
    '^cloudbase-local$': '<rootDir>/packages/cloudbase-local/src/index.ts',
    '^miniprogram-preview$': '<rootDir>/packages/miniprogram-preview/src/index.ts',
    '^miniprogram-preview/testing$': '<rootDir>/packages/miniprogram-preview/test/browser.ts',
  },
});

const config: Config = {
  projects: [
    project('unit', [
      '<rootDir>/{cloudfunctions,campaigns,local,miniprogram,scripts,bench}/**/*.test.ts',
      '<rootDir>/packages/*/src/**/*.test.ts',
      '<rootDir>/packages/*/test/{crash,fuzz}/*.test.ts',
      '<rootDir>/packages/*/bench/**/*.test.ts',
    ]),
    project('conformance', ['<rootDir>/packages/cloudbase-local/test/conformance/**/*.test.ts']),
    {
      ...project('integration', ['<rootDir>/tests/integration/**/*.test.ts']),
      globalSetup: '<rootDir>/tests/integration/build-once.ts',
    },
    {
      ...project('components', ['<rootDir>/tests/components/**/*.test.ts']),
      globalSetup: '<rootDir>/tests/components/setup.ts',
    },
    project('journeys', ['<rootDir>/{tests,packages/*/test}/journeys/**/*.test.ts']),
  ],
  testTimeout: 60_000,
};
export default config;
