import type { Board } from '../../cloudfunctions/shared/contract/board';
import { regionPlace } from '../presenters/place/region-place';
import { openBoard } from './boards-view';
import { call } from './cloud';
import { choosePlace } from './place-store';
import { openHelp } from './open-help';
import { say } from '../facts/words/say';

/** Opens the target of a code, in place of the page that read it. Throws CallError. */
export async function openScene(scene: string): Promise<void> {
  const target = await call('share', 'open', { scene });
  if (target.kind === 'post') {
    await wx.reLaunch({ url: `/packages/post/pages/post/post?id=${target.id}` });
    return;
  }
  const { name, regionLabel, place } = target.place;
  choosePlace({ kind: 'point', name, regionLabel, place });
  openBoard('spare');
}

/** Opens a board at the region of a shared card; the start page when the region does not exist. */
export async function openRegion(adcode: string, board: Board): Promise<void> {
  const place = regionPlace(adcode);
  if (place === undefined) await wx.switchTab({ url: '/pages/home/home' });
  else {
    choosePlace(place);
    openBoard(board);
  }
}

/** Scans a code; one of ours opens its target. */
export async function scanCode(): Promise<void> {
  const scanned = await wx.scanCode({ scanType: ['qrCode'] }).catch((thrown: { errMsg?: string }) => {
    if (!/cancel/.test(thrown.errMsg ?? '')) void wx.showToast({ title: say('打不开扫一扫'), icon: 'none' });
    return null;
  });
  if (scanned === null) return;
  const { path } = scanned as { path?: string };
  if (path === undefined || path === '') await strangeCode();
  else await wx.reLaunch({ url: `/${path}` });
}

async function strangeCode(): Promise<void> {
  const { cancel } = await wx.showModal({
    title: say('不是{title}的码'),
    content: say('请扫{title}海报上的码。'),
    confirmText: say('知道了'),
    cancelText: say('帮助'),
  });
  if (cancel) openHelp('code-unreadable');
}
