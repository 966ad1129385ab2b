import type { Pointer } from './model.ts';
import { child } from './pointer.ts';
import { entriesOf, isRaw, type Raw } from './raw.ts';
import type { Reading } from './reading.ts';

/**
 * The values of `example`, then of `examples`, of a parameter, header or media type (OAS 3.1.1, Parameter Object). An
 * example that can't be had, because its reference is broken or it is a URL, is noted and left out: nothing depends on
 * it.
 */
export function examplesOf(reading: Reading, raw: Raw, pointer: Pointer): unknown[] {
  const examples = raw.example === undefined ? [] : [raw.example];
  for (const [name, entry] of entriesOf(raw.examples)) {
    const place = child(pointer, 'examples', name);
    const example = resolved(reading, entry, place);
    if (isRaw(example) && example.value !== undefined) examples.push(example.value);
    else reading.note(place, 'The example has no value in the document.');
  }
  return examples;
}

function resolved(reading: Reading, entry: unknown, place: Pointer): unknown {
  try {
    return reading.references.follow(entry, place).value;
  } catch {
    return undefined;
  }
}
