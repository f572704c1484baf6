import type { ColumnChart } from '../vendor/u-charts';

/** Counts over days or hours. */
export interface ChartCounts {
  /** Under the columns, one for each time. */
  labels: string[];
  /** At most two, side by side. A count is null where it must not be shown. */
  series: { name: string; colour: 'need' | 'spare'; data: (number | null)[] }[];
}

const mostLabels = 8;

interface Size {
  width: number;
  height: number;
  pixelRatio: number;
}

/** Colours as a style sheet computes them: of both boards, of words, of lines and of the background. */
type Colours = Record<'need' | 'spare' | 'words' | 'line' | 'ground', string>;

/** Columns on a scale of whole numbers that begins at nothing. */
export function columnChart(
  { labels, series }: ChartCounts,
  size: Size,
  colours: Colours,
  fontScale: number,
): Omit<ColumnChart, 'context'> {
  return {
    type: 'column',
    canvas2d: true,
    ...size,
    animation: false,
    background: colours.ground,
    fontSize: Math.round(12 * fontScale),
    fontColor: colours.words,
    color: series.map(({ colour }) => colours[colour]),
    padding: [12, 4, 0, 0],
    dataLabel: false,
    categories: labels,
    series: series.map(({ name, data }) => ({ name, data })),
    legend: { show: false },
    xAxis: {
      disableGrid: true,
      axisLineColor: colours.line,
      fontColor: colours.words,
      // More labels than these would run into each other.
      ...(labels.length > mostLabels && { labelCount: mostLabels }),
    },
    yAxis: {
      gridColor: colours.line,
      splitNumber: 2,
      data: [
        {
          min: 0,
          max: topOf(series.flatMap(({ data }) => data)),
          fontColor: colours.words,
          axisLine: false,
          tofix: 0,
        },
      ],
    },
    extra: { column: { type: 'group', seriesGap: 2 } },
  };
}

/** An even number, so that the middle line is a whole one, with at most two digits that are not nought. */
export function topOf(counts: readonly (number | null)[]): number {
  const most = Math.max(2, ...counts.map((count) => count ?? 0));
  const step = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1) * 2;
  return Math.ceil(most / step) * step;
}
