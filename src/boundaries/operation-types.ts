import type { ApiModel, Media, Operation, Pointer, Schema } from '../openapi/model.ts';
import { targetsIn } from '../openapi/targets.ts';
import type { Nearness } from './endpoint.ts';

/** The named types of an operation, by their names. */
export type TypesOf = (operation: Operation) => ReadonlyMap<string, Nearness>;

/**
 * Finds the named types that say something about what an operation is about: records and unions with two members at
 * least. Enumerations, scalars and what only errors are made of say nothing: services share them everywhere.
 */
export function typesOfOperations(api: ApiModel): TypesOf {
  const parts = new Map(
    [...api.schemas].map(([pointer, { schema }]) => [pointer, targetsIn(schema)] as const),
  );
  return (operation) => {
    const found = reach(usedBy(operation), (pointer) => parts.get(pointer) ?? []);
    return new Map(
      [...found].flatMap(([pointer, nearness]) => {
        const named = api.schemas.get(pointer);
        return named !== undefined && isTelling(named.schema) ? [[named.name, nearness]] : [];
      }),
    );
  };
}

function usedBy({ body, responses }: Operation): readonly Pointer[] {
  const successes = responses.filter(({ status }) => /^[23]/u.test(status));
  const media: readonly Media[] = [
    ...(body?.media ?? []),
    ...successes.flatMap((response) => response.media),
  ];
  return media.flatMap(({ schema }) => (schema === undefined ? [] : targetsIn(schema)));
}

/** Everything in reach, with how near it is. */
function reach(
  start: readonly Pointer[],
  partsOf: (pointer: Pointer) => readonly Pointer[],
): ReadonlyMap<Pointer, Nearness> {
  const found = new Map<Pointer, Nearness>();
  let level = start;
  for (let depth = 0; level.length > 0; depth += 1) {
    const nearness = depth === 0 ? 'own' : depth === 1 ? 'part' : 'deep';
    const fresh = level.filter((pointer) => !found.has(pointer));
    for (const pointer of fresh) found.set(pointer, nearness);
    level = [...new Set(fresh)].flatMap(partsOf);
  }
  return found;
}

function isTelling(schema: Schema): boolean {
  if (schema.kind === 'object') return schema.properties.length > 1;
  return schema.kind === 'union' && schema.members.length > 1;
}
