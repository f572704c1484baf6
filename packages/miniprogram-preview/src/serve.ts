/** `npx tsx packages/miniprogram-preview/src/serve.ts --root DIR [--port N]`: previews any native mini-program alone. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createPreview, type PreviewPerson } from './preview';

const help = `Usage: npx tsx packages/miniprogram-preview/src/serve.ts --root DIR [--port N] [--functions URL]

  --root       the folder with app.json, or with project.config.json
  --port       default: any free one
  --functions  where wx.cloud.callFunction posts to (default: /functions of this server, which has none)
`;

const people: PreviewPerson[] = [
  { openid: 'preview-person-1', name: '甲', note: '第一个人' },
  { openid: 'preview-person-2', name: '乙', note: '第二个人' },
];

async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      root: { type: 'string' },
      port: { type: 'string', default: '0' },
      functions: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || values.root === undefined) {
    process.stdout.write(help);
    return;
  }
  const preview = await createPreview({
    root: programRoot(path.resolve(values.root)),
    watch: true,
    people,
    ...(values.functions !== undefined && { functionsUrl: values.functions }),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const server = createServer((request, response) => {
    preview.handle(request, response).then(
      (answered) => {
        if (!answered)
          response
            .writeHead(404, { 'content-type': 'application/json' })
            .end('{"errCode":404,"errMsg":"not found"}');
      },
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      },
    );
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(
      error.code === 'EADDRINUSE'
        ? `port ${values.port} is in use; choose another with --port\n`
        : `${error.message}\n`,
    );
    process.exit(1);
  });
  server.listen(Number(values.port), '127.0.0.1', () => {
    process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
  });
  const stop = () => {
    server.closeAllConnections();
    server.close();
    void preview.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** A project's folder may be given instead of the program's: project.config.json says where it is. */
function programRoot(folder: string): string {
  const config = path.join(folder, 'project.config.json');
  if (fs.existsSync(path.join(folder, 'app.json')) || !fs.existsSync(config)) return folder;
  const { miniprogramRoot } = JSON.parse(fs.readFileSync(config, 'utf8')) as { miniprogramRoot?: string };
  return path.join(folder, miniprogramRoot ?? '.');
}

void serve().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
