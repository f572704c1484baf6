import type { Words } from '../../model/language';

export const words: Words = { said: {}, views: {} };
