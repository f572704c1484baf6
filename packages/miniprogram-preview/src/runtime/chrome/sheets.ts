import { make, makeButton, overlayLayer } from './dom';

export interface SheetOptions {
  items: string[];
  title?: string;
  itemColor?: string;
}

/** Taps this soon after opening still belong to the tap that opened the sheet. */
const ghostClickMilliseconds = 350;

/** Shows a list of choices from below. Gives the index, or undefined when dismissed. */
export function showSheet({ items, title, itemColor }: SheetOptions): Promise<number | undefined> {
  return new Promise((resolve) => {
    const finish = (index?: number) => {
      close();
      resolve(index);
    };
    const list = make('div', { class: 'sheet-list' });
    if (title) list.append(make('p', { class: 'sheet-title' }, title));
    items.forEach((item, index) => {
      const button = makeButton(item, () => finish(index));
      if (itemColor) button.style.color = itemColor;
      list.append(button);
    });
    const cancel = makeButton('取消', () => finish(), { class: 'sheet-cancel' });
    const close = openSheet([list, cancel], title ?? '请选择', () => finish());
  });
}

/** Shows a panel with any content from below. Gives the function that closes it. */
export function openSheet(content: HTMLElement[], label: string, onDismiss: () => void): () => void {
  const openedAt = Date.now();
  const mask = make('div', { class: 'mask' });
  const sheet = make('div', { class: 'sheet', role: 'dialog', 'aria-label': label }, ...content);
  mask.addEventListener('click', () => {
    if (Date.now() - openedAt > ghostClickMilliseconds) onDismiss();
  });
  overlayLayer().append(mask, sheet);
  return () => {
    mask.remove();
    sheet.remove();
  };
}
