import { make, overlayLayer } from './chrome/dom';
import { listenToServer } from './server-events';

interface Diagnostic {
  severity: 'fatal' | 'error' | 'warning';
  file: string;
  line: number;
  column: number;
  message: string;
}

interface BuildReport {
  ok: boolean;
  diagnostics: Diagnostic[];
}

/** Logs the compiler's findings, shows a fatal one, and reloads when the program changes. */
export function followBuilds(): void {
  void fetch('/preview/build')
    .then((response) => response.json() as Promise<BuildReport>)
    .then(show);
  if (window.parent !== window) return followShell();
  listenToServer('/preview/events', 'built', () => location.reload());
  listenToServer('/preview/events', 'failed', (report) => show(report as BuildReport));
}

/** The shell passes builds on to the phones inside it. */
function followShell(): void {
  window.addEventListener('message', (event) => {
    const message = event.data as { type?: string; built?: boolean; failed?: BuildReport };
    if (event.origin !== location.origin || message.type !== 'shell:build') return;
    if (message.failed) show(message.failed);
    else location.reload();
  });
}

function show({ ok, diagnostics }: BuildReport): void {
  for (const diagnostic of diagnostics) {
    const text = format(diagnostic);
    if (diagnostic.severity === 'warning') console.warn(text);
    else console.error(text);
  }
  document.getElementById('build-failure')?.remove();
  if (ok) return;
  const fatal = diagnostics.filter(({ severity }) => severity === 'fatal').map(format);
  overlayLayer().append(
    make(
      'section',
      { id: 'build-failure', role: 'alert', 'aria-label': '编译失败' },
      make('h2', {}, '编译失败'),
      ...fatal.map((text) => make('pre', {}, text)),
    ),
  );
}

function format({ file, line, column, message }: Diagnostic): string {
  return line > 0 ? `${file}:${line}:${column} ${message}` : `${file} ${message}`;
}
