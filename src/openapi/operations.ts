import { badInput, type Failure } from '../terminal/failure.ts';
import { quote } from '../text/quote.ts';
import type { OperationSource } from './dialect.ts';
import { LIMITS } from './limits.ts';
import { methodOf } from './methods.ts';
import type { Method, Operation, Pointer } from './model.ts';
import { noteCallbacks } from './openapi-3/unread.ts';
import { locateParameters, type ParameterList, readParameters } from './parameters.ts';
import { child } from './pointer.ts';
import { entriesOf, isExtension, isRaw, itemsOf, type Raw, textOf } from './raw.ts';
import type { Reading } from './reading.ts';
import { isReference, type Located } from './references.ts';
import { readResponses } from './responses.ts';

/** The other fields of a Path Item Object (OAS 3.1.1). */
const PATH_FIELDS = new Set(['$ref', 'summary', 'description', 'servers', 'parameters']);

/**
 * Reads a Paths Object: every operation, in document order.
 *
 * @throws Failure (code 2) for a broken reference, or more operations than a component can have.
 */
export function readOperations(reading: Reading, paths: Located): Operation[] {
  const operations: Operation[] = [];
  const routes = new Map<string, Pointer>();
  for (const [key, entry] of entriesOf(paths.value)) {
    if (isExtension(key)) continue;
    const place = child(paths.pointer, key);
    const path = pathOf(reading, key, place);
    const items = pathItems(reading, entry, place);
    for (const operation of readPathItem(reading, { path, key }, items)) {
      // Templates that differ in the names of their parameters alone are the same route (OAS 3.1.1, Paths Object).
      const route = `${operation.method} ${operation.path.replace(/\{[^{}/]*\}/gu, '{}')}`;
      const earlier = routes.get(route);
      if (earlier !== undefined) {
        reading.note(operation.pointer, `Same route as ${earlier}, which gets its requests.`);
      }
      routes.set(route, earlier ?? operation.pointer);
      if (operations.length === LIMITS.operations) throw tooMany(reading, operation.pointer);
      operations.push(operation);
    }
  }
  return operations;
}

function tooMany(reading: Reading, pointer: Pointer): Failure {
  const limit = LIMITS.operations.toLocaleString('en');
  return badInput(`The document has more than ${limit} operations, and no component can.`, {
    where: reading.references.where(pointer),
    hint: 'Give a part of it for each service, such as the paths of one tag.',
  });
}

/** A path begins with `/` and has neither query nor fragment (OAS 3.1.1, Paths Object). */
function pathOf(reading: Reading, key: string, place: Pointer): string {
  const path = key.replace(/[?#].*$/su, '');
  if (path !== key) {
    reading.note(place, 'What follows ? or # in the path is left out: it is no part of a route.');
  }
  if (path.startsWith('/')) return path;
  reading.note(place, 'The path does not begin with /; it is read as if it did.');
  return `/${path}`;
}

interface Place {
  readonly path: string;
  /** The path as written. */
  readonly key: string;
}

interface PathItem {
  readonly raw: Raw;
  readonly pointer: Pointer;
}

/**
 * A path item and those that its `$ref` leads to, whose operations it has too; its own count first.
 *
 * @throws Failure (code 2) for a broken reference, and for a circle.
 */
function pathItems(reading: Reading, entry: unknown, pointer: Pointer): PathItem[] {
  const items: PathItem[] = [];
  let at: Located = { value: entry, pointer };
  while (isRaw(at.value)) {
    items.push({ raw: at.value, pointer: at.pointer });
    if (!isReference(at.value)) return items;
    if (items.length > LIMITS.hops) throw reading.references.tooLong(pointer);
    at = reading.references.target(at.value.$ref, at.pointer);
  }
  reading.note(at.pointer, 'This is not a path item, and left out.');
  return items;
}

function readPathItem(reading: Reading, at: Place, items: readonly PathItem[]): Operation[] {
  const found = new Map<Method, Operation>();
  // The operation of a referred path item comes with that item's parameters, and with those of the place it is used at.
  const parameters = items.map(({ raw, pointer }) => ({
    list: raw.parameters,
    pointer: child(pointer, 'parameters'),
  }));
  for (const { raw, pointer } of items) {
    for (const [key, entry] of Object.entries(raw)) {
      const place = child(pointer, key);
      const method = methodOf(key);
      if (method === undefined) noteField(reading, key, entry, place);
      else if (!isRaw(entry)) reading.note(place, 'This is not an operation, and left out.');
      else if (!found.has(method)) {
        const source = { ...at, method, raw: entry, pointer: place, item: raw, parameters };
        found.set(method, readOperation(reading, source));
      }
    }
  }
  return [...found.values()];
}

function noteField(reading: Reading, key: string, value: unknown, place: Pointer): void {
  if (key === 'servers') reading.note(place, "Only the document's first server is read.");
  else if (key === 'additionalOperations') {
    const names = entriesOf(value).map(([method]) => quote(method));
    reading.note(place, `Operations of other methods are not served: ${names.join(', ')}.`);
  } else if (!PATH_FIELDS.has(key) && !isExtension(key)) {
    reading.note(place, `${quote(key)} is no method that is served.`);
  }
}

interface Found extends Place {
  readonly method: Method;
  readonly raw: Raw;
  readonly pointer: Pointer;
  /** The path item it is in. */
  readonly item: Raw;
  /** Of the path. */
  readonly parameters: readonly ParameterList[];
}

function readOperation(reading: Reading, { raw, pointer, item, ...found }: Found): Operation {
  noteCallbacks(reading, raw.callbacks, child(pointer, 'callbacks'));
  if (raw.servers !== undefined)
    noteField(reading, 'servers', raw.servers, child(pointer, 'servers'));
  const own = { list: raw.parameters, pointer: child(pointer, 'parameters') };
  const parameters = locateParameters(reading, [...found.parameters, own]);
  const source: OperationSource = { raw, pointer, parameters };
  return {
    pointer,
    operationId: textOf(raw.operationId),
    method: found.method,
    path: found.path,
    tags: itemsOf(raw.tags).filter((tag) => typeof tag === 'string'),
    summary: textOf(raw.summary) ?? textOf(item.summary),
    description: textOf(raw.description) ?? textOf(item.description),
    deprecated: raw.deprecated === true,
    parameters: readParameters(reading, source, found.key),
    body: reading.dialect.body(reading, source),
    responses: readResponses(reading, source),
  };
}
