/**
 * Which room may import which (docs/architecture.md draws the same table).
 * A room is a folder; everything not allowed here is refused.
 */
const shared = '^cloudfunctions/shared/';
/** What both sides of the wire must agree on; functions import it as `@facts/…`. */
const facts = '^miniprogram/facts/';
const notTest = '\\.test\\.ts$';
const publicEntry = '^packages/[^/]+/(src/(index|runtime/extension)|test/(testing|browser))\\.ts$';

/**
 * The floors of one package's `src/`, from the bottom: a file imports its own floor and those below it.
 * Each name is a folder, or a file without `.ts`.
 */
const floors = (package_, ...levels) => {
  const paths = (names) => `^packages/${package_}/src/(${names.join('|')})(/|\\.ts$)`;
  return levels.slice(0, -1).map((names, level) => ({
    name: `${package_}-${names[0]}-imports-downwards`,
    severity: 'error',
    from: { path: paths(names), pathNot: [notTest, '/src/index\\.ts$'] },
    to: { path: paths(levels.slice(level + 1).flat()) },
  }));
};
const packageFloors = [
  ...floors(
    'sqlite-document-database',
    ['platform-error', 'limits', 'refusals', 'collection-spec'],
    ['values'],
    ['storage', 'index', 'geo'],
    ['query', 'update', 'aggregate', 'plan', 'read', 'write', 'transaction', 'engine'],
    ['actions', 'watch', 'bulk-load', 'unfinished-loads', 'explain'],
    ['database'],
  ),
  ...floors(
    'cloudbase-local',
    ['environment', 'http', 'legacy-sdk', 'platform-limits'],
    ['gateway', 'client', 'functions', 'storage', 'realtime', 'open-api', 'cloud-api'],
    ['wechat', 'cloud'],
    ['server'],
    ['cli'],
  ),
  ...floors(
    'miniprogram-preview',
    ['package-files'],
    ['runtime', 'places'],
    ['compiler'],
    ['server'],
    ['preview'],
    ['cli'],
  ),
];

/** Layers of the mini-program from the top: each may import those below it. A subpackage has the same layers. */
const miniprogramLayers = ['pages', 'behaviors', 'components', 'services', 'presenters', 'model'];
const miniprogramLayer = (...layers) => [
  `^miniprogram/(${layers.join('|')})/`,
  `^miniprogram/packages/[^/]+/(${layers.join('|')})/`,
];
const miniprogramWalls = [
  ...miniprogramLayers.slice(1).map((layer, index) => ({
    name: `miniprogram-${layer}-import-downwards`,
    severity: 'error',
    from: { path: miniprogramLayer(layer) },
    to: { path: miniprogramLayer(...miniprogramLayers.slice(0, index + 1)) },
  })),
  {
    name: 'miniprogram-pages-import-no-other-page',
    severity: 'error',
    from: { path: '^miniprogram/.*pages/([^/]+)/' },
    to: { path: miniprogramLayer('pages'), pathNot: '/pages/$1/' },
  },
  {
    name: 'miniprogram-main-package-imports-no-subpackage',
    severity: 'error',
    from: { path: '^miniprogram/(?!packages/)' },
    to: { path: '^miniprogram/packages/' },
  },
  {
    name: 'miniprogram-subpackage-imports-no-other-subpackage',
    severity: 'error',
    from: { path: '^miniprogram/packages/([^/]+)/' },
    to: { path: '^miniprogram/packages/', pathNot: '^miniprogram/packages/$1/' },
  },
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'contract-imports-zod-only',
      severity: 'error',
      from: { path: `${shared}contract/`, pathNot: notTest },
      to: { pathNot: [`${shared}contract/`, facts, 'node_modules/zod/'] },
    },
    {
      name: 'domain-imports-contract-only',
      severity: 'error',
      from: { path: `${shared}domain/`, pathNot: notTest },
      to: { pathNot: [`${shared}(domain|contract)/`, facts] },
    },
    {
      name: 'kernel-imports-contract-only',
      severity: 'error',
      from: { path: `${shared}kernel/`, pathNot: notTest },
      to: {
        pathNot: [
          `${shared}(kernel|contract)/`,
          facts,
          'node_modules/zod/',
          '^node:',
          '^(crypto|util)$',
          '^campaigns/',
        ],
      },
    },
    {
      // A use case throws what its call's `refuse` makes, so that its type lists every code that it may throw.
      name: 'only-the-kernel-makes-call-errors',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: [notTest, `${shared}kernel/`] },
      to: { path: `${shared}kernel/call-error` },
    },
    {
      name: 'adapters-take-types-and-sdks',
      severity: 'error',
      from: { path: `${shared}adapters/`, pathNot: notTest },
      to: {
        path: [
          '^(miniprogram|local|packages|tests|bench|scripts)/',
          '^cloudfunctions/(?!shared/)',
          `${shared}kernel/`,
        ],
        pathNot: facts,
      },
    },
    {
      name: 'a-function-imports-no-other-function',
      severity: 'error',
      from: { path: '^cloudfunctions/(?!shared/)([^/]+)/' },
      to: { path: '^cloudfunctions/(?!shared/)', pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'functions-stay-in-the-cloud',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: notTest },
      to: { path: '^(miniprogram|local|packages|tests|bench|scripts)/', pathNot: facts },
    },
    {
      name: 'miniprogram-imports-itself',
      severity: 'error',
      from: { path: '^miniprogram/', pathNot: notTest },
      to: {
        path: '^(cloudfunctions|local|tests|bench|scripts|campaigns)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'miniprogram-types-from-contract-only',
      severity: 'error',
      from: { path: '^miniprogram/', pathNot: notTest },
      to: { path: '^cloudfunctions/', pathNot: `${shared}contract/` },
    },
    {
      name: 'the-seed-takes-contract-and-domain',
      severity: 'error',
      from: { path: '^local/seed/', pathNot: notTest },
      to: {
        path: ['^(miniprogram|tests|bench|scripts)/', `^cloudfunctions/(?!shared/(contract|domain)/)`],
        pathNot: facts,
      },
    },
    {
      name: 'only-tests-and-bench-import-test-builders',
      severity: 'error',
      from: { pathNot: [notTest, '^(tests|bench)/', `${shared}testing/`] },
      to: { path: `${shared}testing/` },
    },
    {
      name: 'local-imports-nothing-of-the-product',
      severity: 'error',
      from: { path: '^local/', pathNot: [notTest, '^local/seed/'] },
      to: {
        path: ['^(miniprogram|tests|bench|scripts)/', '^cloudfunctions/(?!shared/contract/)'],
        pathNot: facts,
      },
    },
    {
      name: 'facts-import-facts-only',
      severity: 'error',
      from: { path: facts, pathNot: notTest },
      to: { pathNot: facts },
    },
    ...miniprogramWalls,
    {
      name: 'packages-know-no-product',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(cloudfunctions|miniprogram|campaigns|local|tests|bench|scripts)/' },
    },
    {
      name: 'the-database-imports-no-other-package',
      severity: 'error',
      from: { path: '^packages/sqlite-document-database/' },
      to: { path: '^packages/(?!sqlite-document-database/)' },
    },
    {
      name: 'the-preview-imports-no-other-package',
      severity: 'error',
      from: { path: '^packages/miniprogram-preview/' },
      to: { path: '^packages/(?!miniprogram-preview/)' },
    },
    {
      name: 'packages-are-entered-by-their-public-entries',
      severity: 'error',
      from: { pathNot: '^(packages|bench)/' },
      to: { path: '^packages/', pathNot: publicEntry },
    },
    {
      name: 'a-package-enters-another-by-its-public-entry',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/(?!$1/)', pathNot: publicEntry },
    },
    {
      name: 'packages-import-no-test-of-theirs',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: notTest },
      to: { path: '^packages/[^/]+/(test|bench)/' },
    },
    ...packageFloors,
    {
      name: 'nothing-imports-tests-or-bench',
      severity: 'error',
      from: { pathNot: '^(tests|bench)/' },
      to: { path: '^(tests|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|miniprogram_npm)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
