import { join } from 'node:path';
import { functionNames } from '../../build-functions';
import { desiredState } from './desired-state';
import { variable, type VariableName, variables } from './variables';

const { functions, collections } = desiredState;

test('every folder of cloudfunctions/ is a declared function, and the other way round', () => {
  const folders = functionNames(join(__dirname, '../../../cloudfunctions'));
  expect(functions.map(({ name }) => name).sort()).toEqual(folders);
});

test('no name is declared twice', () => {
  const names = [
    functions.map(({ name }) => `function ${name}`),
    functions.flatMap(({ timers }) => timers.map(({ name }) => `timer ${name}`)),
    collections.map(({ collectionName }) => `collection ${collectionName}`),
    collections.flatMap(({ collectionName, indexes }) =>
      indexes.map(({ indexName }) => `index ${collectionName}.${indexName}`),
    ),
  ].flat();
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('every variable belongs to a function, and each default has the required form', () => {
  const used = new Set(functions.flatMap((each) => each.variables));
  expect(Object.keys(variables).filter((name) => !used.has(name as VariableName))).toEqual([]);
  for (const name of used) {
    const { usual, form } = variable(name);
    if (usual !== undefined) expect(form.fits(usual)).toBe(true);
  }
});

test.each([
  ['ID_HASH_KEY', '0123456789abcdef0123456789abcdef0123456789a=', true],
  ['ID_HASH_KEY', '0123456789abcdef', false],
  ['ID_HASH_KEY', '', false],
  ['DYPLS_ENDPOINT', 'http://127.0.0.1:9001', false],
  ['MASKED_NUMBER_MODE', 'axn-extension', true],
  ['MESSAGE_CONTACT', 'none', true],
  ['MESSAGE_CONTACT', 'aB-1_x:thing2,phone_number5,time1,thing7', true],
  ['MESSAGE_CONTACT', 'aB-1_x:thing2,time1,phone_number5,thing7', false],
  ['MESSAGE_RESULT', 'aB-1_x', false],
  ['TENCENT_SECRET_KEY', 'two words of some length', false],
] as const)('%s = %j fits: %s', (name, value, fits) => {
  expect(variable(name).form.fits(value)).toBe(fits);
});
