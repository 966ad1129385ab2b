import { quote } from '../text/quote.ts';
import type { LocatedParameter, OperationSource } from './dialect.ts';
import type { Parameter, ParameterPlace, Pointer } from './model.ts';
import { child } from './pointer.ts';
import { isRaw, itemsOf, statedText, textOf } from './raw.ts';
import type { Reading } from './reading.ts';

/** A list of parameters and where it is. */
export interface ParameterList {
  readonly list: unknown;
  readonly pointer: Pointer;
}

/**
 * The Parameter Objects of an operation: those of its path, in which its own replace what has the same name and place
 * (OAS 3.1.1, Operation Object).
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function locateParameters(
  reading: Reading,
  lists: readonly ParameterList[],
): LocatedParameter[] {
  const found = new Map<string, LocatedParameter>();
  for (const { list, pointer: place } of lists) {
    itemsOf(list).forEach((entry, index) => {
      const { value: raw, pointer } = reading.references.follow(entry, child(place, index));
      const name = isRaw(raw) ? textOf(raw.name) : undefined;
      if (isRaw(raw) && name !== undefined)
        found.set(identity(name, raw.in), { name, raw, pointer });
      else reading.note(pointer, 'This is not a parameter, and left out.');
    });
  }
  return [...found.values()];
}

/**
 * The parameters of an operation that are not its body. Those in the path come first, in the order of the template,
 * which also says what they are: a name that is only in the template is a string; one that is only declared is left out,
 * unless `key`, the path as written, has it in a query.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readParameters(
  reading: Reading,
  operation: OperationSource,
  key: string,
): Parameter[] {
  const declared = operation.parameters
    .filter(({ raw }) => !reading.dialect.isBodyPlace(raw.in))
    .flatMap((located) => readParameter(reading, located) ?? []);
  const inPath = templateNames(key.replace(/[?#].*$/su, '')).map((name) => {
    const parameter = declared.find((one) => one.in === 'path' && one.name === name);
    return parameter ?? undeclared(reading, name, operation.pointer);
  });
  const used = new Set(inPath);
  const inQuery = queryNames(key);
  const others = declared.filter((parameter) => !used.has(parameter));
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
function identity(name: string, place: unknown): string {
  return `${statedText(place)} ${place === 'header' ? name.toLowerCase() : name}`;
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

function readParameter(
  reading: Reading,
  { name, raw, pointer }: LocatedParameter,
): Parameter | undefined {
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
  return {
    pointer,
    name,
    in: raw.in,
    required: raw.in === 'path' || raw.required === true,
    description: textOf(raw.description),
    deprecated: raw.deprecated === true,
    ...reading.dialect.value(reading, raw, raw.in, pointer),
  };
}

function isPlace(value: unknown): value is ParameterPlace {
  return PLACES.has(value);
}
