import fc from 'fast-check';
import { admissionLimit, contactsLeft, letIn, letOut, newAdmission, noteCallBack } from './admission';

const post = newAdmission('0'.repeat(32));
const limits = { contactsBeyondPortions: 3 };

describe('the grants that a post lets in', () => {
  test('a spare admits its portions left and three more, a need everybody', () => {
    expect(admissionLimit({ portions: { total: 9, left: 2 } }, limits)).toBe(5);
    expect(admissionLimit({ portions: { total: 9, left: 0 } }, limits)).toBe(3);
    expect(admissionLimit({ portions: null }, limits)).toBe(Infinity);
  });

  test('what is left of the limit is never less than nothing, and a need has none', () => {
    expect(contactsLeft({ portions: { total: 9, left: 2 } }, 4, limits)).toBe(1);
    expect(contactsLeft({ portions: { total: 9, left: 0 } }, 5, limits)).toBe(0);
    expect(contactsLeft({ portions: null }, 5, limits)).toBeNull();
  });

  test('one that is in is not counted twice', () => {
    const once = letIn(post, 'a', 1);
    expect(once && letIn(once, 'a', 1)?.grants).toEqual(['a']);
    expect(once && letIn(once, 'b', 1)).toBeNull();
  });

  test('a call-back request takes no place among the grants, and has places of its own', () => {
    const asked = noteCallBack(letIn(post, 'a', 1) ?? post, 'a', 1);
    expect(asked).toMatchObject({ grants: [], callBacks: ['a'] });
    expect(asked && noteCallBack(asked, 'b', 1)).toBeNull();
    expect(asked && noteCallBack(asked, 'a', 1)?.callBacks).toEqual(['a']);
    expect(asked && letIn(asked, 'a', 1)).toMatchObject({ grants: ['a'], callBacks: [] });
  });

  test('after any steps the lists are within the limit and no grant is on both', () => {
    const step = fc.tuple(fc.constantFrom('in', 'ask', 'out'), fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(fc.array(step), fc.integer({ min: 0, max: 5 }), (steps, limit) => {
        let admission = post;
        for (const [kind, id] of steps)
          admission =
            (kind === 'in'
              ? letIn(admission, id, limit)
              : kind === 'ask'
                ? noteCallBack(admission, id, limit)
                : letOut(admission, id)) ?? admission;
        expect(admission.grants.length).toBeLessThanOrEqual(limit);
        expect(admission.callBacks.length).toBeLessThanOrEqual(limit);
        const all = [...admission.grants, ...admission.callBacks];
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
