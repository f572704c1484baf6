import { expect, jest, test } from '@jest/globals';
import { refuseWatch } from './watching';

const REFUSAL = {
  errCode: -1,
  errMsg: expect.stringMatching(/^database\.watch:fail watch\(\) is not supported/),
};

test('watch is refused in the shape of the other failures: to onError, or by throwing', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const error = await new Promise((onError) => void refuseWatch({ onError }));
  expect(error).toMatchObject(REFUSAL);
  expect(said).toHaveBeenCalledWith(REFUSAL.errMsg);
  said.mockRestore();
  expect(() => refuseWatch()).toThrow(expect.objectContaining(REFUSAL));
});
