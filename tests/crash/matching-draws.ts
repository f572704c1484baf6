import type { Board } from '../../cloudfunctions/shared/contract/board';
import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { catalogueItem } from '../../local/seed/catalogue';

/** Medicines that share an ingredient, and one that shares none with any. */
const codes = ['ibuprofen', 'ibuprofen-suspension', 'paracetamol', 'fenka', 'ganmaoqing', 'xiaochaihu'];

/** What is drawn for the people of a city of the model. */
export interface Draws {
  pick<T>(list: readonly T[]): T | undefined;
  isSo(chance: number): boolean;
  codes(): string[];
  /** Around the middle of the city, more often near it. */
  point(degrees: number): Coordinates;
  draft(board: Board): ReturnType<typeof aDraft>;
}

export function createDraws(random: () => number): Draws {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const isSo = (chance: number) => random() < chance;
  const drawCodes = () => {
    const [first, second] = [pick(codes) ?? '', pick(codes) ?? ''];
    return isSo(0.3) && first !== second ? [first, second] : [first];
  };
  const point = (degrees: number): Coordinates => {
    const reach = random() ** 2 * degrees;
    const turn = random() * 2 * Math.PI;
    return [yuelu.point[0] + reach * Math.cos(turn), yuelu.point[1] + reach * Math.sin(turn)];
  };
  const needed = () =>
    drawCodes().map((code) => {
      const [amount] = catalogueItem(code).units;
      return { code, quantity: amount?.needMaximum ?? 1, unit: amount?.unit ?? '盒' };
    });
  return {
    pick,
    isSo,
    codes: drawCodes,
    point,
    draft: (board) => {
      const place = { ...yuelu, point: point(0.2) };
      if (board === 'need')
        return aDraft('need', { place, note: '', items: needed(), groups: isSo(0.3) ? ['elderly'] : [] });
      const items = needed().map((item) => ({ ...item, expiresOn: '2032-05', packaging: 'sealed' as const }));
      return aDraft('spare', { place, note: '', items, portions: 1 + Math.floor(random() * 4) });
    },
  };
}
