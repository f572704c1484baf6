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

/** What a picker shows in a given mode and how its choice becomes an event's detail. */
export interface PickerColumns {
  texts: string[][];
  chosen: number[];
  answer(indexes: number[]): Record<string, unknown>;
  /** Called after a choice, to fill the columns that depend on it. */
  changed?(wheels: Wheels, column: number): void;
  bind?(wheels: Wheels): void;
  /** Takes over columns that the program changed meanwhile. */
  refill?(data: PickerData): void;
}
