import { make, makeButton, overlayLayer } from './dom';

export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

export interface ModalAnswer {
  confirm: boolean;
  cancel: boolean;
  content: string | null;
}

/** Asks a question in the middle of the phone. */
export function showModal(options: ModalOptions): Promise<ModalAnswer> {
  return new Promise((resolve) => {
    const label = options.title || options.content || '';
    const dialog = make('div', { class: 'modal', role: 'dialog', 'aria-modal': 'true', 'aria-label': label });
    const mask = make('div', { class: 'mask' }, dialog);
    const input = options.editable
      ? make('input', { placeholder: options.placeholderText ?? '' })
      : undefined;
    if (input) input.value = options.content ?? '';
    const finish = (confirm: boolean) => {
      mask.remove();
      resolve({ confirm, cancel: !confirm, content: input && confirm ? input.value : null });
    };
    if (options.title) dialog.append(make('h2', {}, options.title));
    if (input) dialog.append(input);
    else if (options.content) dialog.append(make('p', {}, options.content));
    const actions = make('div', { class: 'dialog-actions' });
    if (options.showCancel !== false) {
      actions.append(
        button(options.cancelText ?? '取消', options.cancelColor ?? '#000', () => finish(false)),
      );
    }
    actions.append(
      button(options.confirmText ?? '确定', options.confirmColor ?? '#576b95', () => finish(true)),
    );
    dialog.append(actions);
    overlayLayer().append(mask);
    input?.focus();
  });
}

function button(text: string, color: string, onClick: () => void): HTMLButtonElement {
  const made = makeButton(text, onClick);
  made.style.color = color;
  return made;
}
