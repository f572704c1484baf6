import type { AppConfig, ComponentEntry, PageConfig, ProgramTable } from './program';
import { signal } from './signals';

const darkPhone = (): MediaQueryList | undefined => globalThis.matchMedia?.('(prefers-color-scheme: dark)');

let followsPhone = false;

/** A program with `darkmode` follows the browser's colour scheme, as a program in WeChat follows the phone's. */
export function followTheme(program: ProgramTable, redraw: () => void): void {
  followsPhone = program.darkApp !== undefined;
  if (!followsPhone) return;
  darkPhone()?.addEventListener('change', () => {
    redraw();
    signal('themeChange', { theme: currentTheme() });
  });
}

export function currentTheme(): 'light' | 'dark' {
  return followsPhone && darkPhone()?.matches === true ? 'dark' : 'light';
}

/** The settings of app.json with the colours of the current theme. */
export function appConfig({ app, darkApp }: ProgramTable): AppConfig {
  return currentTheme() === 'dark' && darkApp ? darkApp : app;
}

/** The settings of a page with the colours of the current theme. */
export function pageConfig(program: ProgramTable, { json, darkJson }: ComponentEntry): PageConfig {
  return { ...appConfig(program).window, ...json, ...(currentTheme() === 'dark' ? darkJson : {}) };
}
