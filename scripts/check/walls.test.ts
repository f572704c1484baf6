import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { badImports, goodImports, type TriedImport } from './tried-imports';

const root = join(__dirname, '../..');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** Runs the repository's room check on a temporary tree that holds nothing but these imports. */
function violationsOf(imports: TriedImport[]): Violation[] {
  const tree = mkdtempSync(join(tmpdir(), 'walls-'));
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json'])
      cpSync(join(root, file), join(tree, file));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    for (const { to } of imports) write(tree, to, 'export const value = 1;\n');
    for (const { from, specifier } of imports)
      write(tree, from, `import { value } from '${specifier}';\nexport const other = value;\n`);
    const rooms = [
      ...new Set(imports.flatMap(({ from, to }) => [from, to]).map((path) => path.split('/')[0] ?? '')),
    ];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        ...rooms,
      ],
      { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    if (stdout === '') throw new Error(stderr);
    return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
  } finally {
    rmSync(tree, { recursive: true });
  }
}

function write(tree: string, path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

describe('the room check', () => {
  let violations: Violation[] = [];
  beforeAll(() => {
    violations = violationsOf(badImports);
  });

  test.each(badImports)('refuses $from → $to', ({ from, to, wall }) => {
    expect(violations).toContainEqual(
      expect.objectContaining({ from, to, rule: expect.objectContaining({ name: wall }) }),
    );
  });

  test('allows the imports that the table of rooms allows', () => {
    expect(violationsOf(goodImports)).toEqual([]);
  });
});
