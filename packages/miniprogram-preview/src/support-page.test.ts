import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { packageFile } from './package-files';
import { refusedFunctions } from './runtime/api/refused';
import { supportPage } from './support-page';

const page = readFileSync(packageFile('../SUPPORT.md'), 'utf8');

test('SUPPORT.md says what the preview supports', async () => {
  expect(page).toBe(await supportPage());
});

test('every function of WeChat is either supported or refused', () => {
  const types = require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const documented = new Set([...page.matchAll(/^- `([\w.]+)`$/gm)].map((match) => match[1]));
  const missing = membersOf('Wx', types).filter((name) => !documented.has(name));
  expect(missing).toEqual(['canIUse', 'cloud']);
});

test('nothing is both supported and refused', () => {
  const supported = page.slice(page.indexOf('## wx'), page.indexOf('## Refused functions'));
  expect([...refusedFunctions].filter((name) => supported.includes(`- \`${name}\`\n`))).toEqual([]);
});

function membersOf(interfaceName: string, file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === interfaceName) {
      for (const { name } of node.members) if (name && ts.isIdentifier(name)) names.add(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...names].sort();
}
