// @ts-check
/** Postgres' binary formats of values that are more than a number: how each is read, and how it is written. */

const JSONB = 3802;

export const int16 = (/** @type {number} */ val) => sized(2, (bytes) => bytes.writeInt16BE(val));
export const int32 = (/** @type {number} */ val) => sized(4, (bytes) => bytes.writeInt32BE(val));
export const int64 = (/** @type {bigint} */ val) =>
  sized(8, (bytes) => bytes.writeBigInt64BE(BigInt(val)));

/** @param {number} size @param {(bytes: Buffer) => void} fill */
export function sized(size, fill) {
  const bytes = Buffer.alloc(size);
  fill(bytes);
  return bytes;
}

/** @param {string} val */
const badParameter = (val) => ({ tag: 'bad-parameter', val });

const DAY = 86_400_000_000n;
/** Postgres counts from 2000-01-01, in seconds of 1970 this. */
const EPOCH = 946_684_800n;

/** @param {number} days since 2000-01-01 @returns {[number, number, number]} */
function dateOf(days) {
  const date = new Date((Number(EPOCH) + days * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) throw new Error('value too large to decode');
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** @param {bigint} micros of the day @returns {[number, number, number, number]} */
function timeOf(micros) {
  const seconds = Number(micros / 1_000_000n);
  const nanos = Number(micros % 1_000_000n) * 1000;
  return [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60, nanos];
}

/** @param {Buffer} bytes */
export const readDate = (bytes) => dateOf(bytes.readInt32BE());

/** @param {Buffer} bytes */
export const readTime = (bytes) => timeOf(bytes.readBigInt64BE());

/** @param {Buffer} bytes */
export function readDatetime(bytes) {
  const micros = bytes.readBigInt64BE();
  const ofDay = ((micros % DAY) + DAY) % DAY;
  return [...dateOf(Number((micros - ofDay) / DAY)), ...timeOf(ofDay)];
}

/** @param {number[]} val */
export const writeDate = (val) => int32(daysOf(val));

/** @param {number[]} val */
export const writeTime = (val) => int64(microsOf(val));

/** @param {number[]} val */
export const writeDatetime = (val) => int64(BigInt(daysOf(val)) * DAY + microsOf(val.slice(3)));

/** @param {bigint} seconds since 1970 */
export const writeTimestamp = (seconds) => int64((BigInt(seconds) - EPOCH) * 1_000_000n);

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
export function readUuid(bytes) {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @param {string} text */
export function writeUuid(text) {
  const digits = text.replace(/^urn:uuid:|[{}-]/g, '');
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw badParameter(`invalid UUID ${text}`);
  return Buffer.from(digits, 'hex');
}

/** JSON as Spin hands it on: without the blanks that Postgres writes. @param {string} json */
const compact = (json) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');

/** @param {Buffer} bytes */
export const readJson = (bytes) => new Uint8Array(Buffer.from(compact(bytes.toString('utf8', 1))));

/** jsonb has a version before its text, json has not. @param {Uint8Array} val @param {number} oid */
export function writeJson(val, oid) {
  const text = Buffer.from(val).toString();
  try {
    JSON.parse(text);
  } catch {
    throw badParameter(`invalid JSON ${text}`);
  }
  return Buffer.from(oid === JSONB ? `\x01${text}` : text);
}

/** Groups of four digits. @param {Buffer} bytes */
export function readDecimal(bytes) {
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
export function writeDecimal(text) {
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
export function readRange(bytes, read) {
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
export function writeRange([lower, upper], write) {
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
export function readArray(bytes, read) {
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
export function writeArray(items, oid, write) {
  const absent = items.some((item) => item === undefined || item === null) ? 1 : 0;
  const head = [1, absent, oid, items.length, 1].map(int32);
  const body = items.map((item) =>
    item === undefined || item === null ? int32(-1) : counted(write(item)),
  );
  return Buffer.concat([...head, ...body]);
}

/** @param {Buffer} bytes */
const counted = (bytes) => Buffer.concat([int32(bytes.length), bytes]);
