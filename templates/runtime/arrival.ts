/**
 * The arguments of a typed export → what functions get by both doors.
 *
 * The engine (componentize-js 0.23.0, seen 2026-11-24) hands over lists of numbers as typed arrays of another realm,
 * which are no `instanceof Uint8Array`, and an `s64` that came in a register without its sign: -1 as 2^64 - 1.
 */
import type { Codecs } from './codec.ts';
import { formsOf } from './media.ts';
import type { FieldCode, PayloadCode, RouteCode, TypeCode } from './table.ts';
import { type Properties, tagged } from './values.ts';

/** Makes a value as it arrived what it is; undefined when it is that already, whatever it is. */
type Arrival = ((value: unknown) => unknown) | undefined;

/** Compiles the arrival of a function's arguments. */
export function compileArrival(
  { params, body, call }: RouteCode,
  codecs: Codecs,
): (args: readonly unknown[]) => readonly unknown[] {
  const arrival = createArrival(codecs);
  const arrivals = params.map(({ js, type }) => [js, arrival(type)] as const);
  const inBody = (body === undefined ? [] : formsOf(body.as)).map(
    ([tag, payload]) => [tag, ofPayload(payload, arrival)] as const,
  );
  const all = body === undefined ? arrivals : [...arrivals, [body.js, ofBody(inBody)] as const];
  if (call === 'record') return ([record]) => [ofFields(all)?.(record) ?? record];
  return (args) => args.map((value, index) => arrived(all[index]?.[1], value));
}

/** A case of several forms is `{ tag, val }`; the tag of the only one is empty. */
function ofBody(forms: readonly (readonly [tag: string, Arrival])[]): Arrival {
  const only = forms.find(([tag]) => tag === '');
  return only === undefined ? ofCases(forms) : only[1];
}

function createArrival(codecs: Codecs): (type: TypeCode) => Arrival {
  const known = new Map<TypeCode, Arrival>();

  function arrival(type: TypeCode): Arrival {
    const code = codecs.core(type);
    if (!known.has(code)) known.set(code, compile(code));
    return known.get(code);
  }

  function compile(code: ReturnType<Codecs['core']>): Arrival {
    if (code === 'bytes') return ownBytes;
    if (code === 'file') return ofFields(DATA);
    if (code === 's64') return (value) => BigInt.asIntN(64, value as bigint);
    if (typeof code === 'string' || 'enum' in code || 'constant' in code) return undefined;
    if ('list' in code) return ofList(arrival(code.list));
    if ('map' in code) return ofEntries(arrival(code.map));
    if ('tuple' in code) return ofItems(code.tuple.map(arrival));
    if ('variant' in code)
      return ofCases(code.variant.map(({ tag, type }) => [tag, arrival(type)]));
    const fields = code.record.map((field) => [field.js, ofField(field, arrival)] as const);
    const { extra } = code;
    return ofFields(extra ? [...fields, [extra.js, ofEntries(arrival(extra.type))]] : fields);
  }

  return arrival;
}

function ofPayload(
  { format, type }: Pick<PayloadCode, 'format' | 'type'>,
  arrival: (type: TypeCode) => Arrival,
): Arrival {
  if (format === 'bytes') return ownBytes;
  if (format === 'content') return ofFields(DATA);
  return type && arrival(type);
}

function ownBytes(value: unknown): Uint8Array {
  const { buffer, byteOffset, byteLength } = value as Uint8Array;
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Files, and contents of several types, have bytes inside. */
const DATA = [['data', ownBytes]] as const;

/** What isn't there stays so: an `option` around a type changes nothing in it. */
function arrived(arrival: Arrival, value: unknown): unknown {
  return arrival === undefined || value === undefined || value === null ? value : arrival(value);
}

function ofList(item: Arrival): Arrival {
  return (value) => {
    const list = Array.from(value as ArrayLike<unknown>);
    return item === undefined ? list : list.map((one) => arrived(item, one));
  };
}

function ofEntries(item: Arrival): Arrival {
  if (item === undefined) return undefined;
  return (value) => (value as [string, unknown][]).map(([key, one]) => [key, arrived(item, one)]);
}

function ofItems(items: readonly Arrival[]): Arrival {
  if (items.every((item) => item === undefined)) return undefined;
  return (value) => (value as unknown[]).map((one, index) => arrived(items[index], one));
}

function ofCases(cases: readonly (readonly [tag: string, Arrival])[]): Arrival {
  const byTag = new Map(cases.filter(([, arrival]) => arrival !== undefined));
  if (byTag.size === 0) return undefined;
  return (value) => {
    const { tag = '', val } = tagged(value) ?? {};
    return byTag.has(tag) ? { tag, val: arrived(byTag.get(tag), val) } : value;
  };
}

function ofField({ type, triState }: FieldCode, arrival: (type: TypeCode) => Arrival): Arrival {
  const inner = arrival(type);
  return triState ? ofCases([['some', inner]]) : inner;
}

function ofFields(fields: readonly (readonly [js: string, Arrival])[]): Arrival {
  const changed = fields.filter(([, arrival]) => arrival !== undefined);
  if (changed.length === 0) return undefined;
  return (value) => {
    const record: Record<string, unknown> = { ...(value as Properties) };
    for (const [js, arrival] of changed) {
      if (js in record) record[js] = arrived(arrival, record[js]);
    }
    return record;
  };
}
