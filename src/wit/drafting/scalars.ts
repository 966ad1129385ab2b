/**
 * Numbers and strings of the document as WIT scalars.
 */
import type { Bounds, Schema } from '../../openapi/model.ts';
import type { Constant } from '../../runtime/table.ts';
import type { Limits, ScalarShape } from '../graph/draft.ts';

type IntegerName = 's8' | 's16' | 's32' | 's64' | 'u8' | 'u16' | 'u32' | 'u64';

/** Formats of the OpenAPI Format Registry (spec.openapis.org/registry/format) that are WIT integers. */
const INTEGER_FORMATS: ReadonlyMap<string, IntegerName> = new Map([
  ['int8', 's8'],
  ['int16', 's16'],
  ['int32', 's32'],
  ['int64', 's64'],
  ['uint8', 'u8'],
  ['uint16', 'u16'],
  ['uint32', 'u32'],
  ['uint64', 'u64'],
]);

const RANGES: Readonly<Record<IntegerName, readonly [min: number, max: number]>> = {
  s8: [-128, 127],
  s16: [-32768, 32767],
  s32: [-2147483648, 2147483647],
  s64: [-(2 ** 63), 2 ** 63],
  u8: [0, 255],
  u16: [0, 65535],
  u32: [0, 4294967295],
  u64: [0, 2 ** 64],
};

/**
 * String formats that keep their name in the WIT, as an alias of `string`: WIT has no dates, but a reader should still
 * see one. From the OpenAPI Format Registry, with the spellings people use for them.
 */
export const STRING_FORMATS: ReadonlyMap<string, string> = new Map([
  ['date-time', 'date-time'],
  ['datetime', 'date-time'],
  ['date', 'date'],
  ['time', 'time'],
  ['duration', 'duration'],
  ['uuid', 'uuid'],
  ['guid', 'uuid'],
  ['uri', 'uri'],
  ['url', 'uri'],
  ['iri', 'uri'],
  ['uri-reference', 'uri-reference'],
  ['uri-template', 'uri-template'],
  ['email', 'email'],
  ['idn-email', 'email'],
  ['hostname', 'hostname'],
  ['idn-hostname', 'hostname'],
  ['ipv4', 'ipv4'],
  ['ipv6', 'ipv6'],
  ['password', 'password'],
  ['decimal', 'decimal'],
  ['json-pointer', 'json-pointer'],
  ['regex', 'regex'],
]);

/**
 * An integer: by its format; without one by its bounds when both fit 32 bits; else `s64`, which is exact where a
 * JavaScript number is not. A format that its own bounds exceed is not believed.
 */
export function integerScalar(schema: Extract<Schema, { kind: 'integer' }>): ScalarShape {
  const limits = numberLimits(schema);
  const named = schema.format === undefined ? undefined : INTEGER_FORMATS.get(schema.format);
  const range = schema.values === undefined ? limits : spanOf(schema.values);
  const scalar = named !== undefined && fits(range, named) ? named : narrowest(range);
  return withLimits({ kind: 'scalar', scalar }, { ...limits, ...listed(schema.values) });
}

/** Any number is `f64`, also a `float`: a round trip through f32 changes digits (0.1). */
export function numberScalar(schema: Extract<Schema, { kind: 'number' }>): ScalarShape {
  const limits = { ...numberLimits(schema), ...listed(schema.values) };
  return withLimits({ kind: 'scalar', scalar: 'f64' }, limits);
}

/** A boolean, of which the document may allow but one value. */
export function booleanScalar({ values }: Extract<Schema, { kind: 'boolean' }>): ScalarShape {
  return withLimits({ kind: 'scalar', scalar: 'bool' }, listed(values));
}

/** A string, or the bytes that it is base64 of. */
export function stringScalar(schema: Extract<Schema, { kind: 'string' }>): ScalarShape {
  if (schema.format === 'byte') return { kind: 'scalar', scalar: 'bytes' };
  const format = STRING_FORMATS.get(schema.format?.toLowerCase() ?? '');
  const limits = defined({ minLength: schema.minLength, maxLength: schema.maxLength });
  return withLimits(
    { kind: 'scalar', scalar: 'string', ...(format === undefined ? {} : { format }) },
    limits,
  );
}

function numberLimits(bounds: Bounds): Limits {
  return defined({
    min: bounds.minimum,
    max: bounds.maximum,
    above: bounds.exclusiveMinimum,
    below: bounds.exclusiveMaximum,
  });
}

function listed(values: readonly Constant[] | undefined): Limits {
  return values === undefined ? {} : { values };
}

function spanOf(values: readonly number[]): Limits {
  const sorted = values.toSorted((a, b) => a - b);
  return defined({ min: sorted[0], max: sorted.at(-1) });
}

function narrowest(limits: Limits): IntegerName {
  const isBounded =
    (limits.min ?? limits.above) !== undefined && (limits.max ?? limits.below) !== undefined;
  if (!isBounded) return 's64';
  if (fits(limits, 'u32')) return 'u32';
  return fits(limits, 's32') ? 's32' : 's64';
}

/** Whether the type holds all that the limits allow; a bound that isn't stated is no reason against it. */
function fits(limits: Limits, name: IntegerName): boolean {
  const [min, max] = RANGES[name];
  return [limits.min, limits.max, limits.above, limits.below].every(
    (bound) => bound === undefined || (bound >= min && bound <= max),
  );
}

function withLimits(shape: ScalarShape, limits: Limits): ScalarShape {
  return Object.keys(limits).length === 0 ? shape : { ...shape, limits };
}

function defined(limits: { readonly [K in keyof Limits]: Limits[K] | undefined }): Limits {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}
