/** The part of uCharts that is used: https://www.ucharts.cn. Its file is a copy of the package `@qiun/ucharts`. */
export interface ColumnChart {
  type: 'column';
  context: WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;
  canvas2d: true;
  /** Pixels of the canvas, `pixelRatio` for each pixel of the page. */
  width: number;
  height: number;
  pixelRatio: number;
  animation: false;
  background: string;
  fontSize: number;
  fontColor: string;
  /** Colours of the series, in their order. */
  color: string[];
  padding: [number, number, number, number];
  dataLabel: boolean;
  categories: string[];
  series: { name: string; data: (number | null)[] }[];
  legend: { show: false };
  xAxis: { disableGrid: true; axisLineColor: string; fontColor: string; labelCount?: number };
  yAxis: {
    gridColor: string;
    splitNumber: number;
    data: { min: 0; max: number; fontColor: string; axisLine: false; tofix: 0 }[];
  };
  extra: { column: { type: 'group'; seriesGap: number } };
}

/** Draws at once. */
export default class UCharts {
  constructor(options: ColumnChart);
}
