import { quote } from '../../text/quote.ts';
import type { Value } from '../dialect.ts';
import { mediaName } from '../media.ts';
import type { Encoding, ParameterPlace, Pointer } from '../model.ts';
import { child } from '../pointer.ts';
import { entriesOf, isRaw, itemsOf, type Raw, statedText } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { schemaBeside } from './schema-beside.ts';

/**
 * Reads what a parameter or header holds: its type stands beside its name, and how a list is written in
 * `collectionFormat` (Swagger 2.0, Parameter Object, Header Object). A list in a format that has no style of OpenAPI 3 is
 * handed over as it is on the wire, a string, and noted. `schema`, which is 3.0's, is read as there.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readValue(
  reading: Reading,
  raw: Raw,
  place: ParameterPlace,
  pointer: Pointer,
): Value {
  const examples = examplesOf(raw);
  const style = place === 'path' || place === 'header' ? 'simple' : 'form';
  const plain = { style, explode: style === 'form', json: false, examples } as const;
  if (raw.schema !== undefined) {
    return { ...plain, schema: reading.schema(raw.schema, child(pointer, 'schema')) };
  }
  if (raw.type !== 'array') return { ...plain, schema: schemaBeside(reading, raw, pointer) };
  const list = listStyle(reading, raw, style, pointer);
  return list === undefined
    ? { ...plain, schema: { pointer, kind: 'string' } }
    : { ...plain, ...list, schema: schemaBeside(reading, raw, pointer) };
}

type ListStyle = Required<Pick<Encoding, 'style' | 'explode'>>;

/** Swagger 2.0, Parameter Object, `collectionFormat`. OAS 3.0.4 has the same lists as styles, but for tabs. */
const IN_QUERY: ReadonlyMap<unknown, ListStyle> = new Map([
  ['csv', { style: 'form', explode: false }],
  ['multi', { style: 'form', explode: true }],
  ['ssv', { style: 'spaceDelimited', explode: false }],
  ['pipes', { style: 'pipeDelimited', explode: false }],
]);

/**
 * How the list `raw` is written; undefined, and noted, when no style says so.
 *
 * @param usual - the style of its place: `multi` and the separators beside the comma are for the query and forms only
 */
export function listStyle(
  reading: Reading,
  raw: Raw,
  usual: 'simple' | 'form',
  pointer: Pointer,
): ListStyle | undefined {
  const format = raw.collectionFormat ?? 'csv';
  const style = IN_QUERY.get(format);
  if (usual === 'form' && style !== undefined) return style;
  if (format === 'csv') return { style: usual, explode: false };
  const place = child(pointer, 'collectionFormat');
  if (format === 'multi') {
    reading.note(place, 'A list can not be there several times; it is read with commas.');
    return { style: usual, explode: false };
  }
  reading.note(place, `A list written as ${quote(statedText(format))} is handed over as a string.`);
  return undefined;
}

/**
 * The examples that people write though Swagger 2.0 has no field for them: `x-example`, `x-examples` and, as in OpenAPI
 * 3, `example` and `examples`.
 *
 * @param type - a media type: an example that has another for its name is none
 */
export function examplesOf(raw: Raw, type?: string): unknown[] {
  const single = [raw['x-example'], raw.example].filter((example) => example !== undefined);
  const several = [raw['x-examples'], raw.examples].flatMap((examples) => [
    ...itemsOf(examples),
    ...entriesOf(examples)
      .filter(([name]) => type === undefined || !name.includes('/') || mediaName(name) === type)
      .map(([, example]) => (isRaw(example) && 'value' in example ? example.value : example)),
  ]);
  return [...single, ...several];
}
