import type { CallOutput } from '../../../cloudfunctions/shared/contract/contract';
import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import { say, translated } from '../../facts/words/say';

/** A link from 我的 to one of the pages of trust or review. */
export interface Entrance {
  page:
    | 'news'
    | 'verify'
    | 'contacts'
    | 'callers'
    | 'document-queue'
    | 'my-data'
    | 'reports'
    | 'queue'
    | 'join'
    | 'operators'
    | 'operations'
    | 'achieved'
    | 'feedback'
    | 'campaign'
    | 'help';
  package: 'trust' | 'review' | 'news' | 'help' | 'achieved';
  icon: string;
  name: string;
  /** What the user finds there now. */
  note: string;
  /** Whether someone waits for the user there. */
  urgent: boolean;
}

/** What waits in the rooms of volunteers and operators; null for everyone else. */
export type Rooms = CallOutput<'news', 'waiting'>['rooms'];

/** `waiting`: call-back requests without an answer yet. `unread`: news. */
export function trustEntrances(
  self: Self,
  { waiting, unread, rooms }: { waiting: number; unread: number; rooms: Rooms },
): Entrance[] {
  const { limit, left } = self.contacts;
  return [
    {
      page: 'news',
      package: 'news',
      icon: 'notification',
      name: say('消息'),
      note: unread === 0 ? say('没有新消息') : say`${unread} 条新消息`,
      urgent: unread > 0,
    },
    {
      page: 'verify',
      package: 'trust',
      icon: 'verify',
      name: say('实名验证'),
      note: verificationNote(self),
      urgent: false,
    },
    {
      page: 'contacts',
      package: 'trust',
      icon: 'call',
      name: say('我的联系'),
      note:
        self.verification === 'verified'
          ? say`今天还能联系 ${left} 位，共 ${limit} 位`
          : say`实名后每天能联系 ${limit} 位`,
      urgent: false,
    },
    {
      page: 'callers',
      package: 'trust',
      icon: 'call-incoming',
      name: say('谁联系了我'),
      note: waiting === 0 ? say('没有人在等') : say`${waiting} 位在等您`,
      urgent: waiting > 0,
    },
    {
      page: 'reports',
      package: 'review',
      icon: 'error-circle',
      name: say('我的举报'),
      note: say('举报以后怎么样了'),
      urgent: false,
    },
    ...[...reviewRooms[self.role], ...(self.can.checkDocuments ? [documentQueue] : [])]
      .map(inWords)
      .map((room) => withCount(room, rooms)),
    {
      page: 'achieved',
      package: 'achieved',
      icon: 'chart-bar',
      name: say('大家做到的'),
      note: say('{askedEverywhere}'),
      urgent: false,
    },
    {
      page: 'help',
      package: 'help',
      icon: 'help-circle',
      name: say('帮助与反馈'),
      note: say('常见问题，写给管理员'),
      urgent: false,
    },
    {
      page: 'my-data',
      package: 'trust',
      icon: 'secured',
      name: say('我的数据'),
      note: say('查看和删除'),
      urgent: false,
    },
  ];
}

/** For volunteers and operators only. */
const reviewQueue: Entrance = {
  page: 'queue',
  package: 'review',
  icon: 'task',
  name: '志愿者审核',
  note: '一条一条看，看完一条算一条',
  urgent: false,
};

/** For members who are invited. */
const join: Entrance = {
  page: 'join',
  package: 'review',
  icon: 'user-add',
  name: '当志愿者',
  note: '有邀请码的话，答五道题',
  urgent: false,
};

/** For operators only. */
const operators: Entrance = {
  page: 'operators',
  package: 'review',
  icon: 'usergroup',
  name: '志愿者管理',
  note: '邀请、同意、统计',
  urgent: false,
};

/** For operators only. */
const operations: Entrance = {
  page: 'operations',
  package: 'review',
  icon: 'chart-bar',
  name: '运行情况',
  note: '每小时的数，告警，号码',
  urgent: false,
};

/** For operators only. */
const feedback: Entrance = {
  page: 'feedback',
  package: 'review',
  icon: 'chat',
  name: '用户反馈',
  note: '回答问题，看缺什么',
  urgent: false,
};

/** For operators only. */
const campaign: Entrance = {
  page: 'campaign',
  package: 'review',
  icon: 'notification',
  name: '规则和公告',
  note: '改了一分钟内生效，能退回',
  urgent: false,
};

/** A room with the number of what waits there, as soon as it is known. */
function withCount(room: Entrance, rooms: Rooms): Entrance {
  const counts: Partial<Record<Entrance['page'], number | null>> = {
    queue: rooms?.items,
    'document-queue': rooms?.documents,
    feedback: rooms?.messages,
  };
  const count = counts[room.page] ?? 0;
  return count === 0 ? room : { ...room, note: say`${count} 条在等`, urgent: true };
}

const reviewRooms: Record<Self['role'], Entrance[]> = {
  guest: [],
  member: [join],
  volunteer: [reviewQueue],
  operator: [reviewQueue, operators, operations, feedback, campaign],
};

/** For operators only. */
const documentQueue: Entrance = {
  page: 'document-queue',
  package: 'review',
  icon: 'user-checked',
  name: '证件核验',
  note: '看照片核对别人交来的证件',
  urgent: false,
};

/** The rooms of volunteers are written before the reader's language is known. */
const inWords = (entrance: Entrance): Entrance => ({
  ...entrance,
  name: translated(entrance.name),
  note: translated(entrance.note),
});

function verificationNote({ verification, phoneBound }: Self): string {
  if (verification === 'verified') return phoneBound ? say('已完成') : say('还差绑定手机号');
  if (verification === 'pending') return say('证件正在人工核验');
  return verification === 'refused' ? say('证件没有通过，请看原因') : say('还没有，约 30 秒');
}
