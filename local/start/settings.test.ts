import { readSettings } from './settings';

describe('settings of npm start', () => {
  test('without variables everything has a default', () => {
    expect(readSettings({})).toEqual({
      port: 8080,
      gatewayPort: undefined,
      dataDir: './data',
      campaign: 'fever',
      seedPosts: 20_000,
      maxInstances: undefined,
      maskedNumberMode: 'axb',
    });
  });

  test('variables are taken as they are', () => {
    const given = {
      PORT: '8181',
      GATEWAY_PORT: '0',
      DATA_DIR: '/tmp/x',
      SEED_POSTS: '0',
      MAX_INSTANCES: '8',
      MASKED_NUMBER_MODE: 'axn-extension',
    };
    expect(readSettings(given)).toEqual({
      port: 8181,
      gatewayPort: 0,
      dataDir: '/tmp/x',
      campaign: 'fever',
      seedPosts: 0,
      maxInstances: 8,
      maskedNumberMode: 'axn-extension',
    });
  });

  test('an unknown way of masking is refused with a sentence that names the two known ones', () => {
    expect(() => readSettings({ MASKED_NUMBER_MODE: 'axn' })).toThrow(
      'MASKED_NUMBER_MODE must be axb or axn-extension, not "axn"',
    );
  });

  test.each(['/proc/x', '/sys', '/dev/null', '/tmp/../proc/1'])(
    'DATA_DIR=%s is refused, because nothing is kept there',
    (path) => {
      expect(() => readSettings({ DATA_DIR: path })).toThrow('DATA_DIR must be a folder that keeps files');
    },
  );

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['SEED_POSTS', '-1'],
    ['MAX_INSTANCES', '0'],
    ['SEED_POSTS', '1.5'],
    ['SEED_POSTS', '1e3'],
  ])('%s=%s is refused with a sentence that names it', (name, text) => {
    expect(() => readSettings({ [name]: text })).toThrow(`${name} must be a whole number`);
  });
});
