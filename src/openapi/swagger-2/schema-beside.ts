import type { Pointer, Schema } from '../model.ts';
import type { Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';

/**
 * The schema of a parameter or header whose keywords stand beside its name (Swagger 2.0, Parameter Object). A string,
 * as it is on the wire, when they state no type.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function schemaBeside(reading: Reading, raw: Raw, pointer: Pointer): Schema {
  if (typeof raw.type !== 'string') return { pointer, kind: 'string' };
  // Without what the parameter says of itself: `required` is a list in a schema.
  const { required, name, in: place, description, deprecated, example, examples, ...schema } = raw;
  return reading.schema(schema, pointer);
}
