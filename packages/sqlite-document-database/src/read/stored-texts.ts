import { isAscii, transcode } from 'node:buffer';
import type { Collection } from '../storage/catalogue';
import type { Sql } from '../storage/sqlite';

/**
 * The text of the document at each row number, in the list's order; undefined for a missing row. A driver takes longer
 * to make a row than SQLite to find it, and V8 decodes UTF-8 four times slower than ICU. So all texts come as one value
 * of bytes and are decoded at once.
 */
export function storedTexts(
  sql: Sql,
  collection: Collection,
  rids: readonly number[],
): (string | undefined)[] {
  // A line feed separates the texts, because JSON escapes it within a text. The outer loop keeps the list's order.
  const statement = sql.prepare(
    `SELECT CAST(group_concat(coalesce(doc, ''), char(10)) AS BLOB) AS texts
     FROM json_each(?) LEFT JOIN c_${collection.id} ON rid = value`,
  );
  const texts: (string | undefined)[] = [];
  for (let from = 0; from < rids.length; from += atOnce) {
    const joined = statement.get(`[${rids.slice(from, from + atOnce).join()}]`)?.texts;
    for (const text of linesOf(joined as Uint8Array)) texts.push(text || undefined);
  }
  return texts;
}

/** This many documents of the largest size still fit one SQLite value. */
const atOnce = 50;

/** The lines of a text in UTF-8, each as a separate string, so that keeping one does not keep the others in memory. */
export function linesOf(bytes: Uint8Array): string[] {
  const utf8 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A string of Latin-1 characters takes half the memory.
  if (isAscii(utf8)) return cutLines(utf8, 'latin1');
  return cutLines(transcode(utf8, 'utf8', 'utf16le'), 'utf16le');
}

function cutLines(text: Buffer, encoding: 'latin1' | 'utf16le'): string[] {
  const lines: string[] = [];
  const width = encoding === 'latin1' ? 1 : 2;
  let from = 0;
  for (let to = 0; to >= 0; from = to + width) {
    to = text.indexOf('\n', from, encoding);
    lines.push(text.toString(encoding, from, to < 0 ? text.length : to));
  }
  return lines;
}
