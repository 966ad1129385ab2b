import { isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import type { Located } from '../references.ts';
import { allowedValues, statedTypes, type TypeName, typeOf } from './keywords.ts';

/**
 * A choice between scalars of one type as one schema that allows at least their values: enums together are one enum, an
 * enum or a string is a string, an integer or a number is a number. Undefined when a member is anything else.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function scalarUnion(
  reading: Reading,
  choices: readonly Located[],
): { readonly schema: Raw; readonly nullable: boolean } | undefined {
  const members: Raw[] = [];
  for (const { value, pointer } of choices) {
    const target = reading.references.follow(value, pointer).value;
    if (!isRaw(target) || target.allOf || target.anyOf || target.oneOf) return undefined;
    members.push(target);
  }
  const types = new Set(members.map(typeOf));
  if (types.has('number')) types.delete('integer');
  const [type] = types;
  if (types.size !== 1 || !isScalar(type)) return undefined;
  const values = members.map((member) => allowedValues(member));
  const nullable =
    members.some((member) => statedTypes(member).nullable) || values.flat().includes(null);
  return { schema: { type, ...listed(type, values), ...sharedFormat(members) }, nullable };
}

function isScalar(type: TypeName | 'several' | undefined): type is TypeName {
  return type === 'string' || type === 'integer' || type === 'number' || type === 'boolean';
}

function listed(type: TypeName, values: readonly (readonly unknown[] | undefined)[]): Raw {
  const closed = type === 'string' && values.every((list) => list !== undefined);
  return closed ? { enum: values.flat() } : {};
}

function sharedFormat(members: readonly Raw[]): Raw {
  const formats = new Set(members.map(({ format }) => format));
  const [format] = formats;
  return formats.size === 1 && format !== undefined ? { format } : {};
}
