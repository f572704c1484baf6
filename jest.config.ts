import type { Config } from 'jest';

const project = (displayName: string, testMatch: string[]): NonNullable<Config['projects']>[number] => ({
  displayName,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
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
  transformIgnorePatterns: ['/node_modules/(?!(chokidar|readdirp|glass-easel[^/]*)/)'],
  moduleNameMapper: {
    '^@campaign$': '<rootDir>/campaigns/fever/campaign.json',
    '^@facts/(.*)$': '<rootDir>/miniprogram/facts/$1',
  },
});

const config: Config = {
  projects: [
    project('unit', ['<rootDir>/{cloudfunctions,campaigns,local,miniprogram,scripts,bench}/**/*.test.ts']),
    project('conformance', ['<rootDir>/tests/conformance/**/*.test.ts']),
    project('whole', ['<rootDir>/tests/whole/**/*.test.ts']),
    project('journeys', ['<rootDir>/tests/journeys/**/*.test.ts']),
  ],
  testTimeout: 60_000,
};
export default config;
