import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** A path that a source builds from its own location and that leads into a room it may not read. */
export interface PathRead {
  line: number;
  /** The source, relative to the repository. */
  target: string;
}

/**
 * What each room may read by path outside itself. The room check sees imports only, so paths built from `__dirname` are
 * checked here. Rooms that are not named may read everything.
 */
const readable: { room: RegExp; mayRead: RegExp }[] = [
  { room: /^packages\/([^/]+)\//, mayRead: /^$/ },
  { room: /^cloudfunctions\//, mayRead: /^$/ },
  { room: /^miniprogram\//, mayRead: /^$/ },
  // Allowed to every room: the repository's root, what it serves, what it has built, and data.
  {
    room: /^local\//,
    mayRead:
      /^(\.|miniprogram|cloudfunctions|campaigns(\/.*)?|dist(\/.*)?|node_modules|cloudbaserc\.json|local\/.*)$/,
  },
];

/**
 * Finds `join(__dirname, '…')` and `resolve(__dirname, '…')` that leave the room, also through a constant of the file.
 * @param file relative to the repository
 */
export function pathReads(file: string, text: string): PathRead[] {
  const rule = readable.find(({ room }) => room.test(file));
  if (!rule || !text.includes('__dirname')) return [];
  const own = rule.room.exec(file)?.[0] ?? '';
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const constants = new Map<string, string>([['__dirname', dirname(file)]]);
  const reads: PathRead[] = [];

  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const value = pathOf(node.initializer, constants);
      if (value !== undefined) constants.set(node.name.text, value);
      // A constant such as the repository's root is judged at its uses.
      return;
    }
    if (ts.isVariableDeclaration(node.parent ?? node)) return;
    const target = ts.isCallExpression(node) ? pathOf(node, constants) : undefined;
    if (target === undefined || `${target}/`.startsWith(own) || rule.mayRead.test(target)) return;
    reads.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, target });
  };
  visit(source);
  return reads;
}

/** The value of a path expression, relative to the repository, as far as the file's text determines it. */
function pathOf(node: ts.Expression, constants: ReadonlyMap<string, string>): string | undefined {
  if (ts.isIdentifier(node)) return constants.get(node.text);
  if (!ts.isCallExpression(node)) return undefined;
  const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  if (!ts.isIdentifier(called) || !['join', 'resolve'].includes(called.text)) return undefined;
  const [first, ...rest] = node.arguments;
  const base = first && pathOf(first, constants);
  if (base === undefined) return undefined;
  const known = [];
  for (const part of rest) {
    if (!ts.isStringLiteralLike(part)) break;
    known.push(part.text);
  }
  return normalize(join(base, ...known));
}
