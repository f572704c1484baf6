import { pressButton } from '../open-types';
import type { BuiltIn } from './define';
import { formOf } from './form';

const properties = {
  type: 'default',
  size: 'default',
  plain: false,
  disabled: false,
  loading: false,
  formType: '',
  openType: '',
  sessionFrom: '',
  appParameter: '',
  phoneNumberNoQuotaToast: true,
};

export const button: BuiltIn<typeof properties> = {
  tag: 'button',
  properties: { ...properties, hoverClass: 'button-hover' },
  create(node) {
    const { host } = node;
    host.setAttribute('role', 'button');
    host.tabIndex = 0;
    host.addEventListener('keydown', (event) => {
      if (event.target !== host || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      host.click();
    });
    node.on('tap', () => {
      if (node.data.disabled) return;
      const form = node.data.formType === '' ? undefined : formOf(host);
      if (node.data.formType === 'submit') form?.submit(host);
      if (node.data.formType === 'reset') form?.reset();
      if (node.data.openType !== '') void pressButton(node.data.openType, node);
    });
    return {
      update() {
        const { type, size, plain, disabled, loading } = node.data;
        host.dataset.type = type;
        host.dataset.size = size;
        host.toggleAttribute('data-plain', plain);
        host.toggleAttribute('data-disabled', disabled);
        host.toggleAttribute('data-loading', loading);
        if (disabled) host.setAttribute('aria-disabled', 'true');
        else host.removeAttribute('aria-disabled');
      },
    };
  },
};
