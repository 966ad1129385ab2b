import type { Pointer, Schema } from '../model.ts';
import { isRaw } from '../raw.ts';
import type { Reading, SchemaReader } from '../reading.ts';
import { untyped } from './annotations.ts';
import { isBase, readBase } from './base-schema.ts';
import { readComposed } from './composed-schema.ts';
import { isComposed } from './composition.ts';
import { readPlain } from './plain-schema.ts';
import { readTogether } from './together.ts';

/**
 * Normalises a Schema Object of 3.0 (OAS 3.0.4, Schema Object) or 3.1 (JSON Schema 2020-12). Never fails for what it
 * can't type: that becomes `untyped`, with the reason.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readSchema(reading: Reading, raw: unknown, pointer: Pointer): Schema {
  if (raw === true) return { pointer, kind: 'any' };
  if (raw === false) return untyped({ pointer }, 'false', 'no value is allowed');
  if (!isRaw(raw)) return malformed(reading, raw, pointer);
  const own = () =>
    isComposed(raw) ? readComposed(reading, raw, pointer) : readPlain(reading, raw, pointer);
  return isBase(raw) ? (readBase(reading, raw, pointer, own) ?? own()) : own();
}

/** `name:` with nothing behind it is null in YAML, and says as much as `{}`. */
function malformed(reading: Reading, raw: unknown, pointer: Pointer): Schema {
  if (raw === null || raw === undefined) return { pointer, kind: 'any' };
  reading.note(pointer, 'This is not a schema.');
  return untyped({ pointer }, 'schema', 'not a schema object');
}

/** How the schemas of a document are read. */
export const schemaReader: SchemaReader = { one: readSchema, together: readTogether };
