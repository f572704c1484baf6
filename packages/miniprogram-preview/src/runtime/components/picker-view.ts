import type { BuiltIn } from './define';

const properties = {
  value: [] as number[],
  indicatorStyle: '',
  indicatorClass: '',
  maskStyle: '',
  maskClass: '',
  immediateChange: false,
};

const defaultRowHeight = 34;
const settled = new WeakMap<Element, () => void>();

export const pickerView: BuiltIn<typeof properties> = {
  tag: 'picker-view',
  properties,
  create(node) {
    const { host } = node;
    const columns = () => [...host.querySelectorAll<HTMLElement>('wx-picker-view-column')];
    const rowHeight = () => {
      const written = /height\s*:\s*([\d.]+)px/.exec(node.data.indicatorStyle)?.[1];
      return written ? parseFloat(written) : defaultRowHeight;
    };
    const layout = () => {
      host.style.setProperty('--row-height', `${rowHeight()}px`);
      host.style.setProperty('--row-margin', `${(host.clientHeight - rowHeight()) / 2}px`);
      columns().forEach((column, i) => column.scrollTo({ top: (node.data.value[i] ?? 0) * rowHeight() }));
    };
    settled.set(host, () => {
      const value = columns().map((column) => {
        const last = Math.max(0, column.children.length - 1);
        return Math.min(last, Math.round(column.scrollTop / rowHeight()));
      });
      if (value.join() === node.data.value.join()) return;
      node.setData({ value });
      node.emit('change', { value });
      node.emit('pickend', {});
    });
    return {
      update: () => void setTimeout(layout),
      attached: () => void setTimeout(layout),
    };
  },
};

const columnProperties = {};

export const pickerViewColumn: BuiltIn<typeof columnProperties> = {
  tag: 'picker-view-column',
  properties: columnProperties,
  create({ host, on }) {
    let timer = 0;
    host.setAttribute('role', 'listbox');
    host.addEventListener('scroll', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const owner = host.closest('wx-picker-view');
        if (owner) settled.get(owner)?.();
      }, 120);
    });
    on('tap', (event) => {
      const target = event.getOriginalEvent?.()?.target;
      const row = [...host.children].find((child) => target instanceof Node && child.contains(target));
      if (row instanceof HTMLElement)
        host.scrollTo({ top: row.offsetTop - host.clientHeight / 2 + row.offsetHeight / 2 });
    });
    return {};
  },
};
