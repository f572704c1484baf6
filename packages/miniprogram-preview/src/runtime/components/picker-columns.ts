import type { PickerColumns, PickerData } from './picker-data';
import type { Wheels } from './wheels';
import { regionColumns } from './picker-regions';

export async function columnsFor(data: PickerData): Promise<PickerColumns> {
  if (data.mode === 'multiSelector') return multiColumns(data);
  if (data.mode === 'time') return timeColumns(data);
  if (data.mode === 'date') return dateColumns(data);
  if (data.mode === 'region') return regionColumns(data);
  const texts = data.range.map((item) => textOf(item, data.rangeKey));
  return { texts: [texts], chosen: [Number(data.value) || 0], answer: ([index]) => ({ value: index }) };
}

function multiColumns(data: PickerData): PickerColumns {
  const textsOf = (current: PickerData) =>
    (current.range as unknown[][]).map((column) => column.map((item) => textOf(item, current.rangeKey)));
  const chosenOf = (current: PickerData) => ((current.value as number[] | null) ?? []).map(Number);
  let wheels: Wheels | undefined;
  let shown = textsOf(data);
  return {
    texts: shown,
    chosen: chosenOf(data),
    answer: (indexes) => ({ value: indexes }),
    bind: (bound) => {
      wheels = bound;
    },
    refill(current) {
      const texts = textsOf(current);
      texts.forEach((column, i) => {
        if (column.join('\n') !== shown[i]?.join('\n'))
          wheels?.setColumn(i, column, chosenOf(current)[i] ?? 0);
      });
      shown = texts;
    },
  };
}

function timeColumns(data: PickerData): PickerColumns {
  const [startHour, startMinute] = parts(data.start, ':', [0, 0]);
  const [endHour, endMinute] = parts(data.end, ':', [23, 59]);
  const hours = range(startHour ?? 0, endHour ?? 23);
  const minutesOf = (hour: number) =>
    range(hour === startHour ? (startMinute ?? 0) : 0, hour === endHour ? (endMinute ?? 59) : 59);
  const now = new Date();
  const [hour, minute] = parts(String(data.value ?? ''), ':', [now.getHours(), now.getMinutes()]);
  const hourIndex = nearest(hours, hour ?? 0);
  const hourAt = (index: number) => hours[index] ?? 0;
  return {
    texts: [hours.map(two), minutesOf(hourAt(hourIndex)).map(two)],
    chosen: [hourIndex, nearest(minutesOf(hourAt(hourIndex)), minute ?? 0)],
    changed(wheels, column) {
      const [chosen = 0, at = 0] = wheels.indexes();
      if (column === 0) wheels.setColumn(1, minutesOf(hourAt(chosen)).map(two), at);
    },
    answer: ([h = 0, m = 0]) => ({ value: `${two(hourAt(h))}:${two(minutesOf(hourAt(h))[m] ?? 0)}` }),
  };
}

function dateColumns(data: PickerData): PickerColumns {
  const today = new Date();
  const [startYear = 1900, startMonth = 1, startDay = 1] = parts(data.start, '-', [1900, 1, 1]);
  const [endYear = 2100, endMonth = 12, endDay = 31] = parts(data.end, '-', [2100, 12, 31]);
  const present = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  const [year = 2000, month = 1, day = 1] = parts(String(data.value ?? ''), '-', present);
  const depth = { year: 1, month: 2 }[data.fields] ?? 3;
  const years = range(startYear, endYear);
  const months = (y: number) => range(y === startYear ? startMonth : 1, y === endYear ? endMonth : 12);
  const days = (y: number, m: number) => {
    const from = y === startYear && m === startMonth ? startDay : 1;
    const last = new Date(y, m, 0).getDate();
    return range(from, y === endYear && m === endMonth ? Math.min(endDay, last) : last);
  };
  const valuesAt = (indexes: number[]) => {
    const y = years[indexes[0] ?? 0] ?? year;
    const m = months(y)[indexes[1] ?? 0] ?? months(y).at(-1) ?? 1;
    const d = days(y, m)[indexes[2] ?? 0] ?? days(y, m).at(-1) ?? 1;
    return [y, m, d] as const;
  };
  const y = years[nearest(years, year)] ?? year;
  const m = months(y)[nearest(months(y), month)] ?? month;
  const texts = [years.map((v) => `${v}年`), months(y).map((v) => `${v}月`), days(y, m).map((v) => `${v}日`)];
  return {
    texts: texts.slice(0, depth),
    chosen: [nearest(years, year), nearest(months(y), month), nearest(days(y, m), day)].slice(0, depth),
    changed(wheels, column) {
      const indexes = wheels.indexes();
      const [chosenYear] = valuesAt(indexes);
      if (column === 0 && depth > 1)
        wheels.setColumn(
          1,
          months(chosenYear).map((v) => `${v}月`),
          indexes[1] ?? 0,
        );
      const [, chosenMonth] = valuesAt(wheels.indexes());
      const dayTexts = days(chosenYear, chosenMonth).map((v) => `${v}日`);
      if (column < 2 && depth > 2) wheels.setColumn(2, dayTexts, indexes[2] ?? 0);
    },
    answer: (indexes) => ({ value: valuesAt(indexes).slice(0, depth).map(two).join('-') }),
  };
}

function textOf(item: unknown, key: string): string {
  return String(
    key && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item,
  );
}

function parts(text: string, separator: string, fallback: number[]): number[] {
  const numbers = text === '' ? [] : text.split(separator).map(Number);
  return fallback.map((value, i) => (Number.isFinite(numbers[i]) ? (numbers[i] ?? value) : value));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

function nearest(values: number[], wanted: number): number {
  const index = values.findIndex((value) => value >= wanted);
  return index < 0 ? values.length - 1 : index;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
