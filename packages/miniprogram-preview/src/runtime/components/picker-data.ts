import type { Wheels } from './wheels';

export const pickerProperties = {
  mode: 'selector',
  range: [] as unknown[],
  rangeKey: '',
  value: null as unknown,
  start: '',
  end: '',
  fields: 'day',
  level: 'sub-district',
  customItem: '',
  disabled: false,
  name: '',
  headerText: '',
};

export type PickerData = typeof pickerProperties;

/** The columns that a picker shows in a mode, and the event detail for a choice. */
export interface PickerColumns {
  texts: string[][];
  chosen: number[];
  answer(indexes: number[]): Record<string, unknown>;
  /** Called after a choice, to fill the columns that depend on it. */
  changed?(wheels: Wheels, column: number): void;
  bind?(wheels: Wheels): void;
  /** Takes over columns that the program has changed meanwhile. */
  refill?(data: PickerData): void;
}
