/**
 * Whether two schemas ask for the same values.
 */
import type { Schema } from '../../../openapi/model.ts';

/** What describes a schema, and decides nothing. */
const REMARKS: ReadonlySet<string> = new Set([
  'pointer',
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
]);

/**
 * A text that is equal for schemas that ask for the same, whatever they are called: documents that were converted from
 * Swagger 2 repeat a schema for each media type. Named schemas are equal when they are one.
 */
export function schemaKey(schema: Schema): string {
  // The names of properties are values here, so that every key is one of ours.
  return JSON.stringify(schema, (key, value: unknown) => {
    if (REMARKS.has(key)) return undefined;
    return value instanceof Map ? [...value] : value;
  });
}
