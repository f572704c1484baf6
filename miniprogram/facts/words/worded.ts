import { campaignWords } from './campaign-words';

/**
 * A sentence with the campaign's words in the place of their names: `{thing}` is 药 in one campaign and 物资 in another. `{0}`
 * is a parameter and stays. words/say.wxs fills in the same way.
 */
export const worded = (sentence: string): string =>
  sentence.includes('{')
    ? sentence.replace(/\{([a-z]\w*)\}/gi, (whole, name: string) => campaignWords[name] ?? whole)
    : sentence;
