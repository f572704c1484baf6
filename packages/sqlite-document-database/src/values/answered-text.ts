/**
 * A document's text as answers carry it: ids of the type ObjectId are plain text, because no SDK turns `$oid` into an
 * object. Queries that name them as ObjectIds still find them.
 */
export function answeredText(text: string): string {
  // Within a text of JSON its quotes would be escaped, so this is always an id.
  return text.includes('{"$oid":"') ? text.replace(/\{"\$oid":"([0-9a-f]{24})"\}/g, '"$1"') : text;
}
