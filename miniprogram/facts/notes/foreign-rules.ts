import { rulings } from './excuses';
import { phrases, type Rule } from './rule';

const figure = '(?:yi|er|liang|san|si|wu|liu|qi|ba|jiu)';
const piece = '(?:yi|mei)(?:he|ban|ping|li|pian|dai|zhi|xiang|fen)';
/** No 'not' before the words. Folded text has no blanks. */
const denied = '(?:^|[^t]|[^o]t|[^n]ot)';

/** Rules that find trade in English, and Chinese trade in Latin letters. Only the function reads them, and a volunteer decides. */
export const foreignRules: readonly Rule[] = [
  {
    name: 'trade in English',
    kind: 'dealing',
    pattern: phrases([
      `${denied}forsale|(?:^|，|\\bi(?:a?m|'m)?)(?:re)?selling(?!out)|(?:^|，)wt[bst](?![a-z])`,
      '(?:will|can|gladto|happyto|wantto|willingto)(?:sell|trade|swap|barter)(?!off)|(?:^|，)(?:trade|swap)[a-z]{3,24}for',
      "(?:^|，|\\bi(?:'?ll|will|can)?|will|willingto|gladto)(?:buy(?:ing)?|pay(?:ing)?)(?:any|all|double|triple|extra|well|good|cash|you|[2-9]x|\\d+(?:rmb|yuan|bucks|usd|kuai|dollars))",
      'payment(?:first|upfront|inadvance|before)|(?:cash|alipay|paypal|venmo|usdt|wechatpay|transfer)(?:only|first|accepted|ok|or(?:cash|alipay|paypal|transfer|wechat))|(?:by|via|or|and|with)(?:paypal|venmo|alipay|usdt|banktransfer|transfer(?=$|，))',
      '(?:\\d+|ten|twenty|thirty|forty|fifty|sixty|eighty|hundred)(?:rmb|yuan|bucks?|usd|kuai|dollars?)(?:each|per|a(?:strip|box|bottle|pack|piece|tablet|pop)|for(?:one|two|both|all|the))',
      '(?:your|best|makean?|makeme(?:an)?)offer(?![a-z])|(?:good|fair|low|best|cheap|special)price|notfreebut|(?:^|，)bulk(?:only|order|sale)|wholesale|(?:name|state)yourprice',
    ]),
    unless: rulings,
  },
  {
    name: 'trade in Latin letters',
    kind: 'dealing',
    pattern: phrases([
      `(?:${figure}(?:shi|bai)(?:${figure})?|shi(?:${figure})?)(?:kuai|yuan|${piece})|${figure}(?:kuai|yuan)(?:qian)?${piece}|\\d+(?:kuai|yuan)(?:qian)?${piece}|${piece}(?:${figure}(?:shi|bai)|\\d+)(?:kuai|yuan)`,
      'gaojia(?:shou|hui)|(?:da|chang|)liang(?:shou|pifa|chushou)|(?:^|，)shouyao|jia(?:ge|qian)(?:haoshuo|siliao|mianyi|keyi)|bu(?:jiang|yi)jia|maiyao(?:de)?(?:lai|jia)|xian(?:fu|zhuan)(?:qian|kuan|zhang)|zhuanzhang(?:ji|hou|lai)|fa(?:ge)?hongbao|youchang',
    ]),
    unless: rulings,
    notIn: /piao|jiaoguo|meiyou|buyao|bie/,
  },
];
