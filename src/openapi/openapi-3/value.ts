import { isJson } from '../../runtime/index.ts';
import type { Value } from '../dialect.ts';
import { mediaName } from '../media.ts';
import type { Parameter, ParameterPlace, Pointer, Schema } from '../model.ts';
import { child } from '../pointer.ts';
import { entriesOf, isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { schemaBeside } from '../swagger-2/schema-beside.ts';
import { examplesOf } from './examples.ts';

/** Reads what a parameter or header holds, and in which style. */
export function readValue(
  reading: Reading,
  raw: Raw,
  place: ParameterPlace,
  pointer: Pointer,
): Value {
  const style = styleOf(reading, raw, place, pointer);
  return {
    style,
    explode: typeof raw.explode === 'boolean' ? raw.explode : style === 'form',
    ...heldBy(reading, raw, pointer),
  };
}

type Style = Parameter['style'];

/** OAS 3.1.1, Parameter Object, "Style Values"; the first of each is the default. */
export const STYLES: Readonly<Record<ParameterPlace, readonly [Style, ...Style[]]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

function styleOf(reading: Reading, raw: Raw, place: ParameterPlace, pointer: Pointer): Style {
  const [usual, ...others] = STYLES[place];
  if (raw.style === undefined || raw.style === usual) return usual;
  const style = others.find((other) => other === raw.style);
  if (style === undefined) {
    reading.note(child(pointer, 'style'), `No style of a ${place} parameter; read as "${usual}".`);
  }
  return style ?? usual;
}

/**
 * `schema`, or the JSON text that `content` describes. With neither it is a string, as it is on the wire; a `type`
 * beside the name is what Swagger 2.0 wrote in place of `schema`.
 */
function heldBy(
  reading: Reading,
  raw: Raw,
  pointer: Pointer,
): Pick<Value, 'schema' | 'json' | 'examples'> {
  const examples = examplesOf(reading, raw, pointer);
  if (raw.schema !== undefined) {
    return { schema: reading.schema(raw.schema, child(pointer, 'schema')), json: false, examples };
  }
  const [content] = entriesOf(raw.content);
  if (content === undefined)
    return { schema: schemaBeside(reading, raw, pointer), json: false, examples };
  const [type, entry] = content;
  const place = child(pointer, 'content', type);
  const media = reading.references.follow(entry, place);
  if (!isRaw(media.value) || !isJson(mediaName(type))) {
    reading.note(place, 'Only JSON is read inside a parameter; it is a string.');
    return { schema: { pointer, kind: 'string' }, json: false, examples };
  }
  const { value, pointer: at } = media;
  const schema: Schema =
    value.schema === undefined
      ? { pointer: at, kind: 'any' }
      : reading.schema(value.schema, child(at, 'schema'));
  return { schema, json: true, examples: [...examples, ...examplesOf(reading, value, at)] };
}
