import { chinaClock, chinaDay } from '../china-time';
import { messageTime } from './message-templates';
import type { MessageWords, TemplateName } from './message-templates';
import { say } from '../words/say';

/**
 * Every kind of news that a person finds under 消息, in the words of the reader. To add a kind:
 * 1. an entry here. What its words need and `NewsFacts` lacks becomes a field there and in `NewsFacts` of the contract. With a
 *    `message` it also reaches the phones of those who accepted messages, as a service notification.
 * 2. `addNews(ordered, news('kind', …))` in the transaction of the event that causes it (adapters/news-store.ts).
 * 3. the test of the event reads it back with `news.mine`.
 */
export interface NewsFacts {
  /** The board of the post that the news is about. */
  board: 'need' | 'spare' | null;
  /** Names of the post's items: 布洛芬、体温计. */
  summary: string;
  /** The other side's masked name, 李*. */
  name: string | null;
  /** The masked number that will call. */
  number: string | null;
  count: number | null;
  untilMs: number | null;
  /** The code of what was decided, chosen or said. */
  choice: string | null;
  /** A district, or a place as the reader named it. */
  place: string | null;
  /** Catalogue codes with which a tap fills in a form. */
  codes: string[];
  /** Words of somebody else, as they were written. */
  text: string | null;
}

/** What a tap on the news opens. */
export type NewsPage =
  'post' | 'callers' | 'contacts' | 'talk' | 'verify' | 'my-data' | 'spare-form' | 'help' | 'operations';

interface NewsWords {
  title(facts: NewsFacts): string;
  /** What the reader can do now. */
  text(facts: NewsFacts): string;
  opens: NewsPage;
  /** The values of a subscription message in the order of its template; they are cut to their kinds when it is sent. */
  message?(facts: NewsFacts, atMs: number): MessageWords;
}

export const newsKinds = {
  contact: {
    title: ({ board, summary }) =>
      board === 'need' ? say`有人能给您${summary}` : say`有人想要您的${summary}`,
    text: ({ name, number }) =>
      say`${name ?? say('对方')}可能会用 ${spaced(number)} 打给您。这是隐私号码，对方看不到您的手机号。`,
    opens: 'talk',
    message: ({ summary, number }, atMs) =>
      message('contact', summary, number ?? '', messageTime(atMs), '有人可能会打给您，请留意来电'),
  },
  'call-back': {
    title: ({ board, summary }) =>
      board === 'need' ? say`有人能给您${summary}，请您回电` : say`有人想要您的${summary}，请您回电`,
    text: ({ name }) => say`${name ?? say('对方')}现在不能直接打给您，点开就能给TA回电。`,
    opens: 'callers',
    message: ({ summary }) => message('result', summary, '请您回电', '有人想联系您，点开给TA回电'),
  },
  'called-back': {
    title: ({ summary }) => say`您问的${summary}，对方要给您回电`,
    text: ({ name, number }) => say`${name ?? say('对方')}会用 ${spaced(number)} 打给您，请留意来电。`,
    opens: 'contacts',
    message: ({ summary, number }, atMs) =>
      message('contact', summary, number ?? '', messageTime(atMs), '对方要给您回电，请留意来电'),
  },
  'still-left': {
    title: ({ summary }) => say`您问的${summary}还有`,
    text: ({ name }) => say`${name ?? say('对方')}说还有。先联系先得，点开要号码，直接打。`,
    opens: 'contacts',
    message: ({ summary }) => message('result', summary, '还有', '对方说还有，点开要号码直接打'),
  },
  said: {
    title: ({ name, summary }) => say`${name ?? say('对方')}给您发了消息：${summary}`,
    text: () => say('点开看，说不出话也能点句子回复。'),
    opens: 'talk',
    message: ({ summary }) => message('result', summary, '有新消息', '对方给您发了消息，点开看'),
  },
  thanks: {
    title: ({ name, summary }) => say`${name ?? say('对方')}拿到了${summary}，谢谢您`,
    // `choice` is the giver's own answer, after which no portion is left to take off.
    text: ({ board, count, choice }) =>
      say`您帮到了 ${count ?? 1} 家人。${board === 'spare' && choice === null ? say('点开，点一下就减 1 份。') : ''}`,
    opens: 'talk',
    message: ({ summary }) => message('result', summary, '已送到', '对方拿到了，谢谢您'),
  },
  'hand-over': {
    // Asked because the other side says so, or because of `late`: a good while has passed and neither side has said anything.
    title: ({ name, summary, choice }) =>
      choice === 'late'
        ? say`${summary}拿到了吗？`
        : say`${name ?? say('对方')}说${summary}给您了，拿到了吗？`,
    text: ({ choice }) =>
      choice === 'late'
        ? say('点开，点一下就行。没拿到也说一声，我们再帮您找。')
        : say('点开，点一下告诉对方。'),
    opens: 'talk',
    message: ({ summary, choice }) =>
      message(
        'result',
        summary,
        '拿到了吗',
        choice === 'late' ? '点开说一声，点一下就行' : '对方说给您了，点开说一声',
      ),
  },
  'pass-on': {
    title: ({ summary }) => say`好些了吗？${summary}有没有剩的？`,
    text: () => say('{passOn}'),
    opens: 'spare-form',
    message: ({ summary }) => message('result', summary, '有剩的吗', '用不完的，可以分给附近的人'),
  },
  'ends-soon': {
    title: ({ summary }) => say`您的${summary}快到期了`,
    text: ({ board, untilMs }) =>
      say`${untilMs === null ? say('到期后') : `${chinaClock(untilMs)} `}自动结束。${board === 'need' ? say('还需要') : say('还有')}的话，点开延长。`,
    opens: 'post',
    message: ({ summary }) => message('result', summary, '快到期了', '点开，点一下就能延长'),
  },
  gone: {
    title: ({ summary, count }) => say`${count ?? 2} 位说您的${summary}送完了，还有吗？`,
    text: ({ untilMs }) =>
      say`还有就点“还有{thing}”。${untilMs === null ? '' : say`到 ${chinaClock(untilMs)} `}没有回答，就自动结束。`,
    opens: 'post',
    message: ({ summary }) => message('result', summary, '还有吗', '没有回答会自动结束'),
  },
  'still-there': {
    title: ({ summary }) => say`${summary}还有吗？`,
    text: () => say('还有就点“还有{thing}”，留在前面。送完了就点“全部送完”，别人就不会白打电话。'),
    opens: 'post',
    message: ({ summary }) => message('result', summary, '还有吗', '点开，点一下告诉大家'),
  },
  'still-needed': {
    title: ({ summary }) => say`${summary}还需要吗？`,
    text: () => say('还需要就点一下，留在前面。有了就点“已经解决”，把机会让给别人。'),
    opens: 'post',
    message: ({ summary }) => message('result', summary, '还需要吗', '点开，点一下告诉大家'),
  },
  review: {
    title: ({ choice, summary }) => reviewTitles[choice ?? '']?.(summary) ?? say`您的${summary}有了结果`,
    text: ({ choice }) =>
      reviewTexts[choice ?? '']?.() ?? say('点开看原因，还能改了再发，或者请别的志愿者再看。'),
    opens: 'post',
    message: ({ choice, summary }) =>
      message('result', summary, reviewResults[choice ?? ''] ?? '有结果了', '点开看看'),
  },
  document: {
    title: ({ choice }) => (choice === 'accept' ? say('证件核验通过了') : say('证件没有通过')),
    text: ({ choice }) =>
      choice === 'accept' ? say('现在可以发布和联系了。') : say('点开看原因，可以重新交。'),
    opens: 'verify',
    message: ({ choice }) =>
      message('result', '证件核验', choice === 'accept' ? '已通过' : '没有通过', '点开看看'),
  },
  answer: {
    title: () => say('您写给管理员的，有答复了'),
    text: ({ text }) => text ?? say('点开看答复。'),
    opens: 'help',
    message: () => message('result', '您的反馈', '有答复了', '点开看看'),
  },
  // For operators. Its sentences say what the timer found, in Chinese as in the operators' rooms.
  alarm: {
    title: () => say('运行有情况，请看一下'),
    text: ({ text }) => text ?? say('点开看哪里出了问题。'),
    opens: 'operations',
    message: () => message('result', '运行情况', '要看一下', '点开看哪里出了问题'),
  },
  closing: {
    title: () => say('这次互助已经结束'),
    text: ({ untilMs }) =>
      untilMs === null
        ? say('所有人的信息都会删除。点开能留一份自己的数据。')
        : say`不能再发布和联系了。${dateText(untilMs)}起，所有人的信息都会删除。点开能留一份自己的数据。`,
    opens: 'my-data',
    message: () => message('result', '这次互助', '已经结束', '所有人的信息都会删除，点开能留一份'),
  },
  'match-spare': {
    title: ({ summary }) => say`附近有人有${summary}`,
    text: ({ place, count }) =>
      say`${place ?? say('就在附近')}${count === null ? '' : say`，还有 ${count} 份`}。先联系先得，点开看看。`,
    opens: 'post',
    message: ({ summary, place }) => message('match', summary, nearest(place), '附近有人有，点开联系'),
  },
  'match-need': {
    title: ({ summary }) => say`附近有人在找${summary}`,
    text: ({ place }) => say('{youSaidHave}', place ?? say('就在附近')),
    opens: 'post',
    message: ({ summary, place }) => message('match', summary, nearest(place), '附近有人需要，能帮请点开'),
  },
} as const satisfies Record<string, NewsWords>;

export type NewsKind = keyof typeof newsKinds;

export const newsWords = (kind: NewsKind): NewsWords => newsKinds[kind];

/** The message that news is sent as; null for a kind that is found in the inbox only. */
export const messageOf = (kind: NewsKind, facts: NewsFacts, atMs: number): MessageWords | null =>
  newsWords(kind).message?.(facts, atMs) ?? null;

const message = (template: TemplateName, ...values: string[]): MessageWords => ({ template, values });

const reviewResults: Readonly<Record<string, string>> = {
  publish: '已通过',
  refuse: '没有通过',
  'ask-to-correct': '要改一下',
  hidden: '先收起来',
  returned: '又公开了',
  stale: '还在等检查',
};

const reviewTitles: Readonly<Record<string, (summary: string) => string>> = {
  publish: (summary) => say`您的${summary}通过了，已经在广场上`,
  refuse: (summary) => say`您的${summary}没有通过`,
  'ask-to-correct': (summary) => say`您的${summary}要改一下才能发布`,
  hidden: (summary) => say`您的${summary}被举报，先收起来了`,
  returned: (summary) => say`您的${summary}又在广场上了`,
  stale: (summary) => say`您的${summary}还没公开，要您打开一下小程序`,
};

const reviewTexts: Readonly<Record<string, () => string>> = {
  publish: () => say('现在别人能看到了。'),
  returned: () => say('现在别人能看到了。'),
  hidden: () => say('志愿者看过就有结果。15 分钟没有人看，一般会自动恢复。'),
  stale: () => say('您有两个小时没打开过，微信才没有检查文字。打开后十分钟内就会再查。'),
};

/** The end of a place is what tells: 湖南省长沙市岳麓区，2 公里内 becomes 长沙市岳麓区，2 公里内. */
const nearest = (place: string | null): string =>
  (place ?? '').replace(/^.*?(省|自治区)/, '') || say('就在附近');

/** 12月31日. */
const dateText = (atMs: number): string => {
  const [, month, day] = chinaDay(atMs).split('-').map(Number);
  return say`${month ?? 1}月${day ?? 1}日`;
};

/** 170 0000 0002, on one line. */
const spaced = (number: string | null): string =>
  number === null ? say('隐私号码') : number.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1\u00a0$2\u00a0$3');
