// @ts-check
/**
 * Values of Postgres' binary format and of the interface. Which type may become which, in both directions, is what Spin's
 * client allows (`crates/factor-outbound-pg/src/types.rs`, `postgres-types`, read 2026-11-24): nothing is converted in
 * silence, an `int64` is no parameter for an `int4`.
 */

import {
  int16,
  int32,
  int64,
  readArray,
  readDate,
  readDatetime,
  readDecimal,
  readJson,
  readRange,
  readTime,
  readUuid,
  sized,
  writeArray,
  writeDate,
  writeDatetime,
  writeDecimal,
  writeJson,
  writeRange,
  writeTime,
  writeTimestamp,
  writeUuid,
} from './postgres-formats.mjs';

/** @typedef {{ tag: string, val?: any }} Value */
/** @typedef {{ oid: number, name: string }} Type */
/** @typedef {{ oids: readonly number[], rust: string, write(val: any, oid: number): Buffer }} Writer */

/** How a column's value is read, by the type's number in `pg_type`. @type {ReadonlyMap<number, { tag: string, read(bytes: Buffer): unknown }>} */
const READERS = new Map([
  reader(16, 'boolean', (bytes) => bytes[0] === 1),
  reader(17, 'binary', (bytes) => new Uint8Array(bytes)),
  reader(20, 'int64', (bytes) => bytes.readBigInt64BE()),
  reader(21, 'int16', (bytes) => bytes.readInt16BE()),
  reader(23, 'int32', (bytes) => bytes.readInt32BE()),
  ...[25, 1042, 1043].map((oid) => reader(oid, 'str', (bytes) => bytes.toString())),
  reader(700, 'floating32', (bytes) => bytes.readFloatBE()),
  reader(701, 'floating64', (bytes) => bytes.readDoubleBE()),
  reader(1082, 'date', readDate),
  reader(1083, 'time', readTime),
  reader(1114, 'datetime', readDatetime),
  reader(1184, 'datetime', () => {
    throw wrongType('Timestamptz', 'chrono::naive::datetime::NaiveDateTime');
  }),
  reader(2950, 'uuid', readUuid),
  reader(3802, 'jsonb', readJson),
  reader(1700, 'decimal', readDecimal),
  reader(3904, 'range-int32', (bytes) => readRange(bytes, (bound) => bound.readInt32BE())),
  reader(3926, 'range-int64', (bytes) => readRange(bytes, (bound) => bound.readBigInt64BE())),
  reader(3906, 'range-decimal', (bytes) => readRange(bytes, readDecimal)),
  reader(1007, 'array-int32', (bytes) => readArray(bytes, (item) => item.readInt32BE())),
  reader(1016, 'array-int64', (bytes) => readArray(bytes, (item) => item.readBigInt64BE())),
  reader(1231, 'array-decimal', (bytes) => readArray(bytes, readDecimal)),
  ...[1009, 1014, 1015].map((oid) =>
    reader(oid, 'array-str', (bytes) => readArray(bytes, (item) => item.toString())),
  ),
  reader(1186, 'interval', (bytes) => ({
    micros: bytes.readBigInt64BE(),
    days: bytes.readInt32BE(8),
    months: bytes.readInt32BE(12),
  })),
]);

/** How a parameter is written, and the types it may be written for. @type {Readonly<Record<string, Writer>>} */
const WRITERS = {
  boolean: writer([16], 'bool', (val) => Buffer.from([val ? 1 : 0])),
  int8: writer([18], 'i8', (val) => sized(1, (bytes) => bytes.writeInt8(val))),
  int16: writer([21], 'i16', int16),
  int32: writer([23], 'i32', int32),
  int64: writer([20], 'i64', int64),
  floating32: writer([700], 'f32', (val) => sized(4, (bytes) => bytes.writeFloatBE(val))),
  floating64: writer([701], 'f64', (val) => sized(8, (bytes) => bytes.writeDoubleBE(val))),
  str: writer([25, 1042, 1043, 19, 705], 'alloc::string::String', (val) => Buffer.from(val)),
  binary: writer([17], 'alloc::vec::Vec<u8>', (val) => Buffer.from(val)),
  date: writer([1082], 'chrono::naive::date::NaiveDate', writeDate),
  time: writer([1083], 'chrono::naive::time::NaiveTime', writeTime),
  datetime: writer([1114], 'chrono::naive::datetime::NaiveDateTime', writeDatetime),
  timestamp: writer([1184], 'chrono::datetime::DateTime<chrono::offset::utc::Utc>', writeTimestamp),
  uuid: writer([2950], 'uuid::Uuid', writeUuid),
  jsonb: writer([3802, 114], 'serde_json::value::Value', writeJson),
  decimal: writer([1700], 'rust_decimal::decimal::Decimal', writeDecimal),
  'range-int32': writer([3904], 'postgres_range::Range<i32>', (val) => writeRange(val, int32)),
  'range-int64': writer([3926], 'postgres_range::Range<i64>', (val) => writeRange(val, int64)),
  'range-decimal': writer([3906], 'postgres_range::Range<RangeableDecimal>', (val) =>
    writeRange(val, writeDecimal),
  ),
  'array-int32': writer([1007], 'Vec<Option<i32>>', (val) => writeArray(val, 23, int32)),
  'array-int64': writer([1016], 'Vec<Option<i64>>', (val) => writeArray(val, 20, int64)),
  'array-decimal': writer([1231], 'Vec<Option<Decimal>>', (val) =>
    writeArray(val, 1700, writeDecimal),
  ),
  'array-str': writer([1009, 1014, 1015], 'Vec<Option<String>>', (val, oid) =>
    writeArray(val, ITEMS.get(oid) ?? 25, (item) => Buffer.from(item)),
  ),
  interval: writer([1186], 'Interval', ({ micros, days, months }) =>
    Buffer.concat([int64(micros), int32(days), int32(months)]),
  ),
};

/** @param {number} oid @param {string} tag @param {(bytes: Buffer) => unknown} read @returns {[number, { tag: string, read(bytes: Buffer): unknown }]} */
function reader(oid, tag, read) {
  return [oid, { tag, read }];
}

/** @param {readonly number[]} oids @param {string} rust @param {(val: any, oid: number) => Buffer} write @returns {Writer} */
function writer(oids, rust, write) {
  return { oids, rust, write };
}

/** @param {number} oid @param {string} name of a type that has no case of its own @returns {Value} */
export function columnType(oid, name) {
  const known = READERS.get(oid);
  return known === undefined ? { tag: 'other', val: name } : { tag: known.tag };
}

/**
 * @param {number} oid
 * @param {Buffer | undefined} bytes
 * @param {number} column
 * @returns {Value}
 * @throws `query-failed` for a value that Spin's client can't read
 */
export function readValue(oid, bytes, column) {
  if (bytes === undefined && oid !== TIMESTAMPTZ) return { tag: 'db-null' };
  const known = READERS.get(oid);
  if (known === undefined) return { tag: 'unsupported', val: new Uint8Array(bytes ?? []) };
  try {
    return { tag: known.tag, val: known.read(bytes ?? Buffer.alloc(0)) };
  } catch (error) {
    throw failed(`FromSql(${column})`, error);
  }
}

const TIMESTAMPTZ = 1184;
/** What an array of text is an array of. */
const ITEMS = new Map([
  [1009, 25],
  [1014, 1042],
  [1015, 1043],
]);
/** Types that take text and have no number of their own. */
const TEXT_LIKE = new Set(['citext']);

/**
 * @param {Value} value
 * @param {Type} type
 * @param {number} at
 * @returns {Buffer | null}
 * @throws `bad-parameter` for a value that is none; `query-failed` when the statement wants another type
 */
export function writeParameter({ tag, val }, type, at) {
  if (tag === 'db-null') return null;
  const { oids, rust, write } = /** @type {Writer} */ (WRITERS[tag]);
  if (!oids.includes(type.oid) && !(tag === 'str' && TEXT_LIKE.has(type.name))) {
    throw failed(`ToSql(${at})`, wrongType(typeName(type), rust));
  }
  return write(val, type.oid);
}

const NAMES = new Map(
  [
    ...[
      [16, 'Bool'],
      [17, 'Bytea'],
      [18, 'Char'],
      [19, 'Name'],
      [20, 'Int8'],
      [21, 'Int2'],
      [23, 'Int4'],
    ],
    ...[
      [25, 'Text'],
      [114, 'Json'],
      [700, 'Float4'],
      [701, 'Float8'],
      [1007, 'Int4Array'],
      [1009, 'TextArray'],
    ],
    ...[
      [1014, 'BpcharArray'],
      [1015, 'VarcharArray'],
      [1016, 'Int8Array'],
      [1042, 'Bpchar'],
      [1043, 'Varchar'],
    ],
    ...[
      [1082, 'Date'],
      [1083, 'Time'],
      [1114, 'Timestamp'],
      [1184, 'Timestamptz'],
      [1186, 'Interval'],
    ],
    ...[
      [1231, 'NumericArray'],
      [1700, 'Numeric'],
      [2950, 'Uuid'],
      [3802, 'Jsonb'],
      [3904, 'Int4Range'],
    ],
    ...[
      [3906, 'NumRange'],
      [3926, 'Int8Range'],
    ],
  ].map(([oid, name]) => /** @type {[number, string]} */ ([oid, name])),
);

/** @param {Type} type */
const typeName = ({ oid, name }) => NAMES.get(oid) ?? name;

/** @param {string} postgres @param {string} rust */
const wrongType = (postgres, rust) =>
  `WrongType { postgres: ${postgres}, rust: ${JSON.stringify(rust)} }`;

/** @param {string} kind @param {unknown} cause */
function failed(kind, cause) {
  const why = cause instanceof Error ? cause.message : cause;
  return {
    tag: 'query-failed',
    val: { tag: 'text', val: `Error { kind: ${kind}, cause: Some(${why}) }` },
  };
}
