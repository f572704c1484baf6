import { openPhone, phoneKeys } from '../../cloudfunctions/shared/kernel/phone-seal';
import { sealPhone } from './seal-phone';

test('the functions can open what the seed seals', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const sealed = sealPhone(key, '19000000001', 'demo-li-jing');
  expect(openPhone(phoneKeys({ PHONE_KEY_V1: key }), sealed, 'demo-li-jing')).toBe('19000000001');
});
