#!/usr/bin/env node
/** The command `miniprogram-preview`: previews any native mini-program alone. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPreview, type Preview, type PreviewPerson } from './preview';

const help = `Usage: miniprogram-preview --root DIR [--port N] [--functions URL] [--wechat URL] [--lenient]

  --root       the folder with app.json, or with project.config.json
  --port       default: any free one
  --functions  where wx.cloud.callFunction posts to (default: /functions of this server, which has none)
  --wechat     where WeChat's own services answer (default: there are none)
  --lenient    warn of what a phone refuses, with its answer, and let it pass
`;

const people: PreviewPerson[] = [
  { openid: 'preview-person-1', name: '甲', note: '第一个人' },
  { openid: 'preview-person-2', name: '乙', note: '第二个人' },
];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      root: { type: 'string' },
      port: { type: 'string', default: '0' },
      functions: { type: 'string' },
      wechat: { type: 'string' },
      lenient: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || values.root === undefined) {
    process.stdout.write(help);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const preview = await createPreview({
    root: programRoot(resolve(values.root)),
    watch: true,
    people,
    functionsUrl: values.functions,
    wechatUrl: values.wechat,
    lenient: values.lenient,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  serve(preview, values.port);
}

/** Serves the preview on this machine alone until the process is interrupted. */
function serve(preview: Preview, port: string): void {
  const server = createServer((request, response) => {
    preview.handle(request, response).then(
      (answered) => {
        if (answered) return;
        const missing = '{"errCode":404,"errMsg":"not found"}';
        response.writeHead(404, { 'content-type': 'application/json' }).end(missing);
      },
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      },
    );
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE';
    process.stderr.write(
      isTaken ? `port ${port} is in use; choose another with --port\n` : `${error.message}\n`,
    );
    process.exit(1);
  });
  server.listen(Number(port), '127.0.0.1', () => {
    process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop(server, preview));
}

async function stop(server: Server, preview: Preview): Promise<void> {
  server.closeAllConnections();
  server.close();
  await preview.close();
  process.exit(0);
}

/** Also accepts a project's folder, whose project.config.json names the program's. */
function programRoot(folder: string): string {
  const config = join(folder, 'project.config.json');
  if (existsSync(join(folder, 'app.json')) || !existsSync(config)) return folder;
  const { miniprogramRoot } = JSON.parse(readFileSync(config, 'utf8')) as { miniprogramRoot?: string };
  return join(folder, miniprogramRoot ?? '.');
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
