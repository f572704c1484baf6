import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import postcss, { type AtRule, type Container, type Root } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import type { CarriedFont } from './carried-fonts';
import { CompileError, type Diagnostic } from './diagnostics';
import { isFile, type SourceTree } from './source-tree';

/** CSS of one WXSS file. `host` holds the `:host` rules, which must come before every page's own rules. */
export interface CompiledStyle {
  css: string;
  host: string;
  dependencies: string[];
}

export interface StyleOptions {
  tree: SourceTree;
  /** Prefix for class names; the runtime removes it again for components that share their styles. */
  scope: string;
  /** The component's virtual path, which its host element carries. */
  hostPath: string;
  report(diagnostic: Diagnostic): void;
  /** Maps a file inside the program to the URL that serves it. */
  assetUrl(file: string): string;
  /** The font that the preview carries in place of a remote one. */
  carriedFont(url: string): CarriedFont | undefined;
}

/**
 * Writes rpx as vw, because a phone is 750 rpx wide, and vh as a share of the page's own height, which the runtime
 * knows.
 */
export function toBrowserUnits(text: string): string {
  return text
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, n: string) => `${Number((Number(n) / 7.5).toFixed(5))}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, (_, n: string) => `calc(${n} * var(--page-vh, 1vh))`);
}

/** Compiles a WXSS file and what it imports. Throws CompileError on syntax errors. */
export function compileStyle(file: string, options: StyleOptions): CompiledStyle {
  const dependencies = new Set<string>([file]);
  const root = inlineImports(file, options, dependencies, []);
  const host = postcss.root();
  let font: CarriedFont | undefined;
  root.walkDecls((declaration) => {
    declaration.value = toBrowserUnits(declaration.value);
    const source = declaration.source?.input.from ?? file;
    font ??= carriedFontOf(declaration.value, options);
    declaration.value = rewriteUrls(declaration.value, source, options);
  });
  if (font !== undefined) renumberGlyphs(root, font);
  root.walkAtRules((rule) => {
    rule.params = toBrowserUnits(rule.params);
  });
  root.walkRules((rule) => {
    if (isInKeyframes(rule.parent)) return;
    const onlyHost = rule.parent === root && /^\s*:host\s*$/.test(rule.selector);
    rule.selector = rewriteSelector(rule.selector, options);
    if (onlyHost) host.append(rule.remove());
  });
  return { css: root.toString(), host: host.toString(), dependencies: [...dependencies] };
}

function inlineImports(file: string, options: StyleOptions, seen: Set<string>, chain: string[]): Root {
  const root = parse(file, options.tree);
  seen.add(file);
  root.walkAtRules('import', (rule) => {
    const reference = /^(?:url\()?\s*["']?([^"')]+)/.exec(rule.params)?.[1]?.trim() ?? '';
    if (/^https?:/.test(reference)) {
      rule.remove();
      return;
    }
    const target = resolveImport(reference, file, options.tree);
    if (target === undefined) {
      const { line = 0, column = 0 } = rule.source?.start ?? {};
      const message = `@import "${reference}" is not found`;
      options.report({ severity: 'error', file: options.tree.shown(file), line, column, message });
      // A file that appears later makes the sheet compile again.
      seen.add(resolve(dirname(file), reference));
      rule.remove();
    } else if (chain.includes(target)) rule.remove();
    else rule.replaceWith(inlineImports(target, options, seen, [...chain, file]).nodes);
  });
  return root;
}

function parse(file: string, tree: SourceTree): Root {
  try {
    return postcss.parse(readFileSync(file, 'utf8'), { from: file });
  } catch (error) {
    if (!(error instanceof postcss.CssSyntaxError)) throw error;
    const { line = 0, column = 0, reason } = error;
    throw new CompileError({ severity: 'fatal', file: tree.shown(file), line, column, message: reason });
  }
}

function resolveImport(reference: string, from: string, tree: SourceTree): string | undefined {
  const candidates = reference.startsWith('/')
    ? [tree.fileOf(reference.replace(/^\/+/, '')), tree.fileOf(`miniprogram_npm${reference}`)]
    : [resolve(dirname(from), reference), tree.fileOf(`miniprogram_npm/${reference}`)];
  return candidates.flatMap((c) => [c, `${c}.wxss`]).find(isFile);
}

function isInKeyframes(parent: Container | undefined | unknown): boolean {
  const rule = parent as AtRule | undefined;
  return rule?.type === 'atrule' && /keyframes$/.test(rule.name);
}

function rewriteUrls(value: string, from: string, options: StyleOptions): string {
  if (!value.includes('url(')) return value;
  const carried = carriedFontOf(value, options);
  // A font comes in several formats; the one that the preview carries replaces them all.
  if (carried !== undefined) return `url("${carried.url}")`;
  return value.replace(
    /url\(\s*(['"]?)(?!data:|https?:|\/\/|#)([^'")]+)\1\s*\)/g,
    (whole, _quote, url: string) => {
      const target = url.startsWith('/') ? join(options.tree.root, url) : resolve(dirname(from), url);
      const clean = target.replace(/[?#].*$/, '');
      return isFile(clean) ? `url("${options.assetUrl(clean)}")` : whole;
    },
  );
}

function carriedFontOf(value: string, { carriedFont }: StyleOptions): CarriedFont | undefined {
  const remotes = [...value.matchAll(/url\(\s*['"]?((?:https?:)?\/\/[^'")]+)/g)];
  return remotes.map((match) => carriedFont(match[1] ?? '')).find((font) => font !== undefined);
}

/** The same icon has another number in another version of a font. */
function renumberGlyphs(root: Root, { className, numbers }: CarriedFont): void {
  const named = new RegExp(`\\.${className}([\\w-]+)::?before\\s*$`);
  root.walkDecls('content', (declaration) => {
    const { selector = '' } = declaration.parent as { selector?: string };
    const name = named.exec(selector)?.[1];
    if (name === undefined || !/^(['"])\\\w+\1$/.test(declaration.value)) return;
    const number = numbers()[name];
    declaration.value = number === undefined ? "''" : `'\\${number}'`;
  });
}

function rewriteSelector(selector: string, { scope, hostPath }: StyleOptions): string {
  const transform = selectorParser((selectors) => {
    selectors.walk((node) => {
      if (node.type === 'class' && scope) node.value = `${scope}--${node.value}`;
      else if (node.type === 'tag' && /^[a-z]/i.test(node.value)) node.value = `wx-${node.value}`;
      else if (node.type === 'id') node.replaceWith(byId(node.value));
      else if (node.type === 'pseudo' && node.value === ':host') {
        node.replaceWith(attribute('wx-is', hostPath), ...node.nodes.flatMap((inner) => inner.nodes));
      }
    });
  });
  return transform.processSync(selector);
}

/** An id is unique only within a component instance, so a rule matches it by attribute, at an id's specificity. */
function byId(id: string): selectorParser.Node {
  const matcher = selectorParser.pseudo({ value: ':is' });
  const written = selectorParser.selector({ value: '', nodes: [attribute('wx-id', id)] });
  const specificity = selectorParser.selector({
    value: '',
    nodes: [selectorParser.tag({ value: '#wx-none' })],
  });
  matcher.append(written);
  matcher.append(specificity);
  return matcher;
}

/** An attribute selector, always quoted because paths hold slashes. */
function attribute(name: string, value: string): selectorParser.Tag {
  return selectorParser.tag({ value: `[${name}=${JSON.stringify(value)}]` });
}
