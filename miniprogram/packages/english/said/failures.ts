import type { Sentences } from '../../../facts/words/say';

/** Errors, and sentences that the functions of the cloud compose. */
export const failureSentences: Sentences = {
  // errors
  '填写的内容有误，请检查后再试。': 'Something in the form is wrong. Please check it and try again.',
  '请在微信中打开后再试。': 'Please open this in WeChat.',
  '请先完成实名验证，再发布或联系。': 'Please verify your identity first, then post or contact others.',
  '请先绑定手机号，再发布或联系。': 'Please link your phone number first, then post or contact others.',
  '您的账号因违规已停用。有疑问请联系管理员。':
    'Your account was blocked for breaking the rules. Please ask an operator if this is wrong.',
  '这次互助已经结束，不能再发布、联系和实名了。“我的数据”里可以留一份自己的数据，也可以现在就删除。':
    'This campaign is over: no more posts, contacts and identity checks. Under My data you can copy your data, or delete it now.',
  '您没有权限进行这个操作。': 'You are not allowed to do this.',
  '这条信息不存在，或已经被删除。': 'This post does not exist or was deleted.',
  '这条信息已经结束了。': 'This post has ended.',
  '这条信息刚刚有变化，请看一眼最新的情况再操作。':
    'This post has just changed. Please look at it again first.',
  '说明里有联系方式或门牌号，谁都能看到。去掉就能发布，别人会打平台给的隐私号码。':
    'Your note holds contact details or a door number, which everybody could read. Take them out; others call you through a private number.',
  '这里只免费互助，说明里不能谈钱、交换，也不能要证件。去掉就能发布。':
    'Help here is free. Please write nothing about money, swaps or ID documents in your note.',
  '没有找到这个地区，请重新选择位置。': 'We do not know this area. Please choose the place again.',
  '提醒已经很多了，请先取消一个再加。': 'You have many alerts already. Please remove one first.',
  '您还有几条信息没有结束，请先结束一条再发布。': 'You have several open posts. Please end one first.',
  '这段文字没有通过微信的内容检查，换个说法再试。':
    'This text did not pass WeChat’s check. Please say it in other words.',
  '这条信息有好几处不像家庭之间的互助，不能发布。如果是误会，请改得更具体一些再试。':
    'Several things in this post do not look like help between families, so it cannot be posted. If that is a mistake, say more exactly what you need or give.',
  '邀请码不对，或已经过期。请找管理员要一个新的。':
    'The invitation code is wrong or has expired. Please ask an operator for a new one.',
  '这一条已经不在您手上了，请看下一条。': 'This one is no longer yours. Please look at the next.',
  '已经超过一分钟，不能撤销了。': 'A minute has passed, it cannot be undone.',
  '这条信息不能再申诉了。': 'This post cannot be appealed again.',
  '请先打开这条信息看一看，再举报。': 'Please open the post before you report it.',
  '今天举报的次数用完了，请明天再试。': 'You have used today’s reports. Please try again tomorrow.',
  '今天发布的次数用完了，请明天再发布。已经发布的都还在。':
    'You have used today’s posts. Please post again tomorrow. What you posted is still there.',
  '还没到延长的时候，快到期时再来延长。':
    'It is too early to keep it longer. Come back shortly before it ends.',
  '手机号授权已失效，请重新点一次"绑定手机号"。':
    'The permission has expired. Please tap “Link my phone” again.',
  '目前只支持中国大陆手机号。':
    'Only phone numbers of mainland China work: the carrier cannot connect private numbers to Hong Kong, Macao, Taiwan or foreign phones. If you have a mainland number, link it in WeChat; without one you can look at posts and use the guide, but not post or contact others.',
  '暂时取不到手机号，请过几分钟再试。':
    'The phone number is not available now. Please try again in a few minutes.',
  '姓名填写有误，请填写证件上的姓名。': 'The name is wrong. Please give the name on the document.',
  '证件号填写有误，请逐位核对。': 'The number is wrong. Please check every digit.',
  '这种证件请走"其他证件"的人工核验。': 'For this document, use the row “Passport or another document”.',
  '这个微信已经实名过了，不能换成另一个人。':
    'This WeChat is already verified and cannot change to another person.',
  '姓名和身份证号对不上，请核对后再试。': 'Name and ID number do not match. Please check them and try again.',
  '公安库里暂时查不到这个身份（新办证、现役军人等会这样），请走"其他证件"的人工核验。':
    'The police database does not know this identity yet (as with new ID cards). Please use the row “Passport or another document”.',
  '公安核验库暂时出错，这次不算次数，请过半小时再试。':
    'The police database has a fault. This did not count as a try. Please try again in half an hour.',
  '公安核验库正在升级，这次不算次数，请晚些时候再试。':
    'The police database is being updated. This did not count as a try. Please try again later.',
  '这个身份证号今天在核验库里查得太多了，请明天再试，或者走"其他证件"的人工核验。':
    'This ID number was checked too often today. Try again tomorrow, or use the row “Passport or another document”.',
  '今天的实名次数用完了，请明天再试，并先核对姓名和证件号。':
    'You have used today’s tries. Please check name and number, and try again tomorrow.',
  '实名核验服务没有应答，请过几分钟再试。':
    'The identity service does not answer. Please try again in a few minutes.',
  '实名核验服务的密钥或账户配置有误，请联系管理员。您填的内容没有问题。':
    'The identity service is set up wrongly. Please tell an operator. What you entered is fine.',
  '这个身份已经在另一个微信上实名。请先在那个微信的“我的数据”里允许，十分钟内再来验证；那个微信用不了，就走"其他证件"的人工核验。':
    'This identity is verified on another WeChat. Allow it there under “My data” and verify here within ten minutes. If that WeChat is lost, use the row “Passport or another document”.',
  '这个手机号已经有几个人在用，不能再绑定。请换一个手机号。':
    'Several people already use this phone number. Please use another one.',
  '照片没有传好，或者不是照片。请重新拍照上传。':
    'The photo did not arrive or is not a photo. Please take it again.',
  '您的证件正在人工核验，请等结果。': 'Your document is being checked. Please wait for the result.',
  '这份证件已经有人处理过了。': 'This document has been dealt with.',
  '您读到的姓名或号码和对方填写的不一样，请再看一眼照片。':
    'The name or number that you read differs from what was entered. Please look at the photo again.',
  '这是您自己发布的信息。': 'This is your own post.',
  '今天的联系次数用完了。': 'You have used today’s contacts.',
  '联系这位捐赠者的人已经够多了，先看看别的吧，过一会儿也可能有名额。':
    'Enough people have contacted this giver. Please look at others; there may be room again in a while.',
  '这次联系已经结束了。': 'This contact has ended.',
  '过了十分钟，不能撤销了。还有{thing}的话，可以再发一条。':
    'Ten minutes have passed, it cannot be undone. If you still have some, post again.',
  '对方已经结束了和您的联系，请看看别家。': 'They ended the contact with you. Please look at other posts.',
  '正在为您申请号码，请过几秒再试。': 'We are getting a number for you. Please try again in a few seconds.',
  '对方现在没有可以接听的手机号，先看看别的吧。':
    'They have no phone that can be called now. Please look at other posts.',
  '对方绑定的手机号和您的是同一个，不能这样拨打。':
    'They linked the same phone number as you, so it cannot be called.',
  '今天请求回电的次数用完了，请明天再试。':
    'You have used today’s requests for a call. Please try again tomorrow.',
  '运营商暂时给不出号码，请过几分钟再试。':
    'The carrier has no number now. Please try again in a few minutes.',
  '隐私号码服务的密钥或号码池配置有误，请联系管理员。':
    'The private number service is set up wrongly. Please tell an operator.',
  '地方的名字里只写名字，如“湘江一号小区”。': 'Write only the name of the place, such as 湘江一号小区.',
  '现在做不了链接，请过几分钟再试，或者转发到微信。':
    'A link cannot be made now. Please try again in a few minutes, or share in WeChat.',
  '现在画不出二维码，请过几分钟再试。': 'The QR code cannot be drawn now. Please try again in a few minutes.',
  '这个码认不出来，可能印坏了，或者不是{title}的码。':
    'This code is not readable. It may be badly printed, or not one of ours.',
  '今天打开的信息已经很多了，请明天再看。': 'You have opened many posts today. Please come back tomorrow.',
  '您这一小时看得太多了，请过一会儿再来。':
    'You have looked at a lot within this hour. Please come back in a while.',
  '服务的密钥或设置有误，请联系管理员。您填的内容没有问题。':
    'The service is set up wrongly. Please tell an operator. What you entered is fine.',
  '您的信息正在删除，这一步没有保存。想重新开始，请过一分钟再来。':
    'Your data are being deleted, so this was not saved. To start again, come back in a minute.',
  '现在用的人太多了，请稍等几秒再试。': 'Very many people are here now. Please try again in a few seconds.',
  '服务出了点问题，请稍后再试。': 'Something went wrong. Please try again later.',
  '填写的姓名或号码和照片不一样。': 'The name or number that you entered differs from the photo.',
  '照片不全，请把整页拍进去。': 'The photo is cut off. Please show the whole page.',
  '照片看不清，请重新拍。': 'The photo is not clear. Please take it again.',
  '照片里不是所选的证件。': 'The photo shows another document than the chosen one.',
  '证件已经过期。': 'The document has expired.',
  '请拍证件原件，不要拍屏幕或复印件。': 'Please photograph the document itself, not a screen or a copy.',
  // cloud: sentences that functions compose
  '您这一小时看得太多了，请在 {0} 以后再来。':
    'You have looked at a lot within this hour. Please come back after {0}.',
  '已经申诉，会由另一位志愿者再看一次。': 'Appealed. Another volunteer will look again.',
  '还没有公开，要先看一眼。': 'Not public yet: somebody has to look first.',
  '您可以现在改好再发。': 'You can change it now and post again.',
  '暂时不显示，志愿者看过就有结果。': 'Hidden until a volunteer has looked.',
  '请改一下再发：{0}': 'Please change it and post again: {0}',
  '没有公开：{0}': 'Not public: {0}',
  '申诉也看过了。': 'The appeal was looked at, too.',
  '您可以改好再发，或者申诉一次，由另一位志愿者看。':
    'You can change it and post again, or appeal once for another volunteer.',
  '请不要用政府部门的名字，也不要写“官方”。写这个地方自己的名字。':
    'Please do not use the name of an authority, or the word “official”. Write the place’s own name.',
  '请写出地方的名字，如“湘江一号小区”。': 'Please write the name of the place, such as 湘江一号小区.',
  '地方的名字里只写名字。': 'Write only the name of the place.',
  '说明里有几个字像广告或联系方式，改一改就能快一点。':
    'Some words of your note look like an advert or contact details. Changing them makes it quicker.',
  '微信的内容检查不能确定，要有人看一眼。': 'WeChat’s check was not sure, so somebody has to look.',
  '微信的内容检查暂时没有回答，系统会自动再查，您不用做什么。':
    'WeChat’s check has not answered. It is asked again; you need do nothing.',
  '有一张照片微信拿不准，要有人看一眼，别人暂时看不到它。':
    'WeChat was not sure about one photo. Others cannot see it until somebody has looked.',
  '好几个人发了几乎一样的文字。': 'Several people posted almost the same text.',
  '最近登记的数量比一个家庭用的多。': 'The amounts of late are more than one family uses.',
  '同一个地点今天有很多账号在发布。': 'Many accounts posted from the same place today.',
  '您结束过一样的信息又重新发布，“最新发布”里仍按第一次发布的时间排。':
    'You withdrew the same post and posted it again. Under “Newest first” it keeps its first time.',
  '短时间里联系了很多人。': 'Many people were contacted in a short time.',
  '有人反映之前的信息要钱。': 'Somebody said that an earlier post asked for money.',
  '有人反映之前的信息不是真的。': 'Somebody said that an earlier post was not real.',
  '有人举报了这条信息。': 'Somebody reported this post.',
  '优先人群几乎都勾选了，或每一条都勾选，这条信息按普通顺序排。':
    'Nearly all groups were ticked, or most of them on every post, so this one is in the usual order.',
  '看起来是买卖、收费或交换。': 'It looks like a sale, a fee or a swap.',
  '这里只免费互助。': 'Help here is free.',
  '里面有联系方式或门牌号，谁都能看到。':
    'It holds contact details or a door number, which everybody can read.',
  '请去掉。': 'Please take it out.',
  '内容看起来不是真实的情况。': 'It does not look real.',
  '里面有骂人或吓人的话。': 'It insults or frightens.',
  '里面有别人的隐私。': 'It holds other people’s private data.',
  '和您已经发布的信息重复了。': 'It repeats a post of yours.',
  '看不明白需要什么或有什么，请写清楚一些。':
    'It is not clear what is needed or offered. Please write it more clearly.',
  '不符合这里的规则。': 'It is against the rules here.',
  '已收到，会有人来看。': 'Received. Somebody will look.',
  '处理了：这条信息已经拿下来了。': 'Done: the post was taken down.',
  '谢谢您。': 'Thank you.',
  '不想再被这个人联系，请同时点“结束联系”或“婉拒”。':
    'If you do not want to hear from this person again, also tap “End contact” or “Decline”.',
  '处理了：这个人已经被停用。': 'Done: this person was blocked.',
  '处理了：看过了，没有停用这个人。': 'Done: somebody looked and did not block this person.',
  '您还没有举报过。看到要钱的、假的，点开那条信息，最下面可以举报。':
    'You have reported nothing. If a post asks for money or is false, open it: you can report it at the end.',
  '{0}举报：{1}': 'Reported {0}: {1}',
  联系我的人: 'Somebody who contacted me',
  已经没有的信息: 'A post that is gone',
  '处理了：看过了，没有发现问题。': 'Done: somebody looked and found nothing wrong.',
  '处理了：这条信息已经结束，没有人能再联系。': 'Done: the post has ended, and makes no more contacts.',
  '您说的记下了。': 'Your report was noted.',
  '处理了：您说的记下了。': 'Done: your report was noted.',
  '不用留，答复会到您的“消息”里。': 'You need not leave it: the answer comes to your inbox.',
  '去掉就能发。': 'Take it out, and it can be sent.',
  '这个名字没有通过微信的内容检查，换个名字再试。':
    'WeChat’s check did not let this name pass. Try another one.',
  '微信的内容检查暂时没有回答，请过几分钟再试。':
    'WeChat’s check does not answer now. Please try again in a few minutes.',
  '“{0}”像是{1}。': '“{0}” looks like {1}.',
  '一条信息最多选 {0} 种。': 'A post holds at most {0} kinds.',
  '{0}不能用“{1}”来计数。': '{0} cannot be counted in {1}.',
  '{0}最多填 {1}，{enough}': '{0}: at most {1}. {enough}',
  '请核对{0}的有效期，年份太远了。': 'Please check the expiry date of {0}: the year is too far away.',
  '最多填 {0} 份。': 'At most {0} portions.',
  '说明最多 {0} 个字。': 'A note has at most {0} characters.',
  '今天上传的照片太多了，请明天再传。': 'Too many photos today. Please try again tomorrow.',
  '这个地方的码已经停用了。': 'The code of this place is no longer in use.',
  '到期前 {0} 小时里可以延长，现在还早。':
    'You can keep it longer within the last {0} hours. It is still early.',
  '请把位置选到区县。': 'Please choose the place down to the district.',
  '选的位置不在这个地区，请重新选择。': 'The chosen place is not in this area. Please choose again.',
  '您的上一次操作还没做完，请等几秒再试。':
    'Your last step is not finished. Please try again in a few seconds.',
  '今天已经打开了 {0} 条信息，请明天再看。': 'You have opened {0} posts today. Please come back tomorrow.',
  '看过的还能再打开。': 'You can still open those that you have seen.',
  '一天最多发布 {0} 次，请明天再发布。': 'You can post {0} times a day. Please post again tomorrow.',
  '已经发布的都还在。': 'What you posted is still there.',
  '同时最多发布 {0} 条，请先结束一条再发布。': 'At most {0} open posts are allowed. Please end one first.',
  '一天 {0} 次联系用完了。': 'You have used all {0} contacts of the day.',
  '一天 {0} 次联系用完了，下一次{1} {2} 恢复；告诉我们联系的结果，可以马上得回一次。':
    'You have used all {0} contacts of the day. The next one comes back {1} at {2}. Tell us how a contact went, and you get one back at once.',
  // findings: why words of a note cannot stay
  手机号: 'a phone number',
  电话号码: 'a phone number',
  微信号: 'a WeChat name',
  QQ号: 'a QQ number',
  邮箱: 'an email address',
  像号码或账号的字: 'something like a number or an account',
  链接: 'a link',
  扫码或小程序: 'a code or mini-program',
  群: 'a group',
  别处的联系方式: 'contact elsewhere',
  价钱: 'a price',
  付款: 'payment',
  红包或酬谢: 'a red packet or reward',
  买卖: 'a sale',
  大批数量: 'a bulk amount',
  做买卖的话: 'a dealer’s words',
  交换: 'a swap',
  门牌号: 'a door number',
  小区名: 'a compound’s name',
  索要证件或银行信息: 'asking for documents or bank details',
  '手机号谁都能看到，不用写，有人要联系您，会打平台给的隐私号码。':
    'Everybody could read a phone number. You need none: others call you through a private number.',
  '电话号码谁都能看到，不用写，有人要联系您，会打平台给的隐私号码。':
    'Everybody could read a phone number. You need none: others call you through a private number.',
  '微信号不用写，有人要联系您，会打平台给的隐私号码。':
    'You need no WeChat name: others call you through a private number.',
  'QQ号不用写，有人要联系您，会打平台给的隐私号码。':
    'You need no QQ number: others call you through a private number.',
  '邮箱不用写，有人要联系您，会打平台给的隐私号码。':
    'You need no email address: others call you through a private number.',
  '这串字像是号码或账号。联系方式不用写，有人要联系您，会打平台给的隐私号码。':
    'This looks like a number or an account. You need no contact details: others call you through a private number.',
  '联系方式不用写，有人要联系您，会打平台给的隐私号码。':
    'You need no contact details: others call you through a private number.',
  '这里不能放链接和店铺。': 'No links and no shops here.',
  '这里不能让人扫码，也不能引到别的小程序和公众号。':
    'No codes to scan, and no ways to other mini-programs and accounts.',
  '这里不能拉人进群。': 'No invitations to groups here.',
  '这里只免费互助，不能谈钱，也不能拿东西换。': 'Help here is free: no money and no swaps.',
  '门牌号谁都能看到，电话里再告诉对方就好。': 'Everybody could read a door number. Tell it on the phone.',
  '不写小区名也找得到您。要写也可以。':
    'People can find you without the compound’s name. You may leave it in.',
  '这里谁也不能要别人的证件、银行卡和验证码。': 'Nobody may ask for documents, bank cards or codes here.',
};
