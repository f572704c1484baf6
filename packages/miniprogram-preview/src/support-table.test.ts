import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { refusedFunctions } from './runtime/api/refused';
import { supportTable } from './support-table';

const root = path.join(__dirname, '../../..');
const page = fs.readFileSync(path.join(root, 'docs/preview.md'), 'utf8');

test('docs/preview.md says what the preview does', async () => {
  expect(page).toBe(await supportTable());
});

test('every function of WeChat is either supported or refused', () => {
  const types = path.join(root, 'node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const documented = new Set([...page.matchAll(/`([\w.]+)`/g)].map((match) => match[1]));
  const missing = membersOf('Wx', types).filter((name) => !documented.has(name));
  expect(missing).toEqual(['canIUse', 'cloud']);
});

test('nothing is both supported and refused', () => {
  const supported = page.slice(page.indexOf('## wx'), page.indexOf('| Refused', page.indexOf('## wx')));
  expect([...refusedFunctions].filter((name) => supported.includes(`\`${name}\``))).toEqual([]);
});

function membersOf(interfaceName: string, file: string): string[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
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
