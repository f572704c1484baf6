import type { Sentences } from '../facts/words/say';

/** The languages of the screens. A further one is a line here and in services/language.ts, and a subpackage with its words. */
export const languages = [
  { code: 'zh', name: '中文' },
  { code: 'en', name: 'English' },
] as const;

export type Language = (typeof languages)[number]['code'];

/** All sentences of one language other than Chinese. */
export interface Words {
  /** What the scripts say, and the data of the campaign and the guide. */
  said: Sentences;
  /** What the WXML of a page or component says, by its path; `title` is the page's title. */
  views: Readonly<Record<string, Sentences>>;
}
