import { bundledCampaign } from '../../miniprogram/data/bundled-campaign';
import { words } from '../../miniprogram/packages/english/words';

/** Finds what the screens say in either language, by its Chinese or by the beginning of a sentence. */
export function either(chinese: string): RegExp {
  const said = [words.said, ...Object.values(words.views)].flatMap((sentences) =>
    Object.entries(sentences).flatMap(([key, english]) => (key.startsWith(chinese) ? [english] : [])),
  );
  const names = bundledCampaign.catalogue.flatMap(({ name, english }) =>
    name.startsWith(chinese) ? [english] : [],
  );
  return new RegExp([chinese, ...said.map(plain), ...names].map(escaped).join('|'));
}

/** A sentence up to its first parameter. */
const plain = (english: string): string => english.replace(/\{[\s\S]*$/, '') || english;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
