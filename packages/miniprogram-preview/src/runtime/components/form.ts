import { frameworkElementOf, type DomElement } from '../backend';
import type { BuiltIn } from './define';
import { fieldsIn } from './form-field';

interface FormActions {
  submit(target: DomElement): void;
  reset(): void;
}

const actions = new WeakMap<Element, FormActions>();

/** The form that contains an element. */
export function formOf(element: Element): FormActions | undefined {
  const host = element.closest('wx-form');
  return host ? actions.get(host) : undefined;
}

const properties = { reportSubmit: false, reportSubmitTimeout: 0 };

export const form: BuiltIn<typeof properties> = {
  tag: 'form',
  properties,
  create(node) {
    actions.set(node.host, {
      submit(target) {
        const value = Object.fromEntries(fieldsIn(node.host).map((field) => [field.name(), field.value()]));
        const pressed = frameworkElementOf(target);
        node.emit('submit', {
          value,
          target: { id: pressed?.id ?? '', dataset: pressed?.dataset ?? {} },
          formId: '',
        });
      },
      reset() {
        for (const field of fieldsIn(node.host)) field.reset();
        node.emit('reset', { target: {} });
      },
    });
    return {};
  },
};

const labelProperties = { for: '' };

/** A tap on a label activates the control it names, otherwise the first control inside it. */
export const label: BuiltIn<typeof labelProperties> = {
  tag: 'label',
  properties: labelProperties,
  create(node) {
    const controls = 'wx-checkbox,wx-radio,wx-switch,wx-input,wx-textarea,wx-button';
    node.on('tap', (event) => {
      const page = node.host.closest('wx-page');
      const named =
        node.data.for === '' ? null : page?.querySelector(`[wx-id="${CSS.escape(node.data.for)}"]`);
      const control = named ?? node.host.querySelector(controls);
      const tapped = event.getOriginalEvent?.()?.target;
      if (!control || (tapped instanceof Node && control.contains(tapped))) return;
      const inner = control.querySelector<HTMLElement>('input,textarea');
      if (inner instanceof HTMLInputElement && /checkbox|radio/.test(inner.type)) inner.click();
      else if (inner) inner.focus();
      else (control as HTMLElement).click();
    });
    return {};
  },
};
