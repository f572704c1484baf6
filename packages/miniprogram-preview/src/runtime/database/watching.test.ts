import { expect, jest, test } from '@jest/globals';
import { watch, type SdkWatchable } from './watching';

type Callbacks = Parameters<SdkWatchable['watch']>[0];

/** Stands in for Tencent's client and records how it would be called. */
function watched(asked: object = {}) {
  const told = { onChange: jest.fn(), onError: jest.fn() };
  let callbacks: Callbacks | undefined;
  const close = () => Promise.resolve();
  const sdk = Object.assign(asked, {
    watch: (given: Callbacks) => {
      callbacks = given;
      return { close };
    },
  });
  watch(sdk, told);
  if (!callbacks) throw new Error('nothing was watched');
  return { ...told, callbacks };
}

test('only the first snapshot has the type init', () => {
  const { onChange, callbacks } = watched();
  callbacks.onChange({ id: 0, docs: [1], docChanges: [2], msgType: 'INIT_EVENT' });
  callbacks.onChange({ id: 1, docs: [], docChanges: [], msgType: 'NEXT_EVENT' });
  expect(onChange.mock.calls).toEqual([
    [{ id: 0, docs: [1], docChanges: [2], type: 'init' }],
    [{ id: 1, docs: [], docChanges: [] }],
  ]);
});

test("an error is reported once, under WeChat's number for it", () => {
  const { onError, callbacks } = watched();
  const failure = (name: string, errMsg: unknown) =>
    Object.assign(new Error(), { errCode: `SDK_DATABASE_REALTIME_LISTENER_${name}`, errMsg });
  callbacks.onError({ msgType: 'ERROR' });
  callbacks.onError(failure('INIT_WATCH_FAIL', new Error('no')));
  callbacks.onError(failure('SERVER_ERROR_MSG', 'late'));
  expect(onError).toHaveBeenCalledTimes(1);
  expect(onError).toHaveBeenCalledWith(
    expect.objectContaining({
      errCode: -402002,
      errMsg: 'errCode: -402002 SDK_DATABASE_REALTIME_LISTENER_INIT_WATCH_FAIL | errMsg: no',
    }),
  );
});

test.each([[undefined], [{ onChange: () => undefined }], [{ onError: () => undefined }]])(
  'without both callbacks it throws: %j',
  (options) => {
    const asked = { watch: () => ({ close: () => Promise.resolve() }) };
    expect(() => watch(asked, options)).toThrow(expect.objectContaining({ errCode: -401003 }));
  },
);
