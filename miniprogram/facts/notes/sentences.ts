/** A sentence of a note as it was typed, and where it begins. */
export interface Sentence {
  text: string;
  from: number;
}

/** The sentences of a note, where it has more than one. */
export function sentencesOf(text: string): Sentence[] {
  const found = [...text.matchAll(/[^。！？!?；;\n\r\u2028\u2029]+/g)].map(({ index, 0: words }) => ({
    text: words,
    from: index,
  }));
  return found.length > 1 ? found.slice(0, most) : [];
}

/** A note is at most a few hundred characters; more sentences than this are read as a whole only. */
const most = 60;
