import { make, makeButton } from '../chrome/dom';
import { openSheet } from '../chrome/sheets';
import type { BuiltIn } from './define';
import { registerField } from './form-field';
import { columnsFor } from './picker-columns';
import { pickerProperties, type PickerColumns, type PickerData } from './picker-data';
import { makeWheels } from './wheels';

export const picker: BuiltIn<PickerData> = {
  tag: 'picker',
  properties: pickerProperties,
  create(node) {
    registerField(node.host, {
      name: () => node.data.name,
      value: () => node.data.value,
      reset: () => node.setData({ value: null }),
    });
    const open = async () => {
      const columns = await columnsFor(node.data);
      openWheels(columns, node.data.headerText, {
        columnChange: (column, value) => node.emit('columnchange', { column, value }),
        confirm(answer) {
          node.setData({ value: answer.value });
          node.emit('change', answer);
        },
        cancel: () => node.emit('cancel', {}),
      });
      refill = columns.refill;
    };
    let refill: PickerColumns['refill'];
    node.on('tap', () => {
      if (!node.data.disabled) void open();
    });
    return {
      attached() {
        node.host.tabIndex = 0;
        // If the content has a role and a name, a screen reader meets the content itself.
        if (node.host.querySelector('[role]') !== null) return;
        node.host.setAttribute('role', 'combobox');
        node.host.setAttribute('aria-haspopup', 'listbox');
        node.host.setAttribute('aria-expanded', 'false');
      },
      update(changed) {
        // Programs change later columns while the picker is open.
        if (changed.has('range') || changed.has('value')) refill?.(node.data);
      },
    };
  },
};

interface PickerEvents {
  columnChange(column: number, index: number): void;
  confirm(detail: Record<string, unknown>): void;
  cancel(): void;
}

function openWheels(columns: PickerColumns, header: string, events: PickerEvents): void {
  const wheels = makeWheels(columns.texts, columns.chosen, (column, index) => {
    columns.changed?.(wheels, column);
    events.columnChange(column, index);
  });
  columns.bind?.(wheels);
  const cancel = () => {
    close();
    events.cancel();
  };
  const confirm = () => {
    close();
    events.confirm(columns.answer(wheels.indexes()));
  };
  const bar = make(
    'div',
    { class: 'picker-bar' },
    makeButton('取消', cancel),
    make('span', {}, header),
    makeButton('确定', confirm, { class: 'picker-confirm' }),
  );
  const close = openSheet([bar, wheels.element], header || '请选择', cancel);
}
