import { make } from '../chrome/dom';
import { answerTo } from '../listener-answers';
import type { BuiltIn } from './define';
import { keepInside, registerField } from './form-field';

const properties = {
  value: '',
  name: '',
  type: 'text',
  password: false,
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: 'input-placeholder',
  disabled: false,
  maxlength: 140,
  focus: false,
  autoFocus: false,
  autoHeight: false,
  confirmType: 'done',
  confirmHold: false,
  cursor: -1,
  cursorSpacing: 0,
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  fixed: false,
  showConfirmBar: true,
  alwaysEmbed: false,
  disableDefaultPadding: false,
};

const inputModes: Record<string, string> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
};

export const input = textField('input');
export const textarea = textField('textarea');

function textField(tag: 'input' | 'textarea'): BuiltIn<typeof properties> {
  return {
    tag,
    properties,
    create(node) {
      const { host } = node;
      const control = make(tag);
      host.append(control);
      keepInside(control, ['input', 'change', 'focus', 'blur']);
      const fit = () => {
        if (tag !== 'textarea' || !node.data.autoHeight) return;
        host.style.height = 'auto';
        control.style.height = 'auto';
        control.style.height = `${control.scrollHeight}px`;
      };
      control.addEventListener('input', (event) => {
        if ((event as InputEvent).isComposing) return;
        changeValue();
      });
      control.addEventListener('compositionend', () => changeValue());
      const changeValue = () => {
        const value = control.value;
        node.setData({ value });
        const detail = { value, cursor: control.selectionStart ?? value.length, keyCode: 0 };
        node.emit('input', detail);
        replaceText(control, answerTo(detail), (replaced) => node.setData({ value: replaced }));
        fit();
      };
      control.addEventListener('focus', () => node.emit('focus', { value: control.value, height: 0 }));
      control.addEventListener('blur', () => {
        node.emit('blur', { value: control.value, cursor: control.selectionStart ?? 0 });
      });
      control.addEventListener('keydown', (event) => {
        const key = (event as KeyboardEvent).key;
        if (key === 'Enter' && tag === 'input' && !(event as KeyboardEvent).isComposing)
          node.emit('confirm', { value: control.value });
      });
      registerField(host, {
        name: () => node.data.name,
        value: () => control.value,
        reset: () => node.setData({ value: '' }),
      });
      return {
        labelled: control,
        update(changed) {
          const { data } = node;
          const value = data.value === null || data.value === undefined ? '' : String(data.value);
          if (changed.has('value') && control.value !== value) control.value = value;
          control.placeholder = data.placeholder;
          control.disabled = data.disabled;
          if (data.maxlength >= 0) control.maxLength = data.maxlength;
          else control.removeAttribute('maxlength');
          control.style.cssText += placeholderVariables(data.placeholderStyle);
          if (control instanceof HTMLInputElement) {
            control.type = data.password || data.type === 'safe-password' ? 'password' : 'text';
            control.inputMode = inputModes[data.type] ?? 'text';
            control.enterKeyHint = data.confirmType;
          }
          if (changed.has('focus') && data.focus) setTimeout(() => control.focus());
          setTimeout(fit);
        },
        attached() {
          if (node.data.autoFocus) setTimeout(() => control.focus());
        },
      };
    },
  };
}

/** An `input` handler may return the text that replaces what was typed, or `{ value, cursor }`. */
function replaceText(
  control: HTMLInputElement | HTMLTextAreaElement,
  answer: unknown,
  apply: (value: string) => void,
): void {
  const { value, cursor } = (typeof answer === 'string' ? { value: answer } : (answer ?? {})) as {
    value?: unknown;
    cursor?: number;
  };
  if (typeof value !== 'string') return;
  apply(value);
  control.value = value;
  if (cursor !== undefined) control.setSelectionRange(cursor, cursor);
}

function placeholderVariables(style: string): string {
  const color = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(style)?.[1];
  return color ? `;--placeholder-color:${color}` : '';
}
