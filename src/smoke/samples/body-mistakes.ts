import type { TypeCode } from '../../runtime/table.ts';
import { mismatch, type SampleContext } from './context.ts';
import type { SampleRequest } from './contract.ts';
import { type Demand, demandsOf } from './demands.ts';
import type { WithBody } from './mistakes.ts';
import { sentRequest } from './request.ts';

/** A body with one value changed. */
interface Edit {
  readonly path: readonly string[];
  readonly body: unknown;
}

type Edits = (context: SampleContext, type: TypeCode, body: unknown) => Iterable<Edit>;

/** Ways in which a JSON body can be wrong, each at a place that the component must name. */
const KINDS: ReadonlyMap<string, Edits> = new Map<string, Edits>([
  ['wrong type', wrongTypes],
  ['unknown case', against('case')],
  ['wrong constant', against('constant')],
  ['missing property', against('property')],
]);

/** A request of each kind, with the valid body of the first operation that allows it. */
export function bodyMistakes(
  context: SampleContext,
  bodies: readonly WithBody[],
): readonly SampleRequest[] {
  return [...KINDS].flatMap(([check, edits]) => {
    for (const one of bodies) {
      const request = bodyMistake(context, one, check, edits);
      if (request !== undefined) return [request];
    }
    return [];
  });
}

/** `undefined` when the type does not mind, or sees the mistake in another place. */
function bodyMistake(
  context: SampleContext,
  { route, input, body: valid }: WithBody,
  check: string,
  edits: Edits,
): SampleRequest | undefined {
  const { format, type } = valid.form;
  if (format !== 'json' || type === undefined) return undefined;
  for (const { path, body } of edits(context, type, valid.value)) {
    const pointer = pointerTo(path);
    if (mismatch(context, type, body)?.pointer !== pointer) continue;
    return {
      check,
      ...sentRequest(route, input, { ...valid, value: body }),
      expected: [400],
      expectedPointer: pointer,
    };
  }
  return undefined;
}

/** More than anyone reads; samples have hundreds of values at most. */
const MOST_PLACES = 200;

/** One value of another JSON type, as deep as there is one. */
function* wrongTypes(_context: SampleContext, _type: TypeCode, body: unknown): Generator<Edit> {
  for (const path of placesIn(body)) {
    yield { path, body: changed(body, path, (old) => (Array.isArray(old) ? 'not a list' : [])) };
  }
}

/** What no document has as a constant. */
const UNHEARD_OF = 'unheard-of';

function against(kind: Demand['kind']): Edits {
  return function* (context, type, body) {
    // Of what tells the case, and is constant inside the case, the first comes to light.
    const demands = [...demandsOf(context.codecs, type, body)].toReversed();
    const byPlace = new Map(demands.map((demand) => [pointerTo(demand.path), demand]));
    const fitting = [...byPlace.values()].filter((demand) => demand.kind === kind);
    for (const { path } of fitting.slice(0, MOST_PLACES)) {
      const to = kind === 'property' ? undefined : UNHEARD_OF;
      yield { path, body: changed(body, path, () => to) };
    }
  };
}

/** Paths to the values of a body, the deepest first, the body itself last. */
function placesIn(body: unknown): readonly (readonly string[])[] {
  const places: (readonly string[])[] = [[]];
  for (let at = 0; at < places.length && places.length < MOST_PLACES; at += 1) {
    const path = places[at] ?? [];
    const value = path.reduce((inner, key) => Object(inner)[key], body);
    if (typeof value !== 'object' || value === null) continue;
    for (const key of Object.keys(value)) places.push([...path, key]);
  }
  return places.reverse();
}

/** A copy with another value at `path`; without the property when that is `undefined`. */
function changed(
  value: unknown,
  [key, ...rest]: readonly string[],
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  const inner = changed(Object(value)[key], rest, change);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  const entries = Object.entries(Object(value)).map(([name, old]) => [
    name,
    name === key ? inner : old,
  ]);
  return Object.fromEntries(entries.filter(([, left]) => left !== undefined));
}

/** RFC 6901 §3. */
export function pointerTo(path: readonly string[]): string {
  return path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
