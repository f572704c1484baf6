import { pairs } from './character-tables';

/** Further traditional characters, from words that only the function reads. */
const furtherPairs =
  '侖仑倉仓偽伪備备僞伪凈净剛刚勞劳協协噴喷嚀咛囑嘱塗涂夥伙奧奥宮宫寧宁尋寻導导崙仑庫库弔吊強强慾欲懸悬拋抛於于旣既書书氫氢淨净滅灭漿浆潑泼瀉泻狀状獨独瑪玛環环療疗礦矿稱称穩稳簡简紙纸' +
  '細细絡络絹绢緊紧緩缓纈缬羅罗羥羟膠胶臨临與与舖铺茲兹薦荐託托變变讓让貝贝賴赖輝辉週周鄰邻釋释針针鈉钠鉀钾銷销鋒锋鋪铺鍼针鏈链闇暗雙双霧雾靜静響响頁页頂顶類类飛飞飽饱養养馬马鬆松魯鲁' +
  '鮮鲜鹼碱麯曲麴曲參参変变穏稳譲让釈释頼赖鹸碱麹曲囙因億亿該该將将據据訊讯觀观縣县總总終终負负責责遠远盡尽聲声審审輕轻鄉乡鎮镇鐘钟讀读';

const further: ReadonlyMap<string, string> = new Map(pairs(furtherPairs));

/** Simplifies these in a folded text too, without changing its length. */
export const moreSimplified = (text: string): string =>
  [...text].map((character) => further.get(character) ?? character).join('');
