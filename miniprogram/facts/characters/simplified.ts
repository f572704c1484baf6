import { simplifiedTable } from './simplified-table';

let forms: ReadonlyMap<string, string> | undefined;

/** A text in simplified characters, with the same length; everything else stays as it is. */
export function simplified(text: string): string {
  forms ??= new Map(simplifiedTable.flatMap(pairsOf));
  let result = '';
  for (const character of text) result += forms.get(character) ?? character;
  return result;
}

function pairsOf(line: string): [string, string][] {
  const characters = [...line];
  return characters.flatMap((form, index): [string, string][] =>
    index % 2 === 0 ? [[form, characters[index + 1] ?? form]] : [],
  );
}
