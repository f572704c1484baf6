import { firstStyle } from './built-in-style';
import type { ComponentEntry, ProgramTable } from './program';

const pageSheets = new Map<string, HTMLStyleElement>();
const componentSheets = new Map<string, HTMLStyleElement>();

/** Adds the program's styles to the document, in the order that decides between equal selectors. */
export function installStyles(program: ProgramTable, builtInStyle: string): void {
  addSheet('built-in', program.app.style === 'v2' ? builtInStyle : builtInStyle + firstStyle);
  addSheet('host', program.hostStyle);
  addSheet('app', program.appStyle);
  // Each in its place from the start; written when a page needs it, because a browser reads every rule.
  for (const entry of program.components)
    if (!entry.isPage) componentSheets.set(entry.path, addSheet(entry.path, ''));
  for (const entry of program.components) {
    if (!entry.isPage) continue;
    const sheet = addSheet(entry.path, '');
    sheet.disabled = true;
    pageSheets.set(entry.path, sheet);
  }
}

/** Writes the styles of pages and components whose scripts have run. */
export function writeStyles(entries: ComponentEntry[]): void {
  for (const entry of entries) {
    const sheet = componentSheets.get(entry.path) ?? pageSheets.get(entry.path);
    const style = styleOf(entry);
    if (sheet && sheet.textContent !== style) sheet.textContent = style;
  }
}

/** Only the visible page's own styles are in force, because two pages may use the same class names. */
export function activatePageStyle(path: string): void {
  for (const [page, sheet] of pageSheets) sheet.disabled = page !== path;
}

/** Whether a component shares its classes is known only after its script has run. */
function styleOf(entry: ComponentEntry): string {
  const isolation = entry.json.styleIsolation;
  const shares = isolation === 'shared' || isolation === 'page-shared';
  return shares && entry.scope ? entry.style.replaceAll(`.${entry.scope}--`, '.') : entry.style;
}

function addSheet(name: string, css: string): HTMLStyleElement {
  const sheet = document.createElement('style');
  sheet.dataset.sheet = name;
  sheet.textContent = css;
  document.head.append(sheet);
  return sheet;
}
