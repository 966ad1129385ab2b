import type { SchemaKind } from '../model.ts';
import { isRaw, type Raw } from '../raw.ts';

/** `type: file`, of a response or of a part of a form (Swagger 2.0, Response Object, Parameter Object). */
export function isFile(raw: Raw): boolean {
  return raw.type === 'file';
}

/** Whether `raw` is a file or, which is no Swagger and yet written, a list of them. */
export function hasFile(raw: Raw): boolean {
  return isFile(raw) || (isRaw(raw.items) && isFile(raw.items));
}

/** What a file is: bytes, as OpenAPI 3 writes them. */
export const BYTES = { kind: 'string', format: 'binary' } as const satisfies SchemaKind;
