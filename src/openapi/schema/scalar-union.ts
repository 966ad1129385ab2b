import { isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import type { Located } from '../references.ts';
import { allowedValues } from './keywords.ts';
import { statedTypes, type TypeName, typeOf } from './types.ts';

type ScalarType = 'boolean' | 'integer' | 'number' | 'string';

interface Scalar {
  readonly type: ScalarType;
  readonly raw: Raw;
}

/**
 * Members of a choice, the scalars of one JSON type among them joined to one schema that allows at least their values:
 * enums together are one enum, an enum or a string is a string, an integer or a number is a number. Members lose their
 * `null` by that, which `nullable` then tells.
 *
 * @param around - the type that members may leave out
 * @throws Failure (code 2) for a broken reference.
 */
export function joinScalars(
  reading: Reading,
  members: readonly Located[],
  around: TypeName | undefined,
): { readonly members: readonly Located[]; readonly nullable: boolean } {
  const groups = new Map<unknown, Scalar[]>();
  const keys = members.map((member) => {
    const scalar = scalarOf(reading, member, around);
    if (scalar === undefined) return member;
    const key = scalar.type === 'integer' ? 'number' : scalar.type;
    groups.set(key, [...(groups.get(key) ?? []), scalar]);
    return key;
  });
  const joined = new Map<unknown, Located>();
  for (const [index, member] of members.entries()) {
    const key = keys[index];
    const group = groups.get(key) ?? [];
    if (joined.has(key)) continue;
    joined.set(key, group.length > 1 ? { value: join(group), pointer: member.pointer } : member);
  }
  return {
    members: [...joined.values()],
    nullable: [...groups.values()].flat().some(({ raw }) => allowsNull(raw)),
  };
}

function scalarOf(
  reading: Reading,
  { value, pointer }: Located,
  around: TypeName | undefined,
): Scalar | undefined {
  const raw = reading.references.follow(value, pointer).value;
  if (!isRaw(raw) || raw.allOf || raw.anyOf || raw.oneOf) return undefined;
  const type = typeOf(raw) ?? (raw === value ? around : undefined);
  return isScalar(type) ? { type, raw } : undefined;
}

function isScalar(type: TypeName | 'several' | undefined): type is ScalarType {
  return type === 'string' || type === 'integer' || type === 'number' || type === 'boolean';
}

function join(scalars: readonly Scalar[]): Raw {
  const types = new Set(scalars.map(({ type }) => type));
  const [type] = types.size === 1 ? types : ['number'];
  const values = scalars.map(({ raw }) => allowedValues(raw));
  const formats = new Set(scalars.map(({ raw }) => raw.format));
  const [format] = formats;
  return {
    type,
    ...(values.every((list) => list !== undefined) && { enum: values.flat() }),
    ...(formats.size === 1 && format !== undefined && { format }),
  };
}

function allowsNull(raw: Raw): boolean {
  return statedTypes(raw).nullable || allowedValues(raw)?.includes(null) === true;
}
