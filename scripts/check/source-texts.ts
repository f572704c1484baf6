import ts from 'typescript';

/** A text in a source that people read. */
export interface SourceText {
  line: number;
  text: string;
}

/** The comments of a TypeScript source and the names of its tests. */
export function sourceTexts(source: string): SourceText[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const comments = new Map<number, ts.CommentRange>();
  const names: SourceText[] = [];
  const textAt = (position: number, text: string): SourceText => ({
    line: file.getLineAndCharacterOfPosition(position).line + 1,
    text,
  });
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source, node.getEnd()) ?? []),
    ];
    for (const range of ranges) comments.set(range.pos, range);
    const name = nameOfTest(node);
    if (name) names.push(textAt(name.getStart(), name.getText().slice(1, -1)));
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  const written = [...comments.values()].map(({ pos, end }) =>
    textAt(
      pos,
      source
        .slice(pos, end)
        .replace(/^\/[/*]+|\*\/$/g, '')
        .replace(/\n\s*\*/g, ' '),
    ),
  );
  return [...written, ...names];
}

/** The name in `test('name', …)`, `describe` and `test.each(cases)('name', …)`. */
function nameOfTest(node: ts.Node): ts.Node | undefined {
  if (!ts.isCallExpression(node) || !/^(test|it|describe)\b/.test(node.expression.getText()))
    return undefined;
  const [name] = node.arguments;
  return name && (ts.isStringLiteralLike(name) || ts.isTemplateExpression(name)) ? name : undefined;
}
