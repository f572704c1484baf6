// One caller with many connections, each of which calls again as soon as it is answered. Prints the results of its
// calls.
import { Agent, request } from 'node:http';

const [origin, connections, seconds] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const body = JSON.stringify({
  call: 'nearby',
  input: { board: 'need', place: { point: [112.931, 28.235], adcode: '430104' }, pageSize: 50 },
});
const endMs = Date.now() + Number(seconds) * 1000;
const outcomes = new Map();

const ask = () =>
  new Promise((resolve) => {
    const sent = request(
      `${origin}/functions/search`,
      { agent, method: 'POST', headers: { 'x-wx-openid': 'flood' } },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve(outcomeOf(Buffer.concat(chunks).toString())));
      },
    );
    sent.on('error', () => resolve('connection'));
    sent.end(body);
  });

function outcomeOf(text) {
  const { result, errMsg } = JSON.parse(text);
  if (!result) return String(errMsg).slice(0, 40);
  return result.ok ? 'ok' : result.error.code;
}

async function connection() {
  while (Date.now() < endMs) {
    const outcome = await ask();
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
}

await Promise.all(Array.from({ length: Number(connections) }, connection));
console.log(JSON.stringify(Object.fromEntries(outcomes)));
agent.destroy();
