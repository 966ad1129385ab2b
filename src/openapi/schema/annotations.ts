import type { Annotations, Pointer, Schema } from '../model.ts';
import { itemsOf, type Raw, textOf } from '../raw.ts';

/**
 * What `raw` says about its values besides their type. `nullable` comes from the caller, who knows all its spellings.
 */
export function annotationsOf(raw: Raw, pointer: Pointer, nullable: boolean): Annotations {
  const title = textOf(raw.title);
  const description = textOf(raw.description);
  const examples = [
    ...(raw.example === undefined ? [] : [raw.example]),
    ...itemsOf(raw.examples), // a list in a schema (JSON Schema 2020-12, Validation §9.5), a map elsewhere
  ];
  return {
    pointer,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(raw.deprecated === true && { deprecated: true }),
    ...(nullable && { nullable }),
    ...(raw.readOnly === true && { readOnly: true }),
    ...(raw.writeOnly === true && { writeOnly: true }),
    ...(raw.default !== undefined && { default: raw.default }),
    ...(examples.length > 0 && { examples }),
  };
}

/** A node for what can't be typed; `construct` is the keyword that is to blame. */
export function untyped(annotations: Annotations, construct: string, reason: string): Schema {
  return { ...annotations, kind: 'untyped', construct, reason };
}
