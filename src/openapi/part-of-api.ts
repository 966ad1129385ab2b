import type { ApiModel, Operation, Pointer, Schema } from './model.ts';
import { targetsIn } from './targets.ts';

/**
 * The same API with fewer operations: the named schemas that they reach, the tags that they have, and the notes on what
 * is left. All in the order of the document.
 */
export function partOfApi(api: ApiModel, operations: readonly Operation[]): ApiModel {
  const kept = new Set(operations);
  const schemas = reached(api, operations.flatMap(schemasOf));
  const tags = new Set(operations.flatMap((operation) => operation.tags));
  const left = api.operations
    .filter((operation) => !kept.has(operation))
    .map(({ pointer }) => pointer);
  const isLeft = (pointer: Pointer) =>
    left.some((one) => pointer === one || pointer.startsWith(`${one}/`));
  return {
    ...api,
    operations: api.operations.filter((operation) => kept.has(operation)),
    schemas: new Map([...api.schemas].filter(([pointer]) => schemas.has(pointer))),
    ...(api.tags !== undefined && {
      tags: new Map([...api.tags].filter(([tag]) => tags.has(tag))),
    }),
    notes: api.notes.filter(({ pointer }) => !isLeft(pointer)),
  };
}

function schemasOf({ parameters, body, responses }: Operation): readonly Schema[] {
  const media = [...(body?.media ?? []), ...responses.flatMap((response) => response.media)];
  const headers = responses.flatMap((response) => response.headers);
  return [
    ...[...parameters, ...headers].map(({ schema }) => schema),
    ...media.flatMap(({ schema }) => schema ?? []),
  ];
}

function reached(api: ApiModel, schemas: readonly Schema[]): ReadonlySet<Pointer> {
  const met = new Set(schemas.flatMap(targetsIn));
  for (const pointer of met) {
    const named = api.schemas.get(pointer);
    if (named !== undefined) for (const target of targetsIn(named.schema)) met.add(target);
  }
  return met;
}
