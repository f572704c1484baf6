import { Busboy } from '@fastify/busboy';
import { PlatformError } from 'sqlite-document-database';

/** Reads the fields of a `multipart/form-data` body (RFC 7578), as the node SDK sends it. */
export type FormFields = Map<string, Buffer>;

/** @throws PlatformError when the body is not valid */
export function parseMultipart(body: Buffer, contentType: string): Promise<FormFields> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => reject(malformed((error as Error).message));
    try {
      const parser = new Busboy({
        headers: { 'content-type': contentType },
        // Keeps every part as bytes, because the SDK sends protobuf in fields without a file name.
        isPartAFile: () => true,
      });
      const fields: FormFields = new Map();
      parser.on('file', (name: string | undefined, content) => {
        const chunks: Buffer[] = [];
        content.on('data', (chunk: Buffer) => chunks.push(chunk));
        content.on('end', () => name !== undefined && fields.set(name, Buffer.concat(chunks)));
        content.on('error', refuse);
      });
      parser.on('error', refuse);
      parser.on('finish', () => resolve(fields));
      parser.end(body);
    } catch (error) {
      refuse(error);
    }
  });
}

function malformed(reason: string): PlatformError {
  return new PlatformError('INVALID_PARAM', `the body is not valid multipart/form-data: ${reason}`);
}
