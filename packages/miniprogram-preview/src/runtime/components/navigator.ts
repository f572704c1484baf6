import { wxCall } from '../api/registry';
import { reportRefusal } from '../errors';
import type { BuiltIn } from './define';

const properties = {
  target: 'self',
  url: '',
  openType: 'navigate',
  delta: 1,
  appId: '',
  path: '',
  extraData: null as unknown,
  version: 'release',
};

const calls: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
};

export const navigator: BuiltIn<typeof properties> = {
  tag: 'navigator',
  properties: { ...properties, hoverClass: 'navigator-hover' },
  create(node) {
    node.host.setAttribute('role', 'link');
    node.host.tabIndex = 0;
    node.on('tap', () => {
      const { target, url, openType, delta } = node.data;
      const call = target === 'miniProgram' ? undefined : calls[openType];
      if (call === undefined) {
        reportRefusal(
          `<navigator target="${target}" open-type="${openType}"> is not supported by the preview`,
        );
        node.emit('fail', { errMsg: 'navigator:fail not supported by the preview' });
        return;
      }
      const finish = (result: 'success' | 'fail') => (answer: unknown) => {
        node.emit(result, answer);
        node.emit('complete', answer);
      };
      wxCall(call, { url, delta, success: finish('success'), fail: finish('fail') });
    });
    return {};
  },
};
