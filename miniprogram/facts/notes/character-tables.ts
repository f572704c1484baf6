/** Traditional and variant characters that occur in the rules' words, each followed by its simplified form. */
const simplifiedPairs =
  '丟丢乾干佈布來来侖仑係系俬私倉仓個个們们偉伟偽伪傘伞備备傢家傳传僅仅僞伪價价償偿優优兌兑兒儿內内兩两冊册凈净別别則则剋克剛刚劉刘劑剂動动務务勞劳勻匀匯汇區区協协卽即叄叁員员唄呗唸念' +
  '問问喫吃單单嗎吗噴喷噹当嚀咛嚇吓嚴严囑嘱國国圍围園园圓圆圖图團团執执報报場场塊块塗涂壓压夠够夥伙奧奥奬奖姦奸媽妈學学宮宫實实寧宁寫写寶宝專专尋寻對对導导層层屬属島岛崙仑嵗岁師师帶带' +
  '幣币幫帮幹干幾几庫库廠厂弔吊張张強强彆别彙汇後后從从復复恥耻愛爱態态慾欲憑凭應应懞蒙懸悬戶户拋抛拚拼掃扫掛挂換换搶抢摳抠摺折撥拨撲扑擊击擾扰數数斷断於于旣既昇升時时書书會会朮术東东' +
  '枱台枴拐柺拐査查條条棟栋業业榦干樂乐樓楼標标樣样橋桥機机檢检檯台櫃柜歡欢歲岁殺杀氣气氫氢沒没沖冲淨净淩凌測测準准溝沟溫温溼湿滅灭滙汇滾滚滿满漲涨漿浆潑泼濕湿濛蒙瀉泻為为無无煙烟煩烦' +
  '熱热燒烧爲为爺爷爾尔牀床牴抵狀状獎奖獨独現现瑪玛環环產产産产當当痠酸療疗發发盃杯眞真眾众矇蒙碼码礦矿禦御種种稱称穩稳筆笔箇个節节簡简簽签籤签糰团約约紙纸級级細细結结絕绝絡络給给絲丝' +
  '絶绝絹绢綠绿綫线維维網网緊紧緑绿線线編编緩缓緻致繞绕繫系纈缬續续纔才罰罚羅罗羥羟聯联聽听脫脱腎肾膠胶臉脸臨临臺台與与舉举舊旧舖铺舘馆茲兹莊庄華华菸烟萬万著着葯药蒐搜蓮莲薑姜薦荐藥药' +
  '處处號号虧亏衆众術术衕同衚胡衛卫衝冲衞卫衹只裏里補补裝装裡里製制複复覈核見见規规視视訂订計计託托記记許许訴诉診诊註注証证詐诈詢询試试話话詳详誌志誠诚說说説说誰谁調调談谈請请論论諮咨' +
  '諾诺講讲謝谢謹谨證证識识譜谱議议護护變变讓让豐丰貝贝財财貨货販贩貳贰貴贵買买費费貼贴資资賞赏賣卖質质賬账賴赖購购贈赠車车軟软輝辉輸输轉转轍辙辦办迴回這这連连週周進进運运過过達达違违' +
  '遞递適适遶绕還还邊边郵邮鄰邻醣糖醫医釋释針针釦扣鈉钠鈴铃鉀钾銀银銷销鋒锋鋪铺錒锕錢钱錫锡錯错錶表鍼针鎖锁鏈链長长門门閃闪開开閑闲閒闲間间閤合闆板闇暗關关陞升陸陆陽阳隊队際际隨随隻只' +
  '雙双雞鸡離离難难電电霧雾靈灵靜静鞦秋韆千韋韦響响頁页頂顶順顺預预頓顿領领頭头頻频顆颗題题願愿類类颱台飛飞飯饭飽饱餅饼養养餘余館馆餵喂馬马騙骗驗验體体髖髋髮发鬆松鬍胡魚鱼魯鲁鮮鲜鴻鸿' +
  '鵝鹅鷄鸡鹹咸鹼碱麗丽麪面麫面麯曲麴曲麵面麼么麽么黃黄點点黨党黴霉齊齐齣出龍龙佰百仟千拾十圜元妳你両两乗乘仮假伝传価价児儿円圆処处剤剂剰剩効效単单厳严參参収收団团囲围図图圏圈圧压壱壹' +
  '売卖変变奨奖実实対对専专帯带弐贰従从徳德応应恵惠捜搜撃击斉齐検检楽乐様样歓欢歩步歳岁毎每気气満满焼烧発发穏稳竜龙糸丝続续缶罐聴听荘庄薬药譲让豊丰転转辺边逓递釈释銭钱関关霊灵頼赖験验' +
  '髪发鶏鸡鹸碱麹曲麺面黒黑黙默帳账紅红壹一叁三肆四伍五柒七捌八玖九賸剩瞭了祂他囙因認认億亿該该將将據据訊讯觀观縣县總总終终負负責责遠远盡尽聲声審审輕轻鄉乡鎮镇鐘钟讀读';

/** Letters and digits of other scripts and sets that look like ours and have no compatibility form in Unicode. */
const lookalikePairs =
  'ᴠvνvѵvᏙv∨vѴvⱽv√vωwшwщwᴡwѡwхxχxᴏoοoоoаaеeсcіiιiрpᴀaᴄcᴇeᴋkкkмmтtᴜuуyᴊjԛqᴛt' +
  '➊1➋2➌3➍4➎5➏6➐7➑8➒9➀1➁2➂3➃4➄5➅6➆7➇8➈9❶1❷2❸3❹4❺5❻6❼7❽8❾9⓿0⓵1⓶2⓷3⓸4⓹5⓺6⓻7⓼8⓽9🄌0🄋0' +
  '〇0↔换⇄换⇋换⇔换✚+✛+✙+✜+╋+╬+†+‡+┼+ㄔ彳';

/** What a picture is written for: ➕ for 加, 🧧 for 红包. */
const pictureEntries: readonly (readonly [string, string])[] = [
  ['➕', '+'],
  ['🧧', '红包'],
  ['☎', '电话'],
  ['📞', '电话'],
  ['📱', '手机'],
  ['🐧', 'qq'],
  ['💰', '钱'],
  ['💵', '钱'],
  ['💴', '钱'],
  ['🪙', '钱'],
  ['❤', '心'],
  ['♥', '心'],
  ['💗', '心'],
  ['💓', '心'],
  ['💚', '心'],
  ['💌', '信'],
  ['✉', '信'],
  ['📧', '信'],
  ['🛰', '卫星'],
  ['✌', 'v'],
  ['🅥', 'v'],
  ['🆅', 'v'],
  ['🅠', 'q'],
  ['🆀', 'q'],
  ['🈶', '有'],
  ['🉑', '可'],
];

/** Characters that sound like a digit. The first of each row is the digit. */
const soundRows = [
  '0零林灵凌玲铃洞栋冻动令',
  '1一幺衣依医伊壹妖腰',
  '2二尔耳儿贰',
  '3三散伞叁山',
  '4四斯寺思死肆丝司',
  '5五舞武吾午无伍捂',
  '6六流柳留陆溜刘',
  '7七期妻漆柒齐欺奇拐',
  '8八吧巴捌叭爸扒把',
  '9九酒久玖就旧救',
];

/** Characters taken apart, and the character that they make. */
export const takenApart: ReadonlyMap<string, string> = new Map([
  ['力口', '加'],
  ['亻言', '信'],
  ['彳散', '微'],
  ['亻介', '价'],
  ['车专', '转'],
  ['纟工', '红'],
  ['扌奂', '换'],
  ['扌口', '扣'],
  ['君羊', '群'],
  ['钅戋', '钱'],
]);

const plainDigits: ReadonlyMap<string, string> = new Map(
  [...'零一二三四五六七八九']
    .map((character, index): [string, string] => [character, String(index)])
    .concat([
      ['幺', '1'],
      ['贰', '2'],
      ['陆', '6'],
    ]),
);

/** Pinyin and English names of the digits, as typed in place of them. */
export const spelledDigits: readonly (readonly [string, string])[] = [
  ['three', '3'],
  ['seven', '7'],
  ['eight', '8'],
  ['zero', '0'],
  ['four', '4'],
  ['five', '5'],
  ['nine', '9'],
  ['ling', '0'],
  ['one', '1'],
  ['two', '2'],
  ['six', '6'],
  ['yao', '1'],
  ['san', '3'],
  ['liu', '6'],
  ['jiu', '9'],
  ['yi', '1'],
  ['er', '2'],
  ['si', '4'],
  ['wu', '5'],
  ['qi', '7'],
  ['ba', '8'],
];

/** Characters that stand for one another in a disguised medicine's name, by row; the first is compared. */
const nameSoundRows = [
  '孢胞苞包炮',
  '司斯思丝',
  '奇其琪',
  '莫默陌',
  '阿啊锕',
  '韦维伟威',
  '菲非',
  '岛倒',
  '素塑',
  '霉酶梅',
  '拉啦',
];

const pairs = (text: string): [string, string][] => {
  const characters = [...text];
  return characters.flatMap((from, index): [string, string][] =>
    index % 2 === 0 ? [[from, characters[index + 1] ?? from]] : [],
  );
};

const byRow = (rows: readonly string[]): Map<string, string> =>
  new Map(rows.flatMap((row) => [...row].map((character): [string, string] => [character, row.charAt(0)])));

export const simplified: ReadonlyMap<string, string> = new Map(pairs(simplifiedPairs));
export const lookalikes: ReadonlyMap<string, string> = new Map(pairs(lookalikePairs));
export const pictures: ReadonlyMap<string, string> = new Map(pictureEntries);
const digitSounds: ReadonlyMap<string, string> = byRow(soundRows);
const nameSounds: ReadonlyMap<string, string> = byRow(nameSoundRows);

/** The digit that a character is, written in figures or as a Chinese numeral. */
export const digitOf = (character: string): string | undefined =>
  character >= '0' && character <= '9' ? character : plainDigits.get(character);

/** The digit that a character may stand for by its sound. */
export const soundedDigitOf = (character: string): string | undefined => digitSounds.get(character);

/** A text whose characters of one sound are one character; as long as it was. */
export const bySound = (text: string): string =>
  [...text].map((character) => nameSounds.get(character) ?? character).join('');
