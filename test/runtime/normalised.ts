import type { TypeCode } from '../../src/runtime/table.ts';
import { parseJson, put, stringifyJson } from '../../templates/runtime/json.ts';

type RecordCode = Extract<TypeCode, { record: unknown }>;
type Json = Record<string, unknown>;

/**
 * JSON as it comes back from the codec: what the comment of `templates/runtime/codec.ts` says, written a second time.
 *
 * @param value - what the codec read, which tells the case of a union; there are no named types
 */
export function normalised(code: TypeCode, json: unknown, value: unknown): unknown {
  if (typeof code === 'string') return scalar(code, json);
  if ('scalar' in code) return scalar(code.scalar, json);
  if ('ref' in code) throw new Error('named types are not expected');
  if ('nullable' in code) return json === null ? null : normalised(code.nullable, json, value);
  if ('enum' in code || 'constant' in code) return json;
  if ('variant' in code) {
    const { tag, val } = value as { tag: string; val: unknown };
    const chosen = code.variant.find((item) => item.tag === tag);
    return normalised(chosen?.type ?? 'json', json, val);
  }
  const values = value as unknown[];
  if ('list' in code) {
    return (json as unknown[]).map((item, index) => normalised(code.list, item, values[index]));
  }
  if ('tuple' in code) {
    const items = json as unknown[];
    return code.tuple.map((item, index) => normalised(item, items[index], values[index]));
  }
  if ('map' in code) return others(code.map, json as Json, values as [string, unknown][]);
  return record(code, json as Json, value as Json);
}

function scalar(name: string, json: unknown): unknown {
  if (name === 'f64') return Number(json);
  if (name === 'bytes') return Buffer.from(json as string, 'base64').toString('base64');
  // Where numbers have no type, a long one is read digit by digit: 1e300 too.
  if (name === 'json') return parseJson(stringifyJson(json));
  return Object.is(json, -0) ? 0 : json;
}

function others(type: TypeCode, json: Json, values: readonly [string, unknown][]): Json {
  const entries = values.map(([key, value]) => [key, normalised(type, json[key], value)]);
  return Object.fromEntries(entries);
}

function record({ record: fields, fixed = [], extra }: RecordCode, json: Json, value: Json): Json {
  const object: Json = {};
  for (const [wire, constant] of fixed) put(object, wire, constant);
  for (const { js, wire, type, optional, triState } of fields) {
    if (!Object.hasOwn(json, wire)) continue;
    const own = json[wire];
    const field = triState ? (value[js] as { val: unknown }).val : value[js];
    if (own !== null || field !== undefined) put(object, wire, normalised(type, own, field));
    else if (!optional || triState) put(object, wire, null);
  }
  if (!extra) return object;
  const rest = others(extra.type, json, value[extra.js] as [string, unknown][]);
  return Object.fromEntries([...Object.entries(object), ...Object.entries(rest)]);
}
