/**
 * Codes of districts that were dissolved or renamed since posts and places were first stored here (codes of 2023), and
 * the code of today. Posts keep the code that they were stored with; searches and readers go through this table.
 */
const movedTo: Readonly<Record<string, string>> = {
  // 江北区 and 渝北区 → 两江新区 (2025-11-06).
  '500105': '500157',
  '500112': '500157',
  // Three offices of 三沙市 → 西沙区 (which runs 中沙 too) and 南沙区 (2020-04-18).
  '460321': '460302',
  '460322': '460303',
  '460323': '460302',
  // 嘉峪关市 is one region, its city.
  '620201': '620200',
};

/** The code that a region has today. */
export const currentCode = (adcode: string): string => movedTo[adcode] ?? adcode;

/** A region's code of today and those that posts in it may be stored under. */
export function storedCodes(adcode: string): string[] {
  const code = currentCode(adcode);
  return [code, ...Object.keys(movedTo).filter((old) => movedTo[old] === code)];
}
