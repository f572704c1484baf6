import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNote } from '@facts/notes/read-note';
import { Inventions } from '../../local/seed/inventions';
import { readCampaign } from './read-campaign';

const root = join(__dirname, '../..');
const { refusals, plainWords } = readCampaign(root, 'flood').campaign;
const verdict = (note: string, board: 'need' | 'spare'): string =>
  readNote(note, { board, refusals, plainWords }).verdict;

const inventions = Inventions.parse(
  JSON.parse(readFileSync(join(root, 'campaigns/flood/invented.json'), 'utf8')),
);
const invented = (posts: readonly { notes: string[] }[]): string[] => posts.flatMap(({ notes }) => notes);

test.each([
  ...invented(inventions.spares),
  '有一条船可以接人',
  '有一条冲锋舟，可以接被困的人',
  '我有皮卡，能拉人去安置点',
  '家里三楼没淹，可以住两家人',
  '矿泉水10箱，先到先得',
  '充电宝3个，用完还我就行',
  '橡皮艇一条，会划，能帮着接老人',
  '可以开车送到高铁站',
  '车能坐4个人，今晚都在',
  '仓库有200个沙袋，自己来拉',
  '免费提供热饭，中午12点到2点',
  '有一辆大巴，30座，能转移人',
  '我在村口，有拖拉机可以拖车',
  '有船，不收船费，免费接人',
  '油费我们车队出，直接上车',
  '充电宝2个，自己来拿，路费自理',
  '雨衣10件，可以寄，运费自理',
  '抽水机一台，柴油自己备，用完还我',
])('in a flood a neighbour may offer: %s', (note) => expect(verdict(note, 'spare')).toBe('publish'));

test.each([
  ...invented(inventions.needs),
  '三楼有6个人，两个孩子，求船',
  '求一条船，水到胸口了',
  '手机只剩5%，求充电宝',
  '我妈在医院透析，路淹了去不了',
  '需要转移，有卧床老人90斤',
  '家里进水1米2，求抽水泵',
  '老人要胰岛素，断电冰箱坏了',
  '要救生衣5件，大人3件小孩2件',
  '110打不通，求帮忙',
  '晚上8点前能来吗',
])('in a flood a neighbour may ask: %s', (note) => expect(verdict(note, 'need')).toBe('publish'));

test.each([
  '船一趟200元，能拉人',
  '救人50一位',
  '两百一趟，送到安置点',
  '船费自理，一位100',
  '有皮卡拉人，油费AA',
  '有船可以接人，船费自理',
  '我有一条船，可以接老人孩子，大家平安，船费自理',
  '有车送人，车费自理',
  '可以接老人去安置点，路费平摊',
  '能拉人去高铁站，分摊油费',
  '接送要收费，老人优先',
  '有船，按人头收钱',
  '家里能住两家人，住宿费自理',
  '有船，辛苦费看着给',
  '加微信 jiuyuan888，有船',
  '仓库有沙袋，电话13812345678',
  '出船，带价私聊',
  '住我家，3栋2单元501',
  '有柴油，发电用',
])('in a flood, too, no board shows: %s', (note) => expect(verdict(note, 'spare')).not.toBe('publish'));
