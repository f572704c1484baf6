import { z } from 'zod';

/** An id that we make: 128 bits as 32 hexadecimal digits. */
export const HexId = z.string().regex(/^[0-9a-f]{32}$/);
