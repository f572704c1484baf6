import { positionAt, type Diagnostic } from './diagnostics';
import { refusedTags, supportedTags } from '../runtime/components/tags';

const syntaxTags = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs']);

/** The opening tags of a WXML text, without those in comments and inline WXS. */
export function openingTags(source: string): { tag: string; offset: number }[] {
  const blanked = source
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(<wxs\b[^>]*>)([\s\S]*?)(<\/wxs>)/g, (_, open: string, body: string, close: string) => {
      return open + body.replace(/[^\n]/g, ' ') + close;
    })
    .replace(/\{\{[\s\S]*?\}\}|=\s*"[^"]*"|=\s*'[^']*'/g, (value) => value.replace(/[^\n]/g, ' '));
  return [...blanked.matchAll(/<([a-zA-Z][\w-]*)/g)].map((match) => ({
    tag: match[1] ?? '',
    offset: match.index,
  }));
}

/** Reports tags without a component, and built-in components that the preview refuses. */
export function checkTags(
  source: string,
  file: string,
  isDeclared: (tag: string) => boolean,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const { tag, offset } of openingTags(source)) {
    if (syntaxTags.has(tag) || isDeclared(tag)) continue;
    const position = positionAt(source, offset);
    if (refusedTags.has(tag)) {
      const message = `<${tag}> is not supported by the preview`;
      report({ severity: 'error', file, ...position, message });
    } else if (!supportedTags.has(tag)) {
      const message = `<${tag}> is neither a built-in component nor in usingComponents`;
      report({ severity: 'warning', file, ...position, message });
    }
  }
}
