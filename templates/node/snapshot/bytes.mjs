// @ts-check
/** Reading and writing the numbers, names and vectors of the WebAssembly binary format (specification, §5.2). */

/** The bytes are not what the binary format allows. */
export class MalformedModule extends Error {}

/** A module that may be well-formed and is beyond what we snapshot. The message is for people. */
export class Unsupported extends Error {}

/** Reads forward between two positions, and never beyond them. */
export class ByteReader {
  /** @param {Uint8Array} bytes @param {number} [start] @param {number} [end] */
  constructor(bytes, start = 0, end = bytes.length) {
    if (start > end || end > bytes.length) throw new MalformedModule('the bytes end too early');
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  get done() {
    return this.position >= this.end;
  }

  /** @returns {number} */
  byte() {
    if (this.position >= this.end) throw new MalformedModule('the bytes end too early');
    return /** @type {number} */ (this.bytes[this.position++]);
  }

  /** An unsigned number of 32 bits. */
  u32() {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      if (shift === 28 && byte > 0x0f) break;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new MalformedModule('a number has more than 32 bits');
  }

  /** Steps over a number, signed or not, of at most 64 bits. */
  skipNumber() {
    for (let length = 0; length < 10; length += 1) if (this.byte() < 0x80) return;
    throw new MalformedModule('a number has more than 64 bits');
  }

  /** @param {number} count */
  skip(count) {
    if (count > this.end - this.position) throw new MalformedModule('the bytes end too early');
    this.position += count;
  }

  /** The next bytes, as a part of the same memory. @param {number} count */
  take(count) {
    this.skip(count);
    return this.bytes.subarray(this.position - count, this.position);
  }

  name() {
    try {
      return utf8.decode(this.take(this.u32()));
    } catch (error) {
      if (error instanceof MalformedModule) throw error;
      throw new MalformedModule('a name is not UTF-8');
    }
  }

  /**
   * A vector: a count, then that many elements.
   *
   * @template T @param {() => T} read @returns {T[]}
   */
  vector(read) {
    const count = this.u32();
    // No element is shorter than a byte: a count that can't be true is refused before it costs anything.
    if (count > this.end - this.position)
      throw new MalformedModule('a count is larger than its section');
    return Array.from({ length: count }, read);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Unsigned LEB128. @param {number} value from 0 to 2³² − 1 @returns {number[]} */
export function unsigned(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest >>> 0 < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** Signed LEB128. @param {number} value of 32 bits @returns {number[]} */
export function signed(value) {
  const bytes = [];
  for (let rest = value; ; rest >>= 7) {
    if (rest >= -64 && rest < 64) return [...bytes, rest & 0x7f];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** Signed LEB128. @param {bigint} value of 64 bits @returns {number[]} */
export function signedLong(value) {
  const bytes = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest >= -64n && rest < 64n) return [...bytes, Number(rest & 0x7fn)];
    bytes.push(Number(rest & 0x7fn) | 0x80);
  }
}

/** @param {string} text @returns {Uint8Array} */
export function name(text) {
  const bytes = new TextEncoder().encode(text);
  return concat([unsigned(bytes.length), bytes]);
}

/** @param {readonly ArrayLike<number>[]} chunks @returns {Uint8Array<ArrayBuffer>} */
export function concat(chunks) {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let position = 0;
  for (const chunk of chunks) {
    whole.set(chunk, position);
    position += chunk.length;
  }
  return whole;
}

/** A vector: the count, then the elements. @param {readonly ArrayLike<number>[]} elements */
export function vector(elements) {
  return concat([unsigned(elements.length), ...elements]);
}
