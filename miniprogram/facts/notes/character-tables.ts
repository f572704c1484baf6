/** Traditional and variant characters that occur in the form's rules, each followed by its simplified form. */
const simplifiedPairs =
  '丟丢乾干佈布來来係系俬私個个們们偉伟傘伞傢家傳传僅仅價价償偿優优兌兑兒儿內内兩两冊册別别則则剋克劉刘劑剂動动務务勻匀匯汇區区卽即叄叁員员唄呗唸念問问喫吃單单嗎吗噹当嚇吓嚴严國国圍围' +
  '園园圓圆圖图團团執执報报場场塊块壓压夠够奬奖姦奸媽妈學学實实寫写寶宝專专對对層层屬属島岛嵗岁師师帶带幣币幫帮幹干幾几廠厂張张彆别彙汇後后從从復复恥耻愛爱態态憑凭應应懞蒙戶户拚拼掃扫' +
  '掛挂換换搶抢摳抠摺折撥拨撲扑擊击擾扰數数斷断昇升時时會会朮术東东枱台枴拐柺拐査查條条棟栋業业榦干樂乐樓楼標标樣样橋桥機机檢检檯台櫃柜歡欢歲岁殺杀氣气沒没沖冲淩凌測测準准溝沟溫温溼湿' +
  '滙汇滾滚滿满漲涨濕湿濛蒙為为無无煙烟煩烦熱热燒烧爲为爺爷爾尔牀床牴抵獎奖現现產产産产當当痠酸發发盃杯眞真眾众矇蒙碼码禦御種种筆笔箇个節节簽签籤签糰团約约級级結结絕绝給给絲丝絶绝綠绿' +
  '綫线維维網网緑绿線线編编緻致繞绕繫系續续纔才罰罚聯联聽听脫脱腎肾臉脸臺台舉举舊旧舘馆莊庄華华菸烟萬万著着葯药蒐搜蓮莲薑姜藥药處处號号虧亏衆众術术衕同衚胡衛卫衝冲衞卫衹只裏里補补裝装' +
  '裡里製制複复覈核見见規规視视訂订計计記记許许訴诉診诊註注証证詐诈詢询試试話话詳详誌志誠诚說说説说誰谁調调談谈請请論论諮咨諾诺講讲謝谢謹谨證证識识譜谱議议護护豐丰財财貨货販贩貳贰貴贵' +
  '買买費费貼贴資资賞赏賣卖質质賬账購购贈赠車车軟软輸输轉转轍辙辦办迴回這这連连進进運运過过達达違违遞递適适遶绕還还邊边郵邮醣糖醫医釦扣鈴铃銀银錒锕錢钱錫锡錯错錶表鎖锁長长門门閃闪開开' +
  '閑闲閒闲間间閤合闆板關关陞升陸陆陽阳隊队際际隨随隻只雞鸡離离難难電电靈灵鞦秋韆千韋韦順顺預预頓顿領领頭头頻频顆颗題题願愿颱台飯饭餅饼餘余館馆餵喂騙骗驗验體体髖髋髮发鬍胡魚鱼鴻鸿鵝鹅' +
  '鷄鸡鹹咸麗丽麪面麫面麵面麼么麽么黃黄點点黨党黴霉齊齐齣出龍龙佰百仟千拾十圜元妳你両两乗乘仮假伝传価价児儿円圆処处剤剂剰剩効效単单厳严収收団团囲围図图圏圈圧压壱壹売卖奨奖実实対对専专' +
  '帯带弐贰従从徳德応应恵惠捜搜撃击斉齐検检楽乐様样歓欢歩步歳岁毎每気气満满焼烧発发竜龙糸丝続续缶罐聴听荘庄薬药豊丰転转辺边逓递銭钱関关霊灵験验髪发鶏鸡麺面黒黑黙默帳账紅红壹一叁三肆四' +
  '伍五柒七捌八玖九賸剩瞭了祂他認认';

/** Letters and digits of other scripts and sets that look like ours and have no compatibility form in Unicode. */
const lookalikePairs =
  'ᴠvνvѵvᏙv∨vѴvⱽv√vωwшwщwᴡwѡwхxχxᴏoοoоoаaеeсcіiιiрpᴀaᴄcᴇeᴋkкkмmтtᴜuуyᴊjԛqᴛt' +
  '➊1➋2➌3➍4➎5➏6➐7➑8➒9➀1➁2➂3➃4➄5➅6➆7➇8➈9❶1❷2❸3❹4❺5❻6❼7❽8❾9⓿0⓵1⓶2⓷3⓸4⓹5⓺6⓻7⓼8⓽9🄌0🄋0' +
  '〇0ㄨwカ力ロ口↔换⇄换⇋换⇔换✚+✛+✙+✜+╋+╬+†+‡+┼+ㄔ彳';

/** The word behind a picture: ➕ for 加, 🧧 for 红包. */
const pictureWords =
  '➕+ 🧧红包 ☎电话 📞电话 📱手机 🐧qq 💰钱 💵钱 💴钱 🪙钱 💲$ 💸钱 🤑钱 ❤心 ♥心 💗心 💓心 💚心 💌信 ✉信 📧信 🛰卫星 ' +
  '🔟10 ✌v 🅥v 🆅v 🅠q 🆀q 🈶有 🉑可 🉐元 🍠红薯 🐟鱼 🍑桃 🀄众 🔍搜 📦盒';

/** Characters that sound like a digit. The first of each row is the digit. */
const soundRows = [
  '0零林灵凌玲铃洞栋冻动令另圈蛋',
  '1一幺衣依医伊壹妖腰么要邀夭',
  '2二尔耳儿贰两而',
  '3三散伞叁山仨',
  '4四斯寺思死肆丝司似私',
  '5五舞武吾午无伍捂物屋乌勿',
  '6六流柳留陆溜刘遛',
  '7七期妻漆柒齐欺奇拐起气骑',
  '8八吧巴捌叭爸扒把霸',
  '9九酒久玖就旧救勾舅',
];

/** Characters taken apart, and the character that they make. */
export const takenApart: ReadonlyMap<string, string> = new Map([
  ['力口', '加'],
  ['亻言', '信'],
  ['彳敳', '微'],
  ['彳敢', '微'],
  ['彳微', '微'],
  ['亻呆', '信'],
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

export const pairs = (text: string): [string, string][] => {
  const characters = [...text];
  return characters.flatMap((from, index): [string, string][] =>
    index % 2 === 0 ? [[from, characters[index + 1] ?? from]] : [],
  );
};

const byRow = (rows: readonly string[]): Map<string, string> =>
  new Map(rows.flatMap((row) => [...row].map((character): [string, string] => [character, row.charAt(0)])));

export const simplified: ReadonlyMap<string, string> = new Map(pairs(simplifiedPairs));
export const lookalikes: ReadonlyMap<string, string> = new Map(pairs(lookalikePairs));
export const pictures: ReadonlyMap<string, string> = new Map(
  pictureWords.split(' ').map((entry): [string, string] => {
    const [picture = '', ...word] = entry;
    return [picture, word.join('')];
  }),
);
const digitSounds: ReadonlyMap<string, string> = byRow(soundRows);
const nameSounds: ReadonlyMap<string, string> = byRow(nameSoundRows);

/** The digit that a character is, written in figures or as a Chinese numeral. */
export const digitOf = (character: string): string | undefined =>
  character >= '0' && character <= '9' ? character : plainDigits.get(character);

/** The digit that a character may stand for by its sound. */
export const soundedDigitOf = (character: string): string | undefined => digitSounds.get(character);

/** Replaces characters of one sound by one character, without changing the length. */
export const bySound = (text: string): string =>
  [...text].map((character) => nameSounds.get(character) ?? character).join('');
