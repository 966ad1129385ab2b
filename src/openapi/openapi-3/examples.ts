import type { Pointer } from '../model.ts';
import { child } from '../pointer.ts';
import { entriesOf, isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';

/**
 * The values of `example`, then of `examples`, of a parameter, header or media type (OAS 3.1.1, Parameter Object). An
 * example that can't be had, because its reference is broken or it is a URL, is noted and left out: nothing depends on
 * it.
 */
export function examplesOf(reading: Reading, raw: Raw, pointer: Pointer): unknown[] {
  const examples = raw.example === undefined ? [] : [raw.example];
  for (const [name, entry] of entriesOf(raw.examples)) {
    const place = child(pointer, 'examples', name);
    const example = reading.references.findEnd({ value: entry, pointer: place })?.value;
    const value = isRaw(example) ? statedValue(example) : undefined;
    if (value !== undefined) examples.push(value);
    else reading.note(place, 'The example has no value in the document.');
  }
  return examples;
}

/** `dataValue` is OAS 3.2's name for a value that is no text of the wire. */
function statedValue({ value, dataValue }: Raw): unknown {
  return value === undefined ? dataValue : value;
}
