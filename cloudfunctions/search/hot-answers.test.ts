import { createHotAnswers, hotAfter, sharedForMs } from './hot-answers';

/** What is stored, as a number that the test changes, and how often it was read. */
function stored() {
  const share = createHotAnswers<number>();
  const state = { value: 1, reads: 0 };
  const ask = (nowMs: number, question = 'pudong') =>
    share(question, nowMs, () => {
      state.reads += 1;
      return Promise.resolve(state.value);
    });
  return { state, ask };
}

test('a question that few ask is always answered with what is stored', async () => {
  const { state, ask } = stored();
  for (let at = 0; at < hotAfter; at += 1) {
    state.value = at;
    expect(await ask(at)).toBe(at);
  }
  for (let at = 1; at < 50; at += 1) {
    state.value = 100 + at;
    // As often as before, each after the time in which answers are shared.
    expect(await ask(at * sharedForMs + 10)).toBe(100 + at);
  }
});

test('a hot question is read once in the time for which an answer is shared', async () => {
  const { state, ask } = stored();
  for (let at = 0; at < hotAfter; at += 1) await ask(0);
  state.value = 2;
  const before = state.reads;
  for (let ms = 0; ms < sharedForMs; ms += 100) expect(await ask(ms)).toBe(1);
  expect(state.reads).toBe(before);
  expect(await ask(sharedForMs)).toBe(2);
  expect(await ask(sharedForMs, 'another district')).toBe(2);
});

test('a clock that was set back shares nothing from the future', async () => {
  const { state, ask } = stored();
  for (let at = 0; at < hotAfter; at += 1) await ask(1_000_000);
  state.value = 2;
  expect(await ask(0)).toBe(2);
});

test('a read that fails is no answer to share', async () => {
  const share = createHotAnswers<number>();
  for (let at = 0; at <= hotAfter; at += 1)
    await expect(share('pudong', 0, () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await share('pudong', 0, () => Promise.resolve(1))).toBe(1);
});
