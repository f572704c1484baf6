/** Rounds to two significant digits: 0.21 ms, 3.4 ms, 120 ms. */
export function milliseconds(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = value < 1 ? value.toFixed(3) : value < 100 ? value.toPrecision(3) : value.toFixed(0);
  return `${digits} ms`;
}

export const times = (ratio: number): string =>
  Number.isNaN(ratio) ? '–' : `${ratio < 10 ? ratio.toPrecision(2) : ratio.toFixed(0)}×`;

export const seconds = (ms: number): string => `${(ms / 1000).toPrecision(3)} s`;

export const perSecond = (count: number, ms: number): string =>
  `${Math.round((count * 1000) / ms).toLocaleString('en')} /s`;

export function megabytes(bytes: number): string {
  return Number.isNaN(bytes) ? '–' : `${Math.round(bytes / 1_048_576).toLocaleString('en')} MB`;
}
