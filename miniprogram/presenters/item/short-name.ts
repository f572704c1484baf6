import { translated } from '../../facts/words/say';

/** 布洛芬 of 布洛芬（胶囊、片）: what fits a chip or a button. */
export const shortName = (name: string): string => translated(name).replace(/（.*$|\s\(.*$/, '');
