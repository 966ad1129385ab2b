import { isJson } from '../runtime/index.ts';
import { quote } from '../text/quote.ts';
import { examplesOf } from './examples.ts';
import { mediaName } from './media.ts';
import type { Parameter, ParameterPlace, Pointer, Schema } from './model.ts';
import { child } from './pointer.ts';
import { entriesOf, isRaw, itemsOf, type Raw, statedText, textOf } from './raw.ts';
import type { Reading } from './reading.ts';

/** A list of parameters and where it is. */
export interface ParameterList {
  readonly list: unknown;
  readonly pointer: Pointer;
}

/**
 * The parameters of an operation: those of its path, in which its own replace what has the same name and place (OAS
 * 3.1.1, Operation Object). Those in the path come first, in the order of the template, which also says what they are:
 * a name that is only in the template is a string; one that is only declared is left out, unless `key`, the path as
 * written, has it in a query.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readParameters(
  reading: Reading,
  lists: readonly ParameterList[],
  key: string,
  operation: Pointer,
): Parameter[] {
  const declared = new Map<string, Parameter>();
  for (const { list, pointer } of lists) {
    itemsOf(list).forEach((raw, index) => {
      const parameter = readParameter(reading, raw, child(pointer, index));
      if (parameter !== undefined) declared.set(identity(parameter), parameter);
    });
  }
  const inPath = templateNames(key.replace(/[?#].*$/su, '')).map((name) => {
    const parameter = declared.get(identity({ name, in: 'path' }));
    return parameter ?? undeclared(reading, name, operation);
  });
  const used = new Set(inPath);
  const inQuery = queryNames(key);
  const others = [...declared.values()].filter((parameter) => !used.has(parameter));
  return [...inPath, ...others.flatMap((parameter) => outsidePath(reading, parameter, inQuery))];
}

/** `/orders/export?format={type}` → `type` is the query parameter `format`. */
function queryNames(key: string): ReadonlyMap<string, string> {
  const query = /\?([^#]*)/u.exec(key)?.[1] ?? '';
  const pairs = [...query.matchAll(/([^&={}]+)=\{([^{}]+)\}/gu)];
  return new Map(pairs.map(([, name, template]) => [template ?? '', name ?? '']));
}

function outsidePath(
  reading: Reading,
  parameter: Parameter,
  inQuery: ReadonlyMap<string, string>,
): Parameter[] {
  if (parameter.in !== 'path') return [parameter];
  const name = inQuery.get(parameter.name);
  if (name !== undefined) {
    return [{ ...parameter, name, in: 'query', style: 'form', explode: true }];
  }
  reading.note(
    parameter.pointer,
    `The path has no ${quote(`{${parameter.name}}`)}: the parameter is left out.`,
  );
  return [];
}

/** The names in a path template, each once: `/orders/{id}` → `id`. */
function templateNames(path: string): string[] {
  return [...new Set([...path.matchAll(/\{([^{}/]+)\}/gu)].map(([, name]) => name ?? ''))];
}

/** Header names don't differ by case (RFC 9110 §5.1). */
function identity(parameter: { readonly name: string; readonly in: ParameterPlace }): string {
  const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
  return `${parameter.in} ${name}`;
}

function undeclared(reading: Reading, name: string, operation: Pointer): Parameter {
  reading.note(
    operation,
    `The path's ${quote(`{${name}}`)} is not declared; it is read as a string.`,
  );
  return {
    pointer: operation,
    name,
    in: 'path',
    required: true,
    description: undefined,
    deprecated: false,
    schema: { pointer: operation, kind: 'string' },
    style: 'simple',
    explode: false,
    json: false,
    examples: [],
  };
}

const PLACES: ReadonlySet<unknown> = new Set<ParameterPlace>(['path', 'query', 'header', 'cookie']);

/** "Ignored" as header parameters: other parts of the document describe them (OAS 3.1.1, Parameter Object). */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** They belong to the connection: hosts keep them from the guest (wasmtime 49, wasi-http's forbidden headers). */
export const HOST_HEADERS: ReadonlySet<string> = new Set([
  'connection',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/** A field name is a token (RFC 9110 §5.6.2): anything else can't arrive. */
export const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/u;

/** Why a component never sees a header parameter of this name; undefined when it does. */
function unseenHeader(name: string): string | undefined {
  const header = name.toLowerCase();
  if (IGNORED_HEADERS.has(header)) return 'is no parameter by the specification';
  if (HOST_HEADERS.has(header)) return 'is kept by the host';
  return HEADER_NAME.test(name) ? undefined : 'can not be sent, for it is no header name';
}

function readParameter(reading: Reading, entry: unknown, place: Pointer): Parameter | undefined {
  const { value: raw, pointer } = reading.references.follow(entry, place);
  const name = isRaw(raw) ? textOf(raw.name) : undefined;
  if (!isRaw(raw) || name === undefined) {
    reading.note(pointer, 'This is not a parameter, and left out.');
    return undefined;
  }
  if (!isPlace(raw.in)) {
    reading.note(
      pointer,
      `The parameter ${quote(name)} is in ${quote(statedText(raw.in))}, and left out.`,
    );
    return undefined;
  }
  const unseen = raw.in === 'header' ? unseenHeader(name) : undefined;
  if (unseen !== undefined) {
    reading.note(pointer, `The header ${quote(name)} ${unseen}, and left out.`);
    return undefined;
  }
  const style = styleOf(reading, raw, raw.in, pointer);
  return {
    pointer,
    name,
    in: raw.in,
    required: raw.in === 'path' || raw.required === true,
    description: textOf(raw.description),
    deprecated: raw.deprecated === true,
    style,
    explode: typeof raw.explode === 'boolean' ? raw.explode : style === 'form',
    ...readValue(reading, raw, pointer),
  };
}

function isPlace(value: unknown): value is ParameterPlace {
  return PLACES.has(value);
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
 * What a parameter or header holds: `schema`, or the JSON text that `content` describes. With neither it is a string,
 * as it is on the wire; a `type` beside the name is what Swagger 2.0 wrote in place of `schema`.
 */
export function readValue(
  reading: Reading,
  raw: Raw,
  pointer: Pointer,
): Pick<Parameter, 'schema' | 'json' | 'examples'> {
  const examples = examplesOf(reading, raw, pointer);
  if (raw.schema !== undefined) {
    return { schema: reading.schema(raw.schema, child(pointer, 'schema')), json: false, examples };
  }
  const [content] = entriesOf(raw.content);
  if (content === undefined)
    return { schema: withoutSchema(reading, raw, pointer), json: false, examples };
  const [type, media] = content;
  const place = child(pointer, 'content', type);
  if (!isRaw(media) || !isJson(mediaName(type))) {
    reading.note(place, 'Only JSON is read inside a parameter; it is a string.');
    return { schema: { pointer, kind: 'string' }, json: false, examples };
  }
  const schema: Schema =
    media.schema === undefined
      ? { pointer: place, kind: 'any' }
      : reading.schema(media.schema, child(place, 'schema'));
  return { schema, json: true, examples: [...examples, ...examplesOf(reading, media, place)] };
}

function withoutSchema(reading: Reading, raw: Raw, pointer: Pointer): Schema {
  if (typeof raw.type !== 'string') return { pointer, kind: 'string' };
  // Without what the parameter says of itself: `required` is a list in a schema.
  const { required: _, name: __, in: ___, ...schema } = raw;
  return reading.schema(schema, pointer);
}
