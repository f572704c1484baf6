import fc from 'fast-check';
import { inventPhone, inventResident, residentId } from './invented-people';
import { createRegister, POPULATION } from './register';
import { ageAt, birthDateOf } from './resident-id';

const openid = fc.stringMatching(/^[A-Za-z0-9_-]{1,28}$/);

describe('resident identity numbers', () => {
  test.each([
    ['11010519491231002X', { year: 1949, month: 12, day: 31 }],
    ['11010519491231002x', { year: 1949, month: 12, day: 31 }],
    ['110105194912310021', undefined],
    ['110105194913310021', undefined],
    ['1101051949123100', undefined],
  ])('%s', (idNumber, birth) => expect(birthDateOf(idNumber)).toEqual(birth));

  test('a day that the calendar lacks is refused whatever the check character', () => {
    expect(birthDateOf(residentId({ year: 2001, month: 2, day: 29 }, 1))).toBeUndefined();
    expect(birthDateOf(residentId({ year: 2000, month: 2, day: 29 }, 1))).toBeDefined();
  });

  test('age changes on the birthday of the calendar of China', () => {
    const birth = { year: 2005, month: 5, day: 20 };
    expect(ageAt(birth, Date.parse('2023-05-19T15:59:59Z'))).toBe(17);
    expect(ageAt(birth, Date.parse('2023-05-19T16:00:00Z'))).toBe(18);
  });
});

describe('register of people', () => {
  test('an account always has the same valid card and phone', () => {
    fc.assert(
      fc.property(openid, (each) => {
        const card = inventResident(each);
        expect(birthDateOf(card.idNumber)).toBeDefined();
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

  test('an account nobody has seen cannot be rung until it is', () => {
    const register = createRegister([]);
    expect(register.openidOfPhone(inventPhone('later'))).toBeUndefined();
    const phone = register.phoneOf('later');
    expect(register.openidOfPhone(phone)).toBe('later');
    expect(register.ownerOfPhone(phone)).toEqual(register.cardOf('later'));
  });

  test('the population differs in number and phone', () => {
    const accounts = Array.from({ length: POPULATION }, (_, index) => `resident-${index}`);
    expect(new Set(accounts.map((each) => inventResident(each).idNumber)).size).toBe(POPULATION);
    expect(new Set(accounts.map(inventPhone)).size).toBe(POPULATION);
  });
});
