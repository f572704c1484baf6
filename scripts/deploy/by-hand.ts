import { callsPerSecond } from '../../cloudfunctions/shared/contract/budgets';
import type { Deployment } from './deployment';
import { functions } from './desired/functions';
import { privacyItems } from './privacy-items';

/** A step without an API: a person does it and confirms it in `DONE_BY_HAND`. */
export interface ByHand {
  name: string;
  what: string;
  /** The page to open, as a path through the site's menus. */
  where: string;
  done: boolean;
}

/** Every step is required: before all are done the deployment is not finished. docs/deploy.md gives each one's source. */
export function stepsByHand({ doneByHand }: Pick<Deployment, 'doneByHand'>): ByHand[] {
  const done = new Set(doneByHand);
  const steps = declared.map((step) => ({ ...step, done: done.delete(step.name) }));
  const [unknown] = done;
  if (unknown !== undefined)
    throw new Error(
      `DONE_BY_HAND has ${unknown}, which is no step: ${declared.map(({ name }) => name).join(', ')}`,
    );
  return steps;
}

const withOpenApis = functions.filter(({ openApis }) => openApis.length > 0);

/** A reader of Moments has no login, and the platform refuses visitors without one. */
const visitorRule = {
  '*': { invoke: 'auth != null' },
  ...Object.fromEntries(['search', 'posts', 'share'].map((name) => [name, { invoke: true }])),
};

const declared: Omit<ByHand, 'done'>[] = [
  {
    name: 'certification',
    what: 'subject verified (微信认证) and program filed (小程序备案); not a personal subject, because phone numbers are read',
    where: 'mp.weixin.qq.com: 设置, 基本设置',
  },
  {
    name: 'category',
    what: 'category 社交-社区/论坛, with what review asks for in addition: see docs/deploy.md',
    where: 'mp.weixin.qq.com: 设置, 基本设置, 服务类目',
  },
  {
    name: 'interface',
    what: 'interfaces wx.chooseLocation and wx.getFuzzyLocation opened',
    where: 'mp.weixin.qq.com: 开发管理, 接口设置',
  },
  {
    name: 'privacy-guide',
    what: `privacy guide names: ${privacyItems.map(({ item }) => item).join('、')}`,
    where: 'mp.weixin.qq.com: 设置, 服务内容声明, 用户隐私保护指引',
  },
  {
    name: 'openapi',
    what: `permissions of ${withOpenApis.map(({ name, openApis }) => `${name} (${openApis.join(', ')})`).join('; ')}: only DevTools is known to apply a function's config.json`,
    where: 'WeChat DevTools: open the built folder, right click on the function, 上传并部署-所有文件',
  },
  {
    name: 'message-push',
    what: 'message type event, event wxa_media_check pushed to the function moderation: without it no photo is ever shown',
    where: 'CloudBase console in WeChat DevTools: 设置, 其他设置, 消息推送, mode 云函数',
  },
  {
    name: 'masked-numbers',
    what: 'the numbers of the pool listed: npm run operators -- numbers FILE --env ID, after the first deployment',
    where: 'dypls.console.aliyun.com: 号码管理, export the numbers of DYPLS_POOL_KEY into the FILE',
  },
  {
    name: 'call-rate',
    what: `each function limited to ${callsPerSecond} calls a second of one caller (客户端维度, UserID): without it one caller can keep everybody else out`,
    where: 'tcb.cloud.tencent.com: 环境配置, 安全管控, 云函数限频',
  },
  {
    name: 'moments',
    what: `access without a login allowed, with this rule for functions: ${JSON.stringify(visitorRule)}: without it a page opened from Moments is empty`,
    where:
      'CloudBase console in WeChat DevTools: 设置, 权限设置, 未登录用户访问云资源权限设置; 云函数, 云函数权限',
  },
  {
    name: 'upload-key',
    what: 'upload key downloaded and this machine’s address allowed',
    where: 'mp.weixin.qq.com: 开发管理, 开发设置, 小程序代码上传',
  },
  {
    name: 'review',
    what: 'uploaded version submitted for review, then released',
    where: 'mp.weixin.qq.com: 版本管理',
  },
];
