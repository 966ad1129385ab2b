import type { Schema } from '../model.ts';
import { isRaw } from '../raw.ts';

/** A text that is the same for schemas that allow the same values, whatever is said about them. */
export function shapeOf(schema: Schema): string {
  return JSON.stringify(schema, (_key, value) => {
    if (value instanceof Map) return [...value];
    return isSchema(value) ? withoutAnnotations(value) : value;
  });
}

/** Only schemas have a `pointer` here: what else could, defaults and examples, goes with the annotations. */
function isSchema(value: unknown): value is Schema {
  return isRaw(value) && 'pointer' in value;
}

function withoutAnnotations(schema: Schema): object {
  const {
    pointer,
    title,
    description,
    deprecated,
    readOnly,
    writeOnly,
    default: _default,
    examples,
    ...rest
  } = schema;
  return rest;
}
