/**
 * Prepares a text for storing and showing: removes invisible characters that change what is read or hide what is
 * searched for. These are control characters except line breaks, direction marks (they turn "1粒" around and affect the
 * next line), characters of no width (they split a refused medicine's name) and halves of characters. The joiner
 * between the parts of an emoji stays. Cleaning a clean text changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .replace(looseJoiner, '')
    .trim();
}

/**
 * Cc except the line feed, halves (Cs) and everything that Unicode calls invisible (Default_Ignorable_Code_Point: marks
 * of direction, no width, fillers, tags), except the joiner of emoji and the selectors of a character's variant.
 */
const unseen = /(?!\n)[\p{Cc}\p{Cs}]|(?![\u200d\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}/gu;

/** A joiner that is not between two pictures. */
const looseJoiner =
  /(?<!\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
