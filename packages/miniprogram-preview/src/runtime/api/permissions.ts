import { showModal } from '../chrome/modal';
import { askPrivacy, needsPrivacyAnswer, privacyAgreed } from '../privacy';
import { acceptMessages } from '../wechat-services';
import { storageKey } from '../session';
import { refuse, requireTap } from './refuse';
import { ApiFailure, calls } from './registry';

/** Most templates that one tap may ask for. */
const mostTemplates = 3;

/** What the person answered to permission questions on this phone. */
function granted(): Record<string, boolean> {
  return JSON.parse(localStorage.getItem(storageKey('#permissions')) ?? '{}') as Record<string, boolean>;
}

function remember(scope: string, answer: boolean): void {
  localStorage.setItem(storageKey('#permissions'), JSON.stringify({ ...granted(), [scope]: answer }));
}

/** Asks the person only once, because a refusal is remembered. */
export async function askScope(scope: string): Promise<void> {
  const question = { title: '申请权限', content: scope, confirmText: '允许', cancelText: '拒绝' };
  const answer = granted()[scope] ?? (await showModal(question)).confirm;
  remember(scope, answer);
  if (!answer) throw new ApiFailure('auth deny');
}

/** WeChat's page of settings: each permission that was asked for can be given or taken there. */
export async function changeGranted(): Promise<Record<string, boolean>> {
  for (const [scope, isGranted] of Object.entries(granted())) {
    const content = `${scope}（现在：${isGranted ? '允许' : '拒绝'}）`;
    const question = { title: '设置', content, confirmText: '允许', cancelText: '拒绝' };
    remember(scope, (await showModal(question)).confirm);
  }
  return granted();
}

export const permissions = calls({
  getSetting: () => ({
    authSetting: granted(),
    subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
  }),
  async openSetting() {
    requireTap('openSetting');
    return { authSetting: await changeGranted() };
  },
  authorize: ({ scope }: { scope: string }) => askScope(scope),
  async requestSubscribeMessage({ tmplIds }: { tmplIds: string[] }) {
    if (!Array.isArray(tmplIds) || tmplIds.length === 0)
      throw new ApiFailure('TmplIds can not be empty', { errCode: 10001 });
    if (tmplIds.length > mostTemplates)
      refuse('requestSubscribeMessage', 'TmplIds max length is 3', { errCode: 20003 });
    requireTap('requestSubscribeMessage');
    const answer = await showModal({
      title: '订阅消息',
      content: '允许向你发送消息通知？',
      confirmText: '允许',
      cancelText: '取消',
    });
    if (answer.confirm) await acceptMessages(tmplIds);
    return Object.fromEntries(tmplIds.map((id) => [id, answer.confirm ? 'accept' : 'reject']));
  },
  getPrivacySetting: () => ({
    needAuthorization: needsPrivacyAnswer(),
    privacyContractName: '《用户隐私保护指引》',
  }),
  requirePrivacyAuthorize: () => askPrivacy('requirePrivacyAuthorize'),
  async openPrivacyContract() {
    const content = privacyAgreed() ? '你已同意隐私保护指引。' : '本地预览没有平台托管的隐私保护指引。';
    await showModal({ title: '隐私保护指引', content, showCancel: false });
  },
});
