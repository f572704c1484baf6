import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { encodeFrame, frameReader, Opcode, type Frame } from './frames';
import { acceptWebSocket, type WebSocketConnection } from './web-socket';

let server: Server;
let heard: string[];
let closed: number[];
let connection: WebSocketConnection | undefined;

beforeEach(async () => {
  [heard, closed] = [[], []];
  server = createServer((_request, response) => response.end());
  server.on('upgrade', (request, socket, head) => {
    connection = acceptWebSocket(request, socket, head, {
      message: (text) => heard.push(text),
      closed: (code) => closed.push(code),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const HANDSHAKE = [
  'GET /x HTTP/1.1',
  'Host: 127.0.0.1',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
];

interface Client {
  socket: Socket;
  text(): string;
  frames(): Frame[];
}

/** Sends the lines of a handshake, and whatever comes with it. */
async function open(lines = HANDSHAKE, also: Buffer = Buffer.alloc(0)): Promise<Client> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let got = Buffer.alloc(0);
  socket.on('data', (chunk) => (got = Buffer.concat([got, chunk])));
  socket.on('error', () => undefined);
  socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), also]));
  const text = () => got.toString();
  await until(() => text().includes('\r\n\r\n'));
  return {
    socket,
    text,
    frames: () => frameReader(1 << 30, false)(got.subarray(text().indexOf('\r\n\r\n') + 4)),
  };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(isSo()).toBe(true);
}

const mask = Buffer.from([9, 8, 7, 6]);
const frame = (opcode: number, text: string) => encodeFrame(opcode, Buffer.from(text), mask);
const part = (bytes: Buffer) => {
  bytes[0] = (bytes[0] as number) & 0x7f;
  return bytes;
};

test('texts go both ways, also those that come with the handshake and those in parts', async () => {
  const client = await open(HANDSHAKE, frame(Opcode.Text, '早'));
  expect(client.text()).toContain('sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
  client.socket.write(part(frame(Opcode.Text, '谁有')));
  client.socket.write(frame(Opcode.Ping, 'there?'));
  client.socket.write(frame(Opcode.Continuation, '药'));
  await until(() => heard.length === 2);
  expect(heard).toEqual(['早', '谁有药']);
  connection?.send('我');
  await until(() => client.frames().length === 2);
  expect(client.frames().map(({ opcode, payload }) => [opcode, payload.toString()])).toEqual([
    [Opcode.Pong, 'there?'],
    [Opcode.Text, '我'],
  ]);
  client.socket.destroy();
  await until(() => closed.length === 1);
  expect(closed).toEqual([1006]);
});

test('a close is answered, and its code is known', async () => {
  const client = await open();
  client.socket.write(frame(Opcode.Close, '\x03\xe9'.slice(0, 0)));
  await until(() => closed.length === 1);
  const other = await open();
  other.socket.write(encodeFrame(Opcode.Close, Buffer.from([0x0b, 0xb9]), mask));
  await until(() => closed.length === 2);
  expect(closed).toEqual([1005, 3001]);
  expect(other.frames()[0]?.payload.readUInt16BE(0)).toBe(3001);
});

test.each<[string, Buffer, number]>([
  ['bytes', frame(Opcode.Binary, 'x'), 1003],
  ['a part of nothing', frame(Opcode.Continuation, 'x'), 1002],
  ['an unmasked text', encodeFrame(Opcode.Text, Buffer.from('x')), 1002],
  ['a text that is too long', frame(Opcode.Text, 'x'.repeat(1024 * 1024 + 1)), 1009],
])('%s end the connection with %s', async (_what, bytes, code) => {
  const client = await open();
  client.socket.write(bytes);
  await until(() => closed.length === 1);
  expect([heard, closed]).toEqual([[], [code]]);
  expect(client.frames()[0]?.payload.readUInt16BE(0)).toBe(code);
});

test('what is no handshake of this protocol is refused in HTTP', async () => {
  const old = HANDSHAKE.map((line) => line.replace('13', '8'));
  const client = await open(old);
  expect(client.text()).toMatch(/^HTTP\/1\.1 400 /);
  expect(connection).toBeUndefined();
});
