/**
 * Members of a union that are one value: cases without payload. `auto`, beside an integer, is just that.
 */
import type { Schema } from '../../openapi/model.ts';
import type { Constant, EmptyObject } from '../../runtime/table.ts';
import { constantLabel } from '../naming/case-labels.ts';
import type { Choice } from './alternatives.ts';
import type { Setting } from './setting.ts';

/** A list of more values is a type of its own. */
const MAX_VALUES = 6;

/** The choices, with one for each value of a short enum that has no name, unless that is all there is. */
export function spreadConstants(choices: readonly Choice[], setting: Setting): readonly Choice[] {
  if (choices.length < 2) return choices;
  return choices.flatMap((choice) => {
    const { schema, member } = choice;
    if (schema.kind !== 'enum' || setting.isNamed(schema) || !areWords(schema.values)) {
      return [choice];
    }
    return schema.values.map((value): Choice => {
      const constant: Schema = { ...schema, values: [value] };
      return { schema: constant, member, alternatives: [constant] };
    });
  });
}

/** The value of a member that has only one; any object that the document closes and gives no property is `{}`. */
export function constantOf(
  schema: Schema,
  setting: Setting,
): { readonly constant?: Constant | EmptyObject } {
  if (schema.kind === 'empty') return { constant: {} };
  if (schema.kind !== 'enum' || setting.isNamed(schema) || !areWords(schema.values)) return {};
  const [constant, ...more] = schema.values;
  return constant === undefined || more.length > 0 ? {} : { constant };
}

function areWords(values: readonly string[]): boolean {
  return values.length <= MAX_VALUES && values.every((value) => constantLabel(value) !== undefined);
}
