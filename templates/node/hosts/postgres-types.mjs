// @ts-check
/**
 * Values of Postgres' binary format and of the interface. Which type may become which, in both directions, is what Spin's
 * client allows (`crates/factor-outbound-pg/src/types.rs`, `postgres-types`, read 2026-11-24): nothing is converted in
 * silence, an `int64` is no parameter for an `int4`.
 */

/** @typedef {{ tag: string, val?: any }} Value */
/** @typedef {{ oid: number, name: string }} Type */
/** @typedef {{ oids: readonly number[], rust: string, write(val: any, oid: number): Buffer }} Writer */

const int16 = (/** @type {number} */ val) => sized(2, (bytes) => bytes.writeInt16BE(val));
const int32 = (/** @type {number} */ val) => sized(4, (bytes) => bytes.writeInt32BE(val));
const int64 = (/** @type {bigint} */ val) =>
  sized(8, (bytes) => bytes.writeBigInt64BE(BigInt(val)));

/** @param {number} size @param {(bytes: Buffer) => void} fill */
function sized(size, fill) {
  const bytes = Buffer.alloc(size);
  fill(bytes);
  return bytes;
}

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
  reader(1082, 'date', (bytes) => readDate(bytes.readInt32BE())),
  reader(1083, 'time', (bytes) => readTime(bytes.readBigInt64BE())),
  reader(1114, 'datetime', (bytes) => readDatetime(bytes.readBigInt64BE())),
  reader(1184, 'datetime', () => {
    throw wrongType('Timestamptz', 'chrono::naive::datetime::NaiveDateTime');
  }),
  reader(2950, 'uuid', readUuid),
  reader(3802, 'jsonb', (bytes) => new Uint8Array(Buffer.from(compact(bytes.toString('utf8', 1))))),
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
  date: writer([1082], 'chrono::naive::date::NaiveDate', (val) => int32(daysOf(val))),
  time: writer([1083], 'chrono::naive::time::NaiveTime', (val) => int64(microsOf(val))),
  datetime: writer(
    [1114],
    'chrono::naive::datetime::NaiveDateTime',
    ([year, month, day, ...time]) =>
      int64(BigInt(daysOf([year, month, day])) * DAY + microsOf(time)),
  ),
  timestamp: writer([1184], 'chrono::datetime::DateTime<chrono::offset::utc::Utc>', (val) =>
    int64((BigInt(val) - EPOCH) * 1_000_000n),
  ),
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
const JSONB = 3802;
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

/** @param {string} val */
const badParameter = (val) => ({ tag: 'bad-parameter', val });

const DAY = 86_400_000_000n;
/** Postgres counts from 2000-01-01, in seconds of 1970 this. */
const EPOCH = 946_684_800n;

/** @param {number} days since 2000-01-01 @returns {[number, number, number]} */
function readDate(days) {
  const date = new Date((Number(EPOCH) + days * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) throw new Error('value too large to decode');
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** @param {bigint} micros of the day @returns {[number, number, number, number]} */
function readTime(micros) {
  const seconds = Number(micros / 1_000_000n);
  const nanos = Number(micros % 1_000_000n) * 1000;
  return [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60, nanos];
}

/** @param {bigint} micros since 2000-01-01 */
function readDatetime(micros) {
  const ofDay = ((micros % DAY) + DAY) % DAY;
  return [...readDate(Number((micros - ofDay) / DAY)), ...readTime(ofDay)];
}

/** @param {number[]} date @returns {number} days since 2000-01-01 */
function daysOf([year = 0, month = 0, day = 0]) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw badParameter(`invalid date y=${year}, m=${month}, d=${day}`);
  }
  return date.getTime() / 86_400_000 - Number(EPOCH) / 86_400;
}

/** @param {number[]} time @returns {bigint} microseconds */
function microsOf([hour = 0, minute = 0, second = 0, nanos = 0]) {
  if (hour > 23 || minute > 59 || second > 59 || nanos > 1_999_999_999) {
    throw badParameter(`invalid time ${hour}:${minute}:${second}:${nanos}`);
  }
  return BigInt((hour * 60 + minute) * 60 + second) * 1_000_000n + BigInt(Math.trunc(nanos / 1000));
}

/** @param {Buffer} bytes */
function readUuid(bytes) {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @param {string} text */
function writeUuid(text) {
  const digits = text.replace(/^urn:uuid:|[{}-]/g, '');
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw badParameter(`invalid UUID ${text}`);
  return Buffer.from(digits, 'hex');
}

/** JSON as Spin hands it on: without the blanks that Postgres writes. @param {string} json */
const compact = (json) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');

/** jsonb has a version before its text, json has not. @param {Uint8Array} val @param {number} oid */
function writeJson(val, oid) {
  const text = Buffer.from(val).toString();
  try {
    JSON.parse(text);
  } catch {
    throw badParameter(`invalid JSON ${text}`);
  }
  return Buffer.from(oid === JSONB ? `\x01${text}` : text);
}

/** Groups of four digits. @param {Buffer} bytes */
function readDecimal(bytes) {
  const [count, weight, sign, scale] = [0, 2, 4, 6].map((at) => bytes.readInt16BE(at));
  if (sign !== 0 && sign !== 0x4000) throw new Error('NaN and infinity are no decimals');
  const group = (/** @type {number} */ at) =>
    at < 0 || at >= (count ?? 0) ? '0000' : String(bytes.readInt16BE(8 + 2 * at)).padStart(4, '0');
  const groups = (/** @type {number} */ from, /** @type {number} */ to) =>
    Array.from({ length: Math.max(to - from, 0) }, (_, at) => group(from + at)).join('');
  const point = (weight ?? 0) + 1;
  const whole = groups(0, point).replace(/^0+(?=.)/, '') || '0';
  const fraction = groups(point, point + Math.ceil((scale ?? 0) / 4)).slice(0, scale);
  return `${sign === 0 ? '' : '-'}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** @param {string} text */
function writeDecimal(text) {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const digits = whole + fraction;
  // 96 bits with up to 28 digits after the point.
  if (digits === '' || fraction.length > 28 || BigInt(digits) >= 2n ** 96n) {
    throw badParameter(`invalid decimal ${text}`);
  }
  const left = whole.padStart(Math.ceil(whole.length / 4) * 4, '0');
  const right = fraction.padEnd(Math.ceil(fraction.length / 4) * 4, '0');
  const groups = (left + right).match(/.{4}/g) ?? [];
  const skipped = groups.findIndex((group) => group !== '0000');
  const kept = skipped < 0 ? [] : groups.slice(skipped);
  const weight = skipped < 0 ? 0 : left.length / 4 - 1 - skipped;
  const head = [kept.length, weight, sign === '-' && skipped >= 0 ? 0x4000 : 0, fraction.length];
  return Buffer.concat([...head, ...kept.map(Number)].map(int16));
}

const RANGE = { empty: 1, lowerIncluded: 2, upperIncluded: 4, lowerInfinite: 8, upperInfinite: 16 };

/** @template T @param {Buffer} bytes @param {(bound: Buffer) => T} read */
function readRange(bytes, read) {
  const flags = bytes.readUInt8();
  let at = 1;
  const bound = (/** @type {number} */ infinite, /** @type {number} */ included) => {
    if ((flags & (RANGE.empty | infinite)) !== 0) return undefined;
    const length = bytes.readInt32BE(at);
    const value = read(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
    return [value, (flags & included) === 0 ? 'exclusive' : 'inclusive'];
  };
  return [
    bound(RANGE.lowerInfinite, RANGE.lowerIncluded),
    bound(RANGE.upperInfinite, RANGE.upperIncluded),
  ];
}

/** @param {([unknown, string] | undefined)[]} range @param {(bound: any) => Buffer} write */
function writeRange([lower, upper], write) {
  const flag = (
    /** @type {[unknown, string] | undefined} */ bound,
    /** @type {number} */ infinite,
    /** @type {number} */ included,
  ) => (bound === undefined ? infinite : bound[1] === 'inclusive' ? included : 0);
  const flags =
    flag(lower, RANGE.lowerInfinite, RANGE.lowerIncluded) |
    flag(upper, RANGE.upperInfinite, RANGE.upperIncluded);
  const bounds = [lower, upper].flatMap((bound) =>
    bound === undefined ? [] : [counted(write(bound[0]))],
  );
  return Buffer.concat([Buffer.from([flags]), ...bounds]);
}

/** @template T @param {Buffer} bytes @param {(item: Buffer) => T} read @returns {(T | undefined)[]} */
function readArray(bytes, read) {
  const dimensions = bytes.readInt32BE();
  if (dimensions === 0) return [];
  if (dimensions > 1) throw new Error('array contains too many dimensions');
  let at = 20;
  return Array.from({ length: bytes.readInt32BE(12) }, () => {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length < 0) return undefined;
    at += length;
    return read(bytes.subarray(at - length, at));
  });
}

/** @param {unknown[]} items @param {number} oid of an item @param {(item: any) => Buffer} write */
function writeArray(items, oid, write) {
  const absent = items.some((item) => item === undefined || item === null) ? 1 : 0;
  const head = [1, absent, oid, items.length, 1].map(int32);
  const body = items.map((item) =>
    item === undefined || item === null ? int32(-1) : counted(write(item)),
  );
  return Buffer.concat([...head, ...body]);
}

/** @param {Buffer} bytes */
const counted = (bytes) => Buffer.concat([int32(bytes.length), bytes]);
