import type { Sentences } from '../../../facts/words/say';

/** Help, and what operators answer. */
export const helpSentences: Sentences = {
  '记下了，谢谢。很多人缺的会加进清单。': 'Noted, thank you. What many people miss is added to the list.',
  '今天写给管理员的已经够多了，请明天再写。已经写的都会有人看。':
    'You have written enough to the operators today. Everything is read; please write again tomorrow.',
  '这一条已经有人答复了。': 'This was answered already.',
  '别的管理员刚改过，请看过再改。': 'Another operator has just changed it. Look first.',
  '您写给管理员的，有答复了': 'The operators answered you',
  '点开看答复。': 'Tap to read the answer.',
  '网络连不上，或者一直转圈': 'No network, or it keeps loading',
  '先看手机有没有信号，关掉再打开小程序。':
    'Check the signal, then close the mini-program and open it again.',
  '没发出去的会记在“我的”里，有网络就自动补发，不会发两次。':
    'What was not sent is kept under “Me” and sent when there is a network, never twice.',
  '怎么{find}？': 'How do I find {thing}?',
  '离得近的在前面。点开一条，再点“联系TA”。': 'The nearest come first. Open one, then tap “Contact them”.',
  '附近没有：点“发布求助”，或者点“有了告诉我”。':
    'Nothing near you: tap “Ask for it”, or “Tell me when there is some”.',
  '为什么要实名？我的信息安全吗？': 'Why verify? Is my information safe?',
  '别人只看到“李*”这样的名字，看不到您的手机号、住址和证件。':
    'Others see only a name like 李*, never your phone number, address or document.',
  去实名验证: 'Verify my identity',
  '实名没有通过怎么办？': 'What if the check fails?',
  '照着证件一个字一个字核对姓名和号码，名字里的点写“·”。':
    'Compare name and number with the document, character by character.',
  '护照、回乡证、台胞证、生僻字、新办的证、查不到记录：走“其他证件”，拍照由人核对。':
    'Passport, Home Return Permit (回乡证), Taiwan Compatriot Permit (台胞证), rare characters, new cards, no record: use “Passport or another document”. A person checks your photo.',
  '核验库出错不算次数，过半小时再试。':
    'A fault of the database does not count as a try. Try again in half an hour.',
  走其他证件: 'Passport or another document',
  手机号绑不上: 'My phone number cannot be linked',
  '现在只支持中国大陆的手机号，因为隐私号码只能接到大陆号码。':
    'Only mainland China numbers work, because private numbers connect only to those. Phones of Hong Kong, Macao, Taiwan and abroad cannot be linked.',
  '点“绑定手机号”，在微信的窗口里选一个号码；没反应就再点一次。':
    'Tap “Link my phone” and choose a number in WeChat’s window. If nothing happens, tap again.',
  '隐私号码是什么？打不通怎么办？': 'What is a private number? What if it does not work?',
  '平台给您和对方临时接一个号码，双方都看不到真号码，也不收费。':
    'A number that connects you and the other person for a time. Neither sees the real number, and it costs nothing.',
  '要用您绑定的那个手机号去打，别的手机打不通。':
    'Call from the phone that you linked. No other phone works.',
  '没有人接：过一会儿再打，或者点一句话发给对方。没有空号码时，对方会给您回电。':
    'No answer: call again later, or tap a sentence. If no number is free, they can call you.',
  今天不能再联系了: 'I cannot contact anybody else today',
  '在“我的联系”里说一声“联系得怎么样”，就还您一次。':
    'Answer “How did it go?” under “My contacts”, and you get one back.',
  '一条信息联系的人满了，过一会儿可能又有名额。': 'If a post is full, there may be room again in a while.',
  看我的联系: 'See my contacts',
  '为什么我发的没有通过，或者在等志愿者看？': 'Why was my post not approved, or why does it wait?',
  '说明里不能有电话、微信、门牌号、价钱、交换。去掉就能发。':
    'A note may hold no phone number, WeChat name, door number, price or swap. Take it out and post.',
  '拿不准的由志愿者看一眼，一般很快。没通过会说原因，可以改了再发，也可以请别的志愿者再看。':
    'A volunteer looks at doubtful ones, usually soon. If it is not approved you read why, can change it, or ask another volunteer.',
  '怎么修改、延长、结束我发的？': 'How do I change, keep or end my post?',
  '都在“我的”里：写错了点“修改”，快到期点“延长”，送出去了点“送出 1 份”，不要了点“撤回”。':
    'All under “Me”: “Change”, “Keep it longer”, “Gave 1 portion” and “Withdraw”.',
  '同时只能有几条没结束的，先结束一条再发新的。': 'Only a few posts can be open at a time. End one first.',
  '对方要钱，或者像骗子': 'They want money, or seem to cheat',
  '这里只免费互助。谁要钱都别给，也别给验证码和证件。':
    'Help here is free. Pay nobody, and give nobody codes or documents.',
  '点那条信息下面的“举报”，选“要钱”。两个人举报就先拿下来，志愿者再看。':
    'Tap “Report” below the post and choose “Wants money”. Two reports hide it until a volunteer looks.',
  看我的举报: 'See my reports',
  收不到提醒: 'I get no notifications',
  '所有消息都在“我的”里的“消息”。': 'All messages are under “Me”, “Messages”.',
  '想在微信里收到提醒，点“有人联系时通知我”并选“允许”。点一次能收一条。':
    'For notifications in WeChat, tap “Notify me when somebody contacts me” and allow it. One tap is one notification.',
  看消息: 'See messages',
  二维码扫不出来: 'The QR code does not scan',
  '把码拍正、拍清楚再扫。印坏了就请贴码的人重新打印。':
    'Hold the phone straight and close. If it is badly printed, ask for a new print.',
  '怎么发给微信外面的人？': 'How do I share outside of WeChat?',
  '打开一条信息，点“复制链接”，粘贴到短信或微博里。':
    'Open a post, tap “Copy link”, and paste it into an SMS or on Weibo.',
  '现在做不了链接，就转发到微信，或者保存海报发给对方。':
    'If no link can be made now, forward it in WeChat, or save the poster and send that.',
  '怎么删除我的信息？': 'How do I delete my data?',
  '在“我的数据”里点“删除”，发的信息、联系记录、手机号、实名都会删掉。':
    'Tap “Delete” under “My data”. Posts, contacts, phone number and identity are deleted.',
  '为什么不能发布和联系了？': 'Why can I no longer post or contact others?',
  '这次互助已经结束。已有的联系还能用，过些天所有人的信息都会删除。':
    'This campaign is over. Contacts that you have still work; in some days what is kept about everybody is deleted.',
  看我的数据: 'See my data',
  我的账号停用了: 'My account is blocked',
  '停用要两位志愿者都同意。觉得弄错了，就在下面写给管理员，会有人看。':
    'Two volunteers must agree to a block. If it is a mistake, write to the operators below.',
  志愿者和管理员的页面出错了: 'A volunteers’ page has a fault',
  '一条只在一个人手里五分钟，超过了就给别人。往下拉，看下一条。':
    'A post is yours for five minutes, then another’s. Pull down for the next.',
  提示服务的密钥或设置有误: 'It says that the service is set up wrongly',
  '这是我们这边的问题，您填的没有错。在下面写一句，管理员会尽快看。':
    'That is our fault, not yours. Write a line below and an operator will look.',
  '请先写一句话。': 'Please write something first.',
  '收到了。有了答复，会出现在“消息”里。': 'Received. The answer will appear under “Messages”.',
  '写的还在，有网络再点一次。': 'Your words are still here. Tap again when there is a network.',
  出错了: 'A fault',
  不会用: 'How to use it',
  '实名、停用': 'Identity, blocks',
  别的: 'Something else',
  '改好了，等人看': 'Changed, waiting for a look',
  '管理员，已实名，可以发布和联系': 'Operator, verified',
  '志愿者，已实名，可以发布和联系': 'Volunteer, verified',
  帮助与反馈: 'Help',
  '常见问题，写给管理员': 'Questions, and writing to us',
  用户反馈: 'Users’ messages',
  '回答问题，看缺什么': 'Answer, see what is missing (in Chinese)',
  '{0} 条在等': '{0} waiting',
  '要钱、卖东西': 'Wants money, sells',
  说假话: 'Lies',
  '冒充别人，约好了不来': 'pretends to be somebody else, does not come',
  打听隐私: 'Asks for private data',
  '要住址、证件、验证码': 'an address, documents, codes',
  '骂人、骚扰': 'Insults, harasses',
  知道了: 'OK',
  帮助: 'Help',
};
