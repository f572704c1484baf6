import type { Words } from '../../../model/language';

export const helpViews: Words['views'] = {
  'components/help-link/help-link': {
    帮助与反馈: 'Help',
  },
  'packages/advice/pages/advice/advice': {
    title: 'Guide',
    出处: 'Sources',
  },
  'packages/help/pages/help/help': {
    title: 'Help',
    '情况危急：打 {emergency}': 'Emergency: call {emergency}',
    直接写给管理员: 'Write to the operators',
    可以先试试: 'You could try this first',
    常见问题: 'Questions',
    写给管理员: 'Write to the operators',
    '上面没有的，写一句话。有人看，答复到您的“消息”里。':
      'Not answered above? Write a line, in English if you like. The answer comes under “Messages”.',
    关于什么: 'About',
    '出了什么事，点了哪里': 'What happened, and what did you tap?',
    写给管理员的话: 'Your words',
    '不要写电话、微信、证件号和住址。': 'No phone numbers, WeChat names, document numbers or addresses.',
    发给管理员: 'Send',
    我写过的: 'What I wrote',
    '答复：{0}': 'Answer: {0}',
    '{0}，还没有答复': '{0}, no answer yet',
  },
};
