import { make } from '../chrome/dom';
import type { BuiltIn } from './define';
import { keepInside, registerField } from './form-field';

type Kind = 'radio' | 'checkbox';

interface Choice {
  value(): string;
  control: HTMLInputElement;
  setChecked(checked: boolean): void;
}

interface ChoiceGroup {
  picked(choice: Choice): void;
}

const choices = new WeakMap<Element, Choice>();
const groups = new WeakMap<Element, ChoiceGroup>();

const choiceProperties = { value: '', checked: false, disabled: false, color: '#09BB07' };
const groupProperties = { name: '' };

export const radio = choice('radio');
export const checkbox = choice('checkbox');
export const radioGroup = choiceGroup('radio');
export const checkboxGroup = choiceGroup('checkbox');

function choice(kind: Kind): BuiltIn<typeof choiceProperties> {
  return {
    tag: kind,
    properties: choiceProperties,
    create(node) {
      const { host } = node;
      const control = make('input', { type: kind });
      host.prepend(control);
      keepInside(control, ['input', 'change']);
      const self: Choice = {
        value: () => node.data.value,
        control,
        setChecked(checked) {
          control.checked = checked;
          node.setData({ checked });
        },
      };
      choices.set(host, self);
      control.addEventListener('change', () => {
        node.setData({ checked: control.checked });
        const group = host.closest(`wx-${kind}-group`);
        if (group) groups.get(group)?.picked(self);
      });
      // The text next to the control belongs to it too.
      node.on('tap', (event) => {
        const target = event.getOriginalEvent?.()?.target;
        if (target !== control && host.closest('wx-label') === null) control.click();
      });
      return {
        labelled: control,
        update(changed) {
          if (changed.has('checked')) control.checked = node.data.checked;
          control.disabled = node.data.disabled;
          control.style.setProperty('--choice-color', node.data.color);
        },
        attached() {
          const text = host.textContent?.trim();
          if (text && !control.hasAttribute('aria-label')) control.setAttribute('aria-label', text);
        },
      };
    },
  };
}

function choiceGroup(kind: Kind): BuiltIn<typeof groupProperties> {
  return {
    tag: `${kind}-group`,
    properties: groupProperties,
    create(node) {
      const { host } = node;
      if (kind === 'radio') host.setAttribute('role', 'radiogroup');
      const members = () =>
        [...host.querySelectorAll(`wx-${kind}`)].map((e) => choices.get(e)).filter((c) => c !== undefined);
      const value = () => {
        const checked = members()
          .filter((member) => member.control.checked)
          .map((member) => member.value());
        return kind === 'radio' ? (checked[0] ?? '') : checked;
      };
      groups.set(host, {
        picked(picked) {
          if (kind === 'radio')
            for (const member of members()) if (member !== picked) member.setChecked(false);
          node.emit('change', { value: value() });
        },
      });
      registerField(host, {
        name: () => node.data.name,
        value,
        reset: () => members().forEach((member) => member.setChecked(false)),
      });
      return {};
    },
  };
}

const switchProperties = { checked: false, disabled: false, type: 'switch', color: '#04BE02', name: '' };

export const switchControl: BuiltIn<typeof switchProperties> = {
  tag: 'switch',
  properties: switchProperties,
  create(node) {
    const control = make('input', { type: 'checkbox', role: 'switch' });
    node.host.append(control);
    keepInside(control, ['input', 'change']);
    control.addEventListener('change', () => {
      node.setData({ checked: control.checked });
      node.emit('change', { value: control.checked });
    });
    registerField(node.host, {
      name: () => node.data.name,
      value: () => control.checked,
      reset: () => node.setData({ checked: false }),
    });
    return {
      labelled: control,
      update() {
        control.checked = node.data.checked;
        control.disabled = node.data.disabled;
        control.style.setProperty('--switch-color', node.data.color);
        control.classList.toggle('as-checkbox', node.data.type === 'checkbox');
      },
    };
  },
};

const sliderProperties = {
  min: 0,
  max: 100,
  step: 1,
  value: 0,
  disabled: false,
  showValue: false,
  name: '',
  activeColor: '#1aad19',
  backgroundColor: '#e9e9e9',
  blockSize: 28,
  blockColor: '#ffffff',
};

export const slider: BuiltIn<typeof sliderProperties> = {
  tag: 'slider',
  properties: sliderProperties,
  create(node) {
    const control = make('input', { type: 'range' });
    const shown = make('span', { class: 'slider-value' });
    node.host.append(control, shown);
    keepInside(control, ['input', 'change']);
    const showValue = () => {
      const range = Number(control.max) - Number(control.min) || 1;
      const filled = ((Number(control.value) - Number(control.min)) / range) * 100;
      control.style.setProperty('--slider-filled', `${filled}%`);
      shown.textContent = node.data.showValue ? control.value : '';
    };
    control.addEventListener('input', () => {
      showValue();
      node.emit('changing', { value: Number(control.value) });
    });
    control.addEventListener('change', () => {
      node.setData({ value: Number(control.value) });
      node.emit('change', { value: Number(control.value) });
    });
    registerField(node.host, {
      name: () => node.data.name,
      value: () => Number(control.value),
      reset: () => node.setData({ value: node.data.min }),
    });
    return {
      labelled: control,
      update() {
        const { min, max, step, value, disabled, activeColor } = node.data;
        control.min = String(min);
        control.max = String(max);
        control.step = String(step);
        control.value = String(value);
        control.disabled = disabled;
        control.style.setProperty('--slider-color', activeColor);
        showValue();
      },
    };
  },
};
