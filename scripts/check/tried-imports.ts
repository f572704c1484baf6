/** The importing file, the specifier in its import, and the file that the specifier resolves to. */
export interface TriedImport {
  from: string;
  specifier: string;
  to: string;
}

const shared = 'cloudfunctions/shared';
/** Imports that the named wall must refuse. */
export const badImports: (TriedImport & { wall: string })[] = [
  {
    from: `${shared}/contract/a.ts`,
    specifier: '../domain/b',
    to: `${shared}/domain/b.ts`,
    wall: 'contract-imports-zod-only',
  },
  {
    from: `${shared}/domain/c.ts`,
    specifier: '../adapters/d',
    to: `${shared}/adapters/d.ts`,
    wall: 'domain-imports-contract-only',
  },
  {
    from: `${shared}/kernel/e.ts`,
    specifier: '../domain/b',
    to: `${shared}/domain/b.ts`,
    wall: 'kernel-imports-contract-only',
  },
  {
    from: `${shared}/adapters/f.ts`,
    specifier: '../kernel/g',
    to: `${shared}/kernel/g.ts`,
    wall: 'adapters-take-types-and-sdks',
  },
  {
    from: 'cloudfunctions/posts/bm.ts',
    specifier: '../shared/kernel/call-error',
    to: `${shared}/kernel/call-error.ts`,
    wall: 'only-the-kernel-makes-call-errors',
  },
  {
    from: 'local/seed/bn.ts',
    specifier: '../../cloudfunctions/shared/adapters/bo',
    to: `${shared}/adapters/bo.ts`,
    wall: 'the-seed-takes-contract-and-domain',
  },
  {
    from: `${shared}/domain/bp.ts`,
    specifier: '../testing/bq',
    to: `${shared}/testing/bq.ts`,
    wall: 'only-tests-and-bench-import-test-builders',
  },
  {
    from: 'cloudfunctions/posts/h.ts',
    specifier: '../search/i',
    to: 'cloudfunctions/search/i.ts',
    wall: 'a-function-imports-no-other-function',
  },
  {
    from: 'cloudfunctions/posts/j.ts',
    specifier: '../../local/seed/k',
    to: 'local/seed/k.ts',
    wall: 'functions-stay-in-the-cloud',
  },
  {
    from: 'cloudfunctions/posts/l.ts',
    specifier: '../../miniprogram/presenters/m',
    to: 'miniprogram/presenters/m.ts',
    wall: 'functions-stay-in-the-cloud',
  },
  {
    from: 'miniprogram/facts/n.ts',
    specifier: '../model/o',
    to: 'miniprogram/model/o.ts',
    wall: 'facts-import-facts-only',
  },
  {
    from: 'miniprogram/pages/home/p.ts',
    specifier: '../../../cloudfunctions/shared/contract/q',
    to: `${shared}/contract/q.ts`,
    wall: 'miniprogram-imports-itself',
  },
  {
    from: 'miniprogram/presenters/r.ts',
    specifier: '../services/s',
    to: 'miniprogram/services/s.ts',
    wall: 'miniprogram-presenters-import-downwards',
  },
  {
    from: 'miniprogram/services/t.ts',
    specifier: '../components/card/u',
    to: 'miniprogram/components/card/u.ts',
    wall: 'miniprogram-services-import-downwards',
  },
  {
    from: 'miniprogram/components/card/v.ts',
    specifier: '../../pages/home/w',
    to: 'miniprogram/pages/home/w.ts',
    wall: 'miniprogram-components-import-downwards',
  },
  {
    from: 'miniprogram/services/x.ts',
    specifier: '../packages/trust/services/y',
    to: 'miniprogram/packages/trust/services/y.ts',
    wall: 'miniprogram-main-package-imports-no-subpackage',
  },
  {
    from: 'miniprogram/model/am.ts',
    specifier: '../presenters/an',
    to: 'miniprogram/presenters/an.ts',
    wall: 'miniprogram-model-import-downwards',
  },
  {
    from: 'miniprogram/behaviors/ao.ts',
    specifier: '../pages/home/w',
    to: 'miniprogram/pages/home/w.ts',
    wall: 'miniprogram-behaviors-import-downwards',
  },
  {
    from: 'miniprogram/packages/trust/presenters/ap.ts',
    specifier: '../../../services/s',
    to: 'miniprogram/services/s.ts',
    wall: 'miniprogram-presenters-import-downwards',
  },
  {
    from: 'miniprogram/packages/trust/pages/verify/aq.ts',
    specifier: '../../../../pages/home/w',
    to: 'miniprogram/pages/home/w.ts',
    wall: 'miniprogram-pages-import-no-other-page',
  },
  {
    from: 'miniprogram/packages/guide/services/ar.ts',
    specifier: '../../trust/services/y',
    to: 'miniprogram/packages/trust/services/y.ts',
    wall: 'miniprogram-subpackage-imports-no-other-subpackage',
  },
  {
    from: 'local/start/z.ts',
    specifier: '../../cloudfunctions/shared/domain/b',
    to: `${shared}/domain/b.ts`,
    wall: 'local-imports-nothing-of-the-product',
  },
  {
    from: 'packages/sqlite-document-database/src/values/aa.ts',
    specifier: '../../../../local/seed/k',
    to: 'local/seed/k.ts',
    wall: 'packages-know-no-product',
  },
  {
    from: 'packages/sqlite-document-database/src/read/ab.ts',
    specifier: 'cloudbase-local',
    to: 'packages/cloudbase-local/src/index.ts',
    wall: 'the-database-imports-no-other-package',
  },
  {
    from: 'packages/miniprogram-preview/src/server/ac.ts',
    specifier: 'sqlite-document-database',
    to: 'packages/sqlite-document-database/src/index.ts',
    wall: 'the-preview-imports-no-other-package',
  },
  {
    from: 'packages/cloudbase-local/src/client/ad.ts',
    specifier: '../../../sqlite-document-database/src/read/ae',
    to: 'packages/sqlite-document-database/src/read/ae.ts',
    wall: 'a-package-enters-another-by-its-public-entry',
  },
  {
    from: 'local/start/af.ts',
    specifier: '../../packages/cloudbase-local/src/client/ag',
    to: 'packages/cloudbase-local/src/client/ag.ts',
    wall: 'packages-are-entered-by-their-public-entries',
  },
  {
    from: 'packages/sqlite-document-database/src/values/ah.ts',
    specifier: '../read/ae',
    to: 'packages/sqlite-document-database/src/read/ae.ts',
    wall: 'sqlite-document-database-values-imports-downwards',
  },
  {
    from: 'packages/cloudbase-local/src/functions/ai.ts',
    specifier: '../cli/aj',
    to: 'packages/cloudbase-local/src/cli/aj.ts',
    wall: 'cloudbase-local-gateway-imports-downwards',
  },
  {
    from: 'packages/miniprogram-preview/src/runtime/ak.ts',
    specifier: '../server/al',
    to: 'packages/miniprogram-preview/src/server/al.ts',
    wall: 'miniprogram-preview-runtime-imports-downwards',
  },
  {
    from: 'scripts/am.ts',
    specifier: '../tests/an',
    to: 'tests/an.ts',
    wall: 'nothing-imports-tests-or-bench',
  },
];

/** Imports that every wall must allow; they prove that the walls refuse no more than they should. */
export const goodImports: TriedImport[] = [
  { from: `${shared}/domain/ba.ts`, specifier: '../contract/bb', to: `${shared}/contract/bb.ts` },
  { from: `${shared}/domain/bc.ts`, specifier: '@facts/bd', to: 'miniprogram/facts/bd.ts' },
  { from: 'cloudfunctions/posts/be.ts', specifier: '../shared/adapters/d', to: `${shared}/adapters/d.ts` },
  { from: 'miniprogram/pages/home/bf.ts', specifier: '../../services/s', to: 'miniprogram/services/s.ts' },
  { from: 'miniprogram/services/bg.ts', specifier: '../presenters/m', to: 'miniprogram/presenters/m.ts' },
  {
    from: 'packages/cloudbase-local/src/client/bh.ts',
    specifier: 'sqlite-document-database',
    to: 'packages/sqlite-document-database/src/index.ts',
  },
  { from: 'local/start/bi.ts', specifier: 'cloudbase-local', to: 'packages/cloudbase-local/src/index.ts' },
  { from: 'tests/bj.ts', specifier: '../local/seed/k', to: 'local/seed/k.ts' },
];
