/**
 * Schemas whose values the document lists: enums of any scalar type, and constants, which list one.
 */
import type { Schema } from '../../openapi/model.ts';
import type { Constant } from '../../runtime/table.ts';

/** All values that a schema (no reference) allows, when it lists them. */
export function listedValues(schema: Schema): readonly Constant[] | undefined {
  switch (schema.kind) {
    case 'enum':
    case 'boolean':
    case 'integer':
    case 'number':
      return schema.values;
    default:
      return undefined;
  }
}
