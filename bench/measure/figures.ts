/** 0.21 ms, 3.4 ms, 120 ms: two digits that mean something. */
export function milliseconds(value: number): string {
  if (Number.isNaN(value)) return '–';
  return `${value < 1 ? value.toFixed(3) : value.toPrecision(3)} ms`;
}

export const times = (ratio: number): string => (Number.isNaN(ratio) ? '–' : `${ratio.toPrecision(2)}×`);

export const seconds = (ms: number): string => `${(ms / 1000).toPrecision(3)} s`;

export const perSecond = (count: number, ms: number): string =>
  `${Math.round((count * 1000) / ms).toLocaleString('en')} /s`;

export function megabytes(bytes: number): string {
  return Number.isNaN(bytes) ? '–' : `${Math.round(bytes / 1_048_576).toLocaleString('en')} MB`;
}
