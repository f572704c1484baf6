import type { Campaign } from '../contract/campaign';
import { campaign as released } from '../kernel/campaign';
import { changedCampaign, joinedChanges } from './changed-campaign';

function changed(changes: object): Campaign {
  const answer = changedCampaign(released, JSON.stringify(changes));
  if ('faults' in answer) throw new Error(answer.faults.join());
  return answer.campaign;
}
const faults = (text: string): string[] => {
  const answer = changedCampaign(released, text);
  return 'faults' in answer ? answer.faults : [];
};

describe('changes of a campaign', () => {
  test('nothing changed is the released campaign', () => {
    expect(changed({})).toEqual(released);
  });

  test('a limit, a notice and sentences are replaced, and the rest stays', () => {
    const notice = { text: '今晚十点维护。', english: '' };
    const matching = { quietFrom: '21:00' };
    expect(changed({ notice, tips: ['多喝水'], limits: { needHours: 24, matching } })).toEqual({
      ...released,
      notice,
      tips: ['多喝水'],
      limits: { ...released.limits, needHours: 24, matching: { ...released.limits.matching, ...matching } },
    });
  });

  test('a listed item is changed by its code, a new one is added, and one is removed', () => {
    const [first] = released.catalogue;
    const added = { ...released.catalogue.at(-1), code: 'face-shield', name: '面屏', aliases: [] };
    const last = released.catalogue.at(-1)?.code;
    const { catalogue } = changed({
      catalogue: [{ code: first?.code, caution: '先看说明书。' }, added, { code: last, remove: true }],
    });
    expect(catalogue).toEqual([
      { ...first, caution: '先看说明书。' },
      ...released.catalogue.slice(1, -1),
      added,
    ]);
  });

  test.each([
    ['no JSON', '{', /JSON/],
    ['no object', '[]', /JSON/],
    ['a limit out of its range', '{"limits":{"needHours":0}}', /^limits.needHours：最少要 1。$/],
    ['a limit above its range', '{"limits":{"needHours":9999}}', /^limits.needHours：最多是 720。$/],
    ['a limit that is no number', '{"limits":{"needHours":"9"}}', /^limits.needHours：缺少，或类型不对。$/],
    ['a field that no campaign has', '{"limits":{"colour":1}}', /^limits：没有 colour 这一项。$/],
    [
      'a wrong field of an item',
      '{"catalogue":[{"code":"ibuprofen","ages":"old"}]}',
      /^catalogue.ibuprofen.ages：只能是 adult、/,
    ],
    ['another campaign', '{"code":"flood"}', /code/],
    ['an item that is wanted and not listed', '{"wanted":["unicorn"]}', /wanted：没有 unicorn/],
    ['an item of no category', '{"catalogue":[{"code":"ibuprofen","category":"none"}]}', /没有 none/],
    [
      'a name that is listed and refused',
      '{"catalogue":[{"code":"ibuprofen","aliases":["阿莫西林"]}]}',
      /阿莫西林/,
    ],
    [
      'more in a portion than a person may have',
      '{"catalogue":[{"code":"ibuprofen","units":[{"unit":"粒","portion":9,"needMaximum":6}]}]}',
      /ibuprofen/,
    ],
    ['a prototype', '{"__proto__":{"limits":{"needHours":1}}}', /整体|Unrecognized|JSON/],
  ])('%s is a fault with its place', (_name, text, sentence) => {
    expect(faults(text).join()).toMatch(sentence);
  });
});

describe('changes after changes', () => {
  const joined = (...all: object[]): unknown =>
    JSON.parse(all.map((each) => JSON.stringify(each)).reduce(joinedChanges));

  test('what was changed before stays', () => {
    expect(
      joined(
        { limits: { contactsPerDay: 3, needHours: 24 }, tips: ['一'] },
        { limits: { needHours: 36 } },
        { notice: null, tips: ['二'] },
      ),
    ).toEqual({ limits: { contactsPerDay: 3, needHours: 36 }, notice: null, tips: ['二'] });
  });

  test('a thing stays removed until it is given again', () => {
    const removed = { code: 'ibuprofen', remove: true };
    const back = { code: 'ibuprofen', caution: '先看说明书。' };
    expect(joined({ catalogue: [removed] }, { catalogue: [{ code: 'other', name: '别的' }] })).toEqual({
      catalogue: [removed, { code: 'other', name: '别的' }],
    });
    expect(joined({ catalogue: [removed] }, { catalogue: [back] })).toEqual({ catalogue: [back] });
    expect(joined({ catalogue: [back] }, { catalogue: [removed] })).toEqual({ catalogue: [removed] });
  });

  test('what is no JSON is left to be refused', () => {
    expect(joinedChanges('{"tips":[]}', '{')).toBe('{');
  });
});
