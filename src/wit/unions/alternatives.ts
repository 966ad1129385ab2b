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

/** More alternatives than this are not told apart, so they needn't be found: nobody reads such a variant. */
export const MAX_ALTERNATIVES = 256;

/**
 * The choices that a union gives, equal ones once. A union in place is taken apart. Loops, not recursion: unions can
 * lead to one another in long chains.
 *
 * @param apart - whether unions that have a name are taken apart, too
 */
export function choicesOf(union: UnionSchema, setting: Setting, apart: boolean): readonly Choice[] {
  const choices: Choice[] = [];
  const met = new Set<Schema>([union]);
  const open = union.members.map((schema, member) => ({ schema, member })).toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { schema, member } = next;
    const target = setting.resolve(schema);
    if (met.has(target)) continue;
    met.add(target);
    if (target.kind === 'union' && (apart || schema.kind === 'union')) {
      open.push(...target.members.map((inner) => ({ schema: inner, member })).toReversed());
    } else {
      choices.push({ schema, member, alternatives: alternativesOf(target, setting) });
    }
    if (choices.length > MAX_ALTERNATIVES) break;
  }
  return choices;
}

function alternativesOf(target: Schema, setting: Setting): readonly Schema[] {
  const alternatives: Schema[] = [];
  const met = new Set([target]);
  for (const schema of met) {
    if (schema.kind === 'union') for (const one of schema.members) met.add(setting.resolve(one));
    else alternatives.push(schema);
    if (alternatives.length > MAX_ALTERNATIVES) break;
  }
  return alternatives;
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
