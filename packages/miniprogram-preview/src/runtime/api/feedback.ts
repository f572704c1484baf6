import { showModal, type ModalOptions } from '../chrome/modal';
import { showSheet } from '../chrome/sheets';
import { hideLoading, hideToast, showLoading, showToast, type ToastOptions } from '../chrome/toast';
import { refuse } from './refuse';
import { ApiFailure, calls } from './registry';

interface ActionSheetOptions {
  itemList: string[];
  alertText?: string;
  itemColor?: string;
}

/** WeChat shows at most six actions. */
const maximumActions = 6;

/** A button of a dialog holds four Chinese characters, or twice as many letters. */
const maximumButtonWidth = 8;

export const feedback = calls({
  showToast: (options: ToastOptions) => showToast(options),
  hideToast: () => hideToast(),
  showLoading: (options: ToastOptions) => showLoading(options),
  hideLoading: () => hideLoading(),
  showModal(options: ModalOptions) {
    for (const name of ['confirmText', 'cancelText'] as const)
      if (widthOf(options[name] ?? '') > maximumButtonWidth)
        refuse('showModal', `${name} length should not larger than 4 Chinese characters`);
    return showModal(options);
  },
  async showActionSheet({ itemList, alertText, itemColor }: ActionSheetOptions) {
    if (itemList.length > maximumActions)
      refuse('showActionSheet', 'parameter error: itemList should not be larger than 6');
    if (itemList.length === 0)
      refuse('showActionSheet', 'parameter error: parameter.itemList should have at least 1 item;');
    const tapIndex = await showSheet({ items: itemList, title: alertText, itemColor });
    if (tapIndex === undefined) throw new ApiFailure('cancel');
    return { tapIndex };
  },
  enableAlertBeforeUnload: () => undefined,
  disableAlertBeforeUnload: () => undefined,
});

/** A Chinese character is as wide as two letters. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u0391-\uffe5]/.test(character) ? 2 : 1), 0);
}
