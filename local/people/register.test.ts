import fc from 'fast-check';
import { birthDayOf } from '@facts/resident-id';
import { inventPhone } from 'cloudbase-local';
import { inventResident } from './invented-people';
import { createRegister, population } from './register';

const openid = fc.stringMatching(/^[A-Za-z0-9_-]{1,28}$/);

describe('register of people', () => {
  test('an account always has the same valid card and phone', () => {
    fc.assert(
      fc.property(openid, (each) => {
        const card = inventResident(each);
        expect(birthDayOf(card.idNumber)).toBeDefined();
        expect(card).toEqual(inventResident(each));
        expect(inventPhone(each)).toMatch(/^190\d{8}$/);
      }),
    );
  });

  test('invented people live in a district that does not exist', () => {
    expect(inventResident('anybody').idNumber).toMatch(/^119900/);
  });

  test('people of the preview carry their own names and can be rung at once', () => {
    const register = createRegister([{ openid: 'daughter', name: '李静' }]);
    const card = register.cardOf('daughter');
    expect(card.name).toBe('李静');
    expect(register.residentOf(card.idNumber)).toEqual(card);
    expect(register.openidOfPhone(inventPhone('daughter'))).toBe('daughter');
  });

  test('an account cannot be rung before it has been seen once', () => {
    const register = createRegister([]);
    expect(register.openidOfPhone(inventPhone('later'))).toBeUndefined();
    const phone = register.phoneOf('later');
    expect(register.openidOfPhone(phone)).toBe('later');
    expect(register.ownerOfPhone(phone)).toEqual(register.cardOf('later'));
  });

  test('no two people of the population share a number or a phone', () => {
    const accounts = Array.from({ length: population }, (_, index) => `resident-${index}`);
    expect(new Set(accounts.map((each) => inventResident(each).idNumber)).size).toBe(population);
    expect(new Set(accounts.map(inventPhone)).size).toBe(population);
  });
});
