import type { Bounds, SchemaKind } from '../model.ts';
import { type Raw, textOf } from '../raw.ts';
import { allowedValues } from './keywords.ts';

/** Reads a schema of type string: an enum when it lists its values. */
export function readString(raw: Raw): SchemaKind {
  const values = allowedValues(raw);
  if (values !== undefined) return { kind: 'enum', values: wireValues(values) };
  const format = textOf(raw.format) ?? encodedFormat(raw);
  const pattern = textOf(raw.pattern);
  return {
    kind: 'string',
    ...(format !== undefined && { format }),
    ...sizesOf(raw, 'minLength', 'maxLength'),
    ...(pattern !== undefined && { pattern }),
  };
}

/** YAML reads `enum: [1, true]` as a number and a boolean; of a stated string they are the texts `1` and `true`. */
function wireValues(values: readonly unknown[]): string[] {
  const texts = values
    .filter((value) => value !== null)
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
  return [...new Set(texts)];
}

/**
 * 3.1 says with `contentEncoding` and `contentMediaType` what 3.0 says with `format` (OAS 3.1.1, Schema Object,
 * "Working with Binary Data").
 */
function encodedFormat(raw: Raw): string | undefined {
  if (raw.contentEncoding === 'base64') return 'byte';
  const binary =
    raw.contentEncoding === undefined && raw.contentMediaType === 'application/octet-stream';
  return binary ? 'binary' : undefined;
}

/** Reads a schema of type boolean. */
export function readBoolean(raw: Raw): SchemaKind {
  const values = listedAs(raw, (text) =>
    text === 'true' ? true : text === 'false' ? false : undefined,
  );
  return { kind: 'boolean', ...(values?.length === 1 && { values }) };
}

/** Reads a schema of type integer or number. */
export function readNumber(raw: Raw, kind: 'integer' | 'number'): SchemaKind {
  const format = textOf(raw.format);
  const values = listedAs(raw, (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    return (kind === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value))
      ? value
      : undefined;
  });
  return {
    kind,
    ...(format !== undefined && { format }),
    ...(values !== undefined && { values }),
    ...boundsOf(raw),
  };
}

/**
 * The values of an enum or const, each once. Some documents write all of them as texts (`enum: ['1', '2']` of integers);
 * a list that has others in it tells nothing.
 */
function listedAs<Value>(
  raw: Raw,
  read: (text: string) => Value | undefined,
): readonly Value[] | undefined {
  const texts = allowedValues(raw)?.filter((value) => value !== null);
  if (texts === undefined) return undefined;
  const values = new Set(
    texts.map((value) => (typeof value === 'object' ? undefined : read(String(value)))),
  );
  return [...values].every((value): value is Value => value !== undefined)
    ? ([...values] as Value[])
    : undefined;
}

/**
 * The bounds of a number. 3.0's boolean `exclusiveMinimum` makes `minimum` exclusive (JSON Schema Wright-00, Validation
 * §5.3, §5.5); in 3.1 it is a number of its own. Bounds that no number is within are dropped.
 */
function boundsOf(raw: Raw): Bounds {
  const minimum = finite(raw.minimum);
  const maximum = finite(raw.maximum);
  const above = raw.exclusiveMinimum === true ? minimum : finite(raw.exclusiveMinimum);
  const below = raw.exclusiveMaximum === true ? maximum : finite(raw.exclusiveMaximum);
  const least = Math.max(minimum ?? -Infinity, above ?? -Infinity);
  const most = Math.min(maximum ?? Infinity, below ?? Infinity);
  if (least > most) return {};
  return {
    ...(minimum !== undefined && raw.exclusiveMinimum !== true && { minimum }),
    ...(maximum !== undefined && raw.exclusiveMaximum !== true && { maximum }),
    ...(above !== undefined && { exclusiveMinimum: above }),
    ...(below !== undefined && { exclusiveMaximum: below }),
  };
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Two limits of a length, by their keywords; what is no length, or leaves none, is dropped. */
export function sizesOf<Least extends string, Most extends string>(
  raw: Raw,
  least: Least,
  most: Most,
): { [key in Least | Most]?: number } {
  const minimum = sizeOf(raw[least]);
  const maximum = sizeOf(raw[most]);
  const sizes: { [key in string]?: number } = {};
  if (minimum === undefined || maximum === undefined || minimum <= maximum) {
    if (minimum !== undefined) sizes[least] = minimum;
    if (maximum !== undefined) sizes[most] = maximum;
  }
  return sizes as { [key in Least | Most]?: number };
}

function sizeOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
