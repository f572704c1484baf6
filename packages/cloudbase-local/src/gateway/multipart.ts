import { PlatformError } from 'sqlite-document-database';

/** Fields of a `multipart/form-data` body (RFC 7578) as the node SDK sends it. */
export type FormFields = Map<string, Buffer>;

/** @throws PlatformError when the body is none */
export function parseMultipart(body: Buffer, contentType: string): FormFields {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw malformed('its content type names no boundary');
  const fields: FormFields = new Map();
  const delimiter = `--${boundary}`;
  let start = body.indexOf(delimiter);
  if (start < 0) throw malformed('its boundary is not in it');
  while (start >= 0) {
    const partStart = start + delimiter.length + 2;
    const partEnd = body.indexOf(`\r\n${delimiter}`, partStart);
    if (partEnd < 0) {
      if (body.toString('latin1', partStart - 2, partStart) !== '--') throw malformed('a part has no end');
      break;
    }
    // Looked for in this part alone, or many parts without one would take the square of their number.
    const headBytes = body.subarray(partStart, partEnd + 2).indexOf('\r\n\r\n');
    const headEnd = partStart + headBytes;
    const name = /name="([^"]*)"/.exec(body.toString('utf8', partStart, headEnd))?.[1];
    if (headBytes >= 0 && name !== undefined) fields.set(name, body.subarray(headEnd + 4, partEnd));
    start = body.indexOf(delimiter, partEnd);
  }
  return fields;
}

function malformed(reason: string): PlatformError {
  return new PlatformError('INVALID_PARAM', `the body is not valid multipart/form-data: ${reason}`);
}
