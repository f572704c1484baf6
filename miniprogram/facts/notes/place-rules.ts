import { words, type Rule } from './rule';

const figures = '[0-9一二三四五六七八九十零百两]';
const notRoom =
  '(?![0-9一二三四五六七八九十点]|米|岁|粒|片|颗|度|个|人|天|多|元|块|ml|mg|毫升|平|支|盒|年|月|℃|c|楼|层|栋|床)';
const source = (text: string): RegExp => words(text.replace(/\{n\}/g, figures).replace(/\{end\}/g, notRoom));

/** Rules that find an address more exact than a compound: a building, a door, a room. */
export const placeRules: readonly Rule[] = [
  {
    name: 'a building and a room',
    kind: 'house-number',
    pattern: source(
      '(?:第)?(?:{n}{1,4}|[a-h])(?:栋|幢|号楼|座|号院|#楼?|楼栋|dong|号)[-,、 ]?(?:(?:[a-h]|{n}{1,2})(?:单元|门(?!口)|座|梯|栋|号楼)[-、 ]?)?(?:{n}{1,2}(?:层|楼)[-、 ]?)?(?:\\d{3,4}{end}(?:室|房|号|户)?|[a-h]?\\d{1,4}(?:室|房(?!间里)|户(?!人))|[一二三四五六七八九十零两]{3,4}{end}(?:室|房|号|户)?|[一二三四五六七八九十零两]{1,4}(?:室|户(?!人)))|{n}{1,3}(?:栋|幢|号楼|#)(?:{n}{1,2}单元){n}{1,4}(?:室|房|号|户|{end})',
    ),
    unless: [],
    notIn: /病房|住院|病区|科室|门诊/,
  },
  {
    name: 'an entrance and a room',
    kind: 'house-number',
    pattern: source(
      '{n}{1,2}单元[-、 ]?(?:{n}{1,2}(?:层|楼)[-、 ]?)?(?:\\d{3,4}{end}(?:室|房|号|户)?|{n}{2,4}(?:室|户|号))',
    ),
    unless: [],
    notIn: /病房|住院/,
  },
  {
    name: 'figures for building, entrance and room',
    kind: 'house-number',
    pattern: source(
      '(?:^|[^0-9.~\\-])(?!20\\d\\d)\\d{1,2}[-#]\\d{1,2}[-#](?!20[2-3]\\d)\\d{3,4}(?![0-9.\\-~])(?:室|房|号)?|\\d{1,3}#-?\\d{3,4}{end}(?:室|房)?|[a-h]-?\\d{1,2}-\\d{3,4}{end}(?:室|房)?|(?:小区|花园|家园|公寓|苑|住|地址:?|住在|府|城|村)\\d{1,2}-\\d{3,4}{end}(?:室|房)?',
    ),
    unless: [],
    notIn: /有效期|批号|生产日期|到期|保质/,
  },
  {
    name: 'a street number and a room',
    kind: 'house-number',
    pattern: source(
      '(?:路|街|巷|道|弄|里|胡同){n}{1,5}(?:弄|号)(?:院)?[^，]{0,6}?\\d{1,4}(?:室|房|户)|门牌号?{n}{1,4}号?|{n}{1,5}弄{n}{1,4}号(?:\\d{2,4}{end}|{n}{1,4}(?:室|楼))(?:室)?',
    ),
    unless: [],
  },
  {
    name: 'the name of a compound',
    kind: 'compound',
    pattern: source(
      '(?!这个|那个|我们|咱们|本|同|整个|一个|哪个|隔壁|附近|旁边|对面|各个|老旧)[\\u4e00-\\u9fa5]{2,5}(?:小区|花园|家园|公寓|嘉园|佳园|花苑|华府|一号(?![楼线])|新村|豪庭|名苑|雅苑|公馆|家属院|雅居|名城|国际城|御府|山庄|新苑|东苑|西苑|南苑|北苑)',
    ),
    unless: [],
    notIn:
      /(?:我们|我|咱们|本|同|整个?|这个?|那个?|哪个|隔壁|附近|旁边|对面|各|一个|同一个?|老|里|的|在|到|和|封控|无物业)(?:小区|公寓|花园)/,
  },
];
