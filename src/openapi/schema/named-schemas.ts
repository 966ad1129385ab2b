import type { NamedSchema, Pointer } from '../model.ts';
import { child, ROOT } from '../pointer.ts';
import type { Reading } from '../reading.ts';
import { untyped } from './annotations.ts';
import { COMPONENT_PLACES } from './components.ts';
import { schemaName } from './schema-name.ts';

/**
 * Reads every schema that the model refers to, and what those refer to in turn: the components in document order, then
 * schemas elsewhere in the order they were met. Goes along a list, so that long chains of references don't nest.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readNamedSchemas(reading: Reading): Map<Pointer, NamedSchema> {
  const read = new Map<Pointer, NamedSchema>();
  // A Map's iterator also visits what is added meanwhile.
  for (const [pointer, raw] of reading.wanted) {
    const name = schemaName(reading.references, pointer);
    read.set(pointer, { pointer, name, schema: reading.schema(raw, pointer) });
  }
  return breakCircles(inDocumentOrder(reading, read));
}

function inDocumentOrder(
  reading: Reading,
  read: ReadonlyMap<Pointer, NamedSchema>,
): Map<Pointer, NamedSchema> {
  const ordered = new Map<Pointer, NamedSchema>();
  for (const place of COMPONENT_PLACES.map((tokens) => child(ROOT, ...tokens))) {
    for (const [, { pointer }] of reading.references.entriesAt(place)) {
      const named = read.get(pointer);
      if (named !== undefined) ordered.set(pointer, named);
    }
  }
  for (const [pointer, named] of read) ordered.set(pointer, named);
  return ordered;
}

/** Names that only stand for one another (`A: { $ref: B }`, `B: { $ref: A }`) never come to a type. */
function breakCircles(schemas: Map<Pointer, NamedSchema>): Map<Pointer, NamedSchema> {
  const ending = new Set<Pointer>();
  for (const start of schemas.keys()) {
    const path = new Set<Pointer>();
    let at: Pointer | undefined = start;
    while (at !== undefined && !ending.has(at)) {
      const named = schemas.get(at);
      if (named !== undefined && path.has(at)) {
        const { schema } = named;
        const circle = untyped(
          { pointer: schema.pointer },
          '$ref',
          'the reference leads back to itself',
        );
        schemas.set(at, { ...named, schema: circle });
        break;
      }
      path.add(at);
      at = named?.schema.kind === 'ref' ? named.schema.target : undefined;
    }
    for (const pointer of path) ending.add(pointer);
  }
  return schemas;
}
