/**
 * Members of a union that no selector could tell apart, and needn't: texts, numbers, booleans, lists become one member
 * that has the values of all.
 */
import type { Schema } from '../../openapi/model.ts';
import type { JsonType } from '../../runtime/table.ts';
import { type Choice, jsonTypeOf } from './alternatives.ts';
import type { Setting } from './setting.ts';

type Kind<K extends Schema['kind']> = Extract<Schema, { readonly kind: K }>;

/** The choices, with one for each JSON type other than object, where the first of that type stands. */
export function mergeAlike(choices: readonly Choice[], setting: Setting): readonly Choice[] {
  const byType = new Map<JsonType, Choice[]>();
  for (const choice of choices) {
    const type = plainType(choice);
    if (type === undefined) continue;
    byType.set(type, [...(byType.get(type) ?? []), choice]);
  }
  return choices.flatMap((choice) => {
    const type = plainType(choice);
    const alike = type === undefined ? undefined : byType.get(type);
    if (alike === undefined || alike.length === 1) return [choice];
    return alike[0] === choice ? merged(alike, setting) : [];
  });
}

/** The type of all alternatives when they are alike and no objects. */
function plainType({ alternatives }: Choice): JsonType | undefined {
  const types = new Set(alternatives.map(jsonTypeOf));
  const [only] = types;
  return types.size === 1 && only !== 'object' ? only : undefined;
}

function merged(alike: readonly Choice[], setting: Setting): readonly Choice[] {
  const [first] = alike;
  const schemas = alike.flatMap(({ schema }) => {
    const target = setting.resolve(schema);
    return target.kind === 'union' ? target.members.map((one) => setting.resolve(one)) : [target];
  });
  const schema = allOf(schemas);
  if (first === undefined || schema === undefined) return alike;
  return [{ schema, member: first.member, alternatives: [schema] }];
}

/** A schema of the values of all these, which have one JSON type. */
function allOf(schemas: readonly Schema[]): Schema | undefined {
  const [first] = schemas;
  if (first === undefined) return undefined;
  const { pointer } = first;
  if (areAll(schemas, 'enum')) return { pointer, kind: 'enum', values: common(schemas) ?? [] };
  if (areAll(schemas, 'boolean')) return { pointer, kind: 'boolean', ...listed(common(schemas)) };
  if (areAll(schemas, 'integer')) {
    return { pointer, kind: 'integer', ...sameFormat(schemas), ...listed(common(schemas)) };
  }
  if (areAll(schemas, 'string')) return { pointer, kind: 'string', ...sameFormat(schemas) };
  if (areAll(schemas, 'array')) return { pointer, kind: 'array', items: itemsOf(schemas) };
  if (schemas.every(({ kind }) => kind === 'string' || kind === 'enum')) {
    return { pointer, kind: 'string' };
  }
  if (schemas.every(({ kind }) => kind === 'integer' || kind === 'number')) {
    return { pointer, kind: 'number', ...listed(common(schemas as Kind<'number'>[])) };
  }
  return undefined;
}

function areAll<K extends Schema['kind']>(
  schemas: readonly Schema[],
  kind: K,
): schemas is readonly Kind<K>[] {
  return schemas.every((schema) => schema.kind === kind);
}

/** The values of all; `undefined` when one of them doesn't list its own. */
function common<T>(schemas: readonly { readonly values?: readonly T[] }[]): T[] | undefined {
  const lists = schemas.map(({ values }) => values);
  return lists.includes(undefined) ? undefined : [...new Set(lists.flatMap((list) => list ?? []))];
}

function listed<T>(values: readonly T[] | undefined): { readonly values?: readonly T[] } {
  return values === undefined ? {} : { values };
}

function sameFormat(schemas: readonly { readonly format?: string }[]): {
  readonly format?: string;
} {
  const [format, ...others] = new Set(schemas.map((schema) => schema.format));
  return format === undefined || others.length > 0 ? {} : { format };
}

/** Whatever the items of one of the lists may be: a list of any of them. */
function itemsOf(arrays: readonly Kind<'array'>[]): Schema {
  const [first, ...others] = arrays.map(({ items }) => items);
  const pointer = first?.pointer ?? '#';
  if (first === undefined) return { pointer, kind: 'any' };
  const isSame = others.every(
    (other) => first.kind === 'ref' && other.kind === 'ref' && other.target === first.target,
  );
  return isSame ? first : { pointer, kind: 'union', keyword: 'anyOf', members: [first, ...others] };
}
