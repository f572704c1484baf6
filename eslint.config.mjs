import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '**/dist/',
      'data/',
      'coverage/',
      '**/miniprogram_npm/',
      // Sources that are wrong on purpose.
      '**/test/fixtures/gallery/pages/failing/',
      '**/*.d.ts',
      '**/*.cjs',
      '**/*.mjs',
      '**/*.js',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: [] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      '@typescript-eslint/method-signature-style': ['error', 'method'],
      '@typescript-eslint/dot-notation': 'error',
      // One convention for constants. A schema and its type share a name, so PascalCase stays.
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'variable', format: ['camelCase', 'PascalCase'], leadingUnderscore: 'allow' },
        // A name of somebody else's wire format stays theirs.
        { selector: 'variable', modifiers: ['destructured'], format: null },
        { selector: 'function', format: ['camelCase', 'PascalCase'] },
      ],
    },
  },
  {
    // Settings are read in kernel/settings.ts, where a missing one is reported by its name.
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/shared/{kernel,adapters}/**'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env' }],
    },
  },
  {
    files: ['**/*.ts'],
    // Tables: generated data, and lists with a line for each of many names.
    ignores: [
      'miniprogram/data/bundled-campaign.ts',
      'miniprogram/data/bundled-campaign.ts',
      'miniprogram/facts/characters/pinyin-table.ts',
      'miniprogram/facts/regions/packed-regions.ts',
      'miniprogram/packages/guide/data/guide-data.ts',
      'miniprogram/packages/english/**',
      'packages/miniprogram-preview/src/runtime/api/refused.ts',
    ],
    rules: { 'max-lines': ['error', 300] },
  },
  {
    files: ['**/*.ts'],
    ignores: [
      // A describe block is as long as its tests.
      '**/*.test.ts',
      // Tables of operators and stages that fast-check wants in one function.
      'packages/sqlite-document-database/test/arbitrary/arbitrary-{expressions,stages}.ts',
      // The list of every call, in the order in which each works.
      'bench/plans/steps.ts',
    ],
    rules: { 'max-lines-per-function': ['error', 100] },
  },
  {
    // DevTools knows no path aliases; the compiler does, because the contract's types come along.
    files: ['miniprogram/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['@facts/*', '@campaign'] }] },
  },
);
