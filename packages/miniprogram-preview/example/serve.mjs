import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createPreview } from 'miniprogram-preview';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

const preview = await createPreview({
  root: file('program'),
  watch: true,
  people: [{ openid: 'anna', name: '安娜', note: '第一个人' }],
  extensions: [{ phone: file('bell.js') }],
  log: console.error,
});

const server = createServer(async (request, response) => {
  if (!(await preview.handle(request, response))) response.writeHead(404).end();
});
server.listen(Number(process.argv[2] ?? 8080), '127.0.0.1', () => {
  console.log(`ready http://127.0.0.1:${server.address().port}/`);
});
