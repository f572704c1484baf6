import { showModal, type ModalOptions } from '../chrome/modal';
import { showSheet } from '../chrome/sheets';
import { hideLoading, hideToast, showLoading, showToast, type ToastOptions } from '../chrome/toast';
import { ApiFailure, calls } from './registry';

interface ActionSheetOptions {
  itemList: string[];
  alertText?: string;
  itemColor?: string;
}

/** WeChat shows at most six actions. */
const maximumActions = 6;

export const feedback = calls({
  showToast: (options: ToastOptions) => showToast(options),
  hideToast: () => hideToast(),
  showLoading: (options: ToastOptions) => showLoading(options),
  hideLoading: () => hideLoading(),
  showModal: (options: ModalOptions) => showModal(options),
  async showActionSheet({ itemList, alertText, itemColor }: ActionSheetOptions) {
    if (itemList.length > maximumActions)
      throw new ApiFailure('parameter error: itemList should not be larger than 6');
    const tapIndex = await showSheet({ items: itemList, title: alertText, itemColor });
    if (tapIndex === undefined) throw new ApiFailure('cancel');
    return { tapIndex };
  },
  enableAlertBeforeUnload: () => undefined,
  disableAlertBeforeUnload: () => undefined,
});
