import { make } from '../chrome/dom';

/** Columns of values to choose from, each a scrolling listbox; used by `picker` in all its modes. */
export interface Wheels {
  element: HTMLElement;
  /** The index chosen in each column. */
  indexes(): number[];
  /** Replaces the texts of a column and its choice. */
  setColumn(column: number, texts: string[], index: number): void;
}

const rowHeight = 40;

export function makeWheels(
  columns: string[][],
  chosen: number[],
  onChange: (column: number, index: number) => void,
): Wheels {
  const current = columns.map((texts, column) => clamp(chosen[column] ?? 0, texts.length));
  const lists = columns.map((_, column) => {
    const list = make('div', { class: 'wheel', role: 'listbox', tabindex: '0' });
    list.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) choose(column, (current[column] ?? 0) + step, true);
      if (step !== undefined) event.preventDefault();
    });
    let timer = 0;
    list.addEventListener('scroll', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => choose(column, Math.round(list.scrollTop / rowHeight), false), 120);
    });
    return list;
  });

  const choose = (column: number, wanted: number, scroll: boolean) => {
    const list = lists[column];
    const options = [...(list?.querySelectorAll('[role=option]') ?? [])];
    const index = clamp(wanted, options.length);
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    if (scroll) list?.scrollTo({ top: index * rowHeight });
    if (current[column] === index) return;
    current[column] = index;
    onChange(column, index);
  };

  const fill = (column: number, texts: string[], index: number) => {
    const options = texts.map((text, i) => {
      const option = make('div', { role: 'option', class: 'wheel-row' }, text);
      option.addEventListener('click', () => choose(column, i, true));
      return option;
    });
    lists[column]?.replaceChildren(...options);
    current[column] = clamp(index, texts.length);
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === current[column])));
    // Scrolling works only once the sheet is in the document.
    requestAnimationFrame(() => lists[column]?.scrollTo({ top: (current[column] ?? 0) * rowHeight }));
  };

  columns.forEach((texts, column) => fill(column, texts, current[column] ?? 0));
  return {
    element: make('div', { class: 'wheels' }, ...lists),
    indexes: () => [...current],
    setColumn: fill,
  };
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
