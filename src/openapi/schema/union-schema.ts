import type { Annotations, Discriminator, Schema, Union } from '../model.ts';
import { shapeOf } from './shape.ts';

/**
 * A choice between schemas that are read, in their order. Members that are nullable make the whole nullable, unions
 * inside are part of it, the same member twice is one, and one member left is no choice.
 */
export function unionOf(
  keyword: Union['keyword'],
  stated: readonly Schema[],
  annotations: Annotations,
  discriminator?: Discriminator,
): Schema {
  const nullable = annotations.nullable === true || stated.some((member) => member.nullable);
  const whole: Annotations = nullable ? { ...annotations, nullable } : annotations;
  if (stated.some(({ kind }) => kind === 'any')) return { ...whole, kind: 'any' };
  const inside = discriminator === undefined ? stated.filter(isOpenUnion) : [];
  const flat = stated.flatMap((member) =>
    discriminator === undefined && isOpenUnion(member) ? member.members : [member],
  );
  const { members, places } = withoutTwins(flat);
  const [only] = members;
  if (members.length === 1 && only !== undefined && keyword !== 'discriminator') {
    return { ...only, ...whole };
  }
  return {
    ...whole,
    kind: 'union',
    // What two members of an anyOf inside allow is no longer allowed by one member alone.
    keyword: inside.some((union) => union.keyword === 'anyOf') ? 'anyOf' : keyword,
    members,
    ...(discriminator !== undefined && { discriminator: moved(discriminator, places) }),
  };
}

function isOpenUnion(schema: Schema): schema is Schema & Union {
  return schema.kind === 'union' && schema.discriminator === undefined;
}

/** Members without `null`, each once; `places`: where each of the stated ones went. */
function withoutTwins(stated: readonly Schema[]): { members: Schema[]; places: number[] } {
  const members: Schema[] = [];
  const known = new Map<string, number>();
  const places = stated.map((schema) => {
    const { nullable, ...member } = schema;
    const shape = shapeOf(member);
    const place = known.get(shape) ?? members.length;
    if (place === members.length) members.push(member);
    known.set(shape, place);
    return place;
  });
  return { members, places };
}

function moved({ property, values }: Discriminator, places: readonly number[]): Discriminator {
  const left = [...values].map(([value, index]) => [value, places[index] ?? index] as const);
  return { property, values: new Map(left) };
}
