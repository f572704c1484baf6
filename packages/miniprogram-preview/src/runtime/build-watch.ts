import { make, overlayLayer } from './chrome/dom';

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

/** Says in the console what the compiler found, shows what stopped it, and reloads when the program changes. */
export function followBuilds(): void {
  void fetch('/preview/build')
    .then((response) => response.json() as Promise<BuildReport>)
    .then(show);
  if (window.parent !== window) return followShell();
  const events = new EventSource('/preview/events');
  events.addEventListener('built', () => location.reload());
  events.addEventListener('failed', (event) => show(JSON.parse(String(event.data)) as BuildReport));
}

/** A phone inside the shell hears of builds from it. */
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
