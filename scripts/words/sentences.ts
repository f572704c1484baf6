import ts from 'typescript';

/** A sentence for users, and where it is. */
export interface Sentence {
  text: string;
  line: number;
}

const chinese = /[\u4e00-\u9fff]/;

/** The sentences that a WXML says through `t.say(w, '…')`. */
export function sentencesOfWxml(source: string): Sentence[] {
  return [...source.matchAll(/t\.say\(w, '((?:[^'\\]|\\.)*)'/g)].map(({ index, 1: text = '' }) => ({
    text,
    line: lineAt(source, index),
  }));
}

/** Chinese in a WXML that no `t.say` says. */
export function unsaidInWxml(source: string): Sentence[] {
  const said = source.replace(/<!--[\s\S]*?-->/g, blank).replace(/t\.say\(w, '(?:[^'\\]|\\.)*'/g, blank);
  return [...said.matchAll(/[\u4e00-\u9fff]+/g)].map(({ index, 0: text }) => ({
    text,
    line: lineAt(source, index),
  }));
}

/** Keeps the positions of what follows. */
const blank = (text: string): string => ' '.repeat(text.length);

/**
 * The sentences of a script: say`…` by its key, and Chinese in any other string. A template of another kind cannot be looked
 * up, so it is `unsaid`.
 */
export function sentencesOfScript(source: string): { said: Sentence[]; unsaid: Sentence[] } {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const said: Sentence[] = [];
  const unsaid: Sentence[] = [];
  const add = (to: Sentence[], node: ts.Node, text: string): void =>
    void to.push({ text, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say')
      add(said, node, keyOf(node.template));
    else if (ts.isTemplateExpression(node) && chinese.test(keyOf(node)) && !isSaid(node))
      add(unsaid, node, keyOf(node));
    else if (isText(node) && chinese.test(node.text) && !isSaid(node) && !isCompared(node) && !isSent(node))
      add(said, node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { said, unsaid };
}

const isText = (node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);

const isSaid = ({ parent }: ts.Node): boolean => ts.isTaggedTemplateExpression(parent);

/** A type or a comparison says nothing. */
const isCompared = ({ parent }: ts.Node): boolean =>
  ts.isLiteralTypeNode(parent) || ts.isBinaryExpression(parent) || ts.isCaseClause(parent);

/** Service notifications are sent by the cloud, which speaks Chinese. */
const isSent = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && parent.expression.getText() === 'message';

/** The key of a template: 还剩 {0} 分钟. */
function keyOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (key, { literal }, index) => `${key}{${index}}${literal.text}`,
    template.head.text,
  );
}

const lineAt = (source: string, index: number): number => source.slice(0, index).split('\n').length;
