import { campaign } from '../kernel/campaign';
import { noteFault, noteFindings } from './note-fault';

test.each([
  ['need', '老人长期打胰岛素'],
  ['need', '医生开了头孢但没有退烧药'],
  ['need', '烧到39.4度，跑腿费我出'],
  ['spare', '免费送，请勿转卖'],
  ['spare', '不是过期药，放心'],
  ['need', '送到阳光花园门口'],
] as const)('on the board of %ss "%s" may be public', (board, note) => {
  expect(noteFault({ board, note }, campaign)).toBeNull();
});

test.each([
  ['老人发烧，电话13812345678', 'note-to-clean', [{ kind: 'mobile', words: '电话13812345678' }]],
  ['3栋2单元1201', 'note-to-clean', [{ kind: 'house-number', words: '3栋2单元1201' }]],
  [
    '加v：yaofan888，20一粒',
    'note-refused',
    [
      { kind: 'wechat', words: '加v：yaofan888' },
      { kind: 'price', words: '20一粒' },
    ],
  ],
  [
    '可换抗原，先付定金',
    'note-refused',
    [
      { kind: 'barter', words: '可换抗原' },
      { kind: 'payment', words: '先付定金' },
    ],
  ],
  ['頭 孢 有', 'item-refused', [{ kind: 'medicine-offered', words: '頭 孢' }]],
] as const)('"%s" is answered with %s and what was found', (note, code, findings) => {
  expect(noteFault({ board: 'spare', note }, campaign)).toMatchObject({ code, field: 'note', findings });
});

test('a doubtful note is no fault: a person looks at it, and its words are named', () => {
  const draft = { board: 'spare', note: '整箱布洛芬' } as const;
  expect(noteFault(draft, campaign)).toBeNull();
  expect(noteFindings(draft, campaign)).toEqual([{ kind: 'bulk', words: '整箱' }]);
});

test('the sentence names the words and does not blame', () => {
  expect(noteFault({ board: 'need', note: '孩子高烧，电话13812345678' }, campaign)?.message).toBe(
    '“电话13812345678”像是手机号。手机号谁都能看到，不用写，有人要联系您，会打平台给的隐私号码。',
  );
});
