/**
 * The members of a union as the codec will meet them: without references and unions inside.
 */
import type { Schema, Union } from '../../openapi/model.ts';
import type { JsonType } from '../../runtime/table.ts';
import type { Setting } from './setting.ts';

/** One case of the variant to be. */
export interface Choice {
  /** As the document has it: a reference, or a schema in place. */
  readonly schema: Schema;
  /** What it comes to; several when it is a union itself. No reference, no union. */
  readonly alternatives: readonly Schema[];
  /** The member of the union that it is, or is part of. */
  readonly member: number;
}

/** An alternative, the index of its case, and that of the union's member that it is part of. */
export interface Alternative {
  readonly schema: Schema;
  readonly at: number;
  readonly member: number;
}

type UnionSchema = Extract<Schema, Union>;

/**
 * The choices that a union gives, equal ones once. A union in place is taken apart.
 *
 * @param apart - whether unions that have a name are taken apart, too
 */
export function choicesOf(union: UnionSchema, setting: Setting, apart: boolean): readonly Choice[] {
  const choices: Choice[] = [];
  const seen = new Set<Schema>();
  const add = (schema: Schema, member: number, path: readonly Schema[]): void => {
    const target = setting.resolve(schema);
    if (path.includes(target) || seen.has(target)) return;
    if (target.kind === 'union' && (apart || schema.kind === 'union')) {
      for (const inner of target.members) add(inner, member, [...path, target]);
      return;
    }
    seen.add(target);
    choices.push({ schema, member, alternatives: alternativesOf(target, setting, path) });
  };
  union.members.forEach((schema, member) => {
    add(schema, member, [union]);
  });
  return choices;
}

function alternativesOf(
  target: Schema,
  setting: Setting,
  path: readonly Schema[],
): readonly Schema[] {
  if (target.kind !== 'union') return [target];
  if (path.includes(target)) return [];
  const inside = [...path, target];
  return target.members.flatMap((member) =>
    alternativesOf(setting.resolve(member), setting, inside),
  );
}

/** The JSON type of a schema's values; `undefined` when it can be any. */
export function jsonTypeOf({ kind }: Schema): JsonType | undefined {
  switch (kind) {
    case 'boolean':
      return 'boolean';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'enum':
      return 'string';
    case 'array':
    case 'tuple':
      return 'array';
    case 'object':
    case 'map':
    case 'empty':
      return 'object';
    default:
      return undefined;
  }
}

/** Whether all of them belong to one case. */
export function areOneCase(alternatives: readonly Alternative[]): boolean {
  return alternatives.every(({ at }) => at === alternatives[0]?.at);
}
