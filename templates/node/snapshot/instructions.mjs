// @ts-check
/** Stepping over instructions (specification, §5.4): what they refer to, without running or copying them. */
import { Unsupported } from './bytes.mjs';

/** @typedef {import('./bytes.mjs').ByteReader} ByteReader */

/**
 * What code does that a snapshot has to know.
 *
 * @typedef {object} Effects
 * @property {(position: number, index: number) => void} refersTo a function; `position` is that of its index
 * @property {(index: number) => void} assigns a global
 * @property {(what: string) => void} changes something that a snapshot can't see, in words
 */

/** What follows an opcode. Opcodes of proposals that no engine of ours uses have no entry. */
const NOTHING = 1;
const NUMBER = 2;
const TWO_NUMBERS = 3;
const BLOCK = 4;
const FUNCTION = 5;
const GLOBAL = 6;
const LABELS = 7;
const MEMORY_PLACE = 8;
const FOUR_BYTES = 9;
const EIGHT_BYTES = 10;
const TYPES = 11;
const TABLE_CHANGE = 12;
const BULK = 13;
const VECTOR = 14;
const END = 15;

/** From, to, what follows. */
const OPCODES = /** @type {const} */ ([
  [0x00, 0x01, NOTHING], // unreachable, nop
  [0x02, 0x04, BLOCK], // block, loop, if
  [0x05, 0x05, NOTHING], // else
  [0x0b, 0x0b, END],
  [0x0c, 0x0d, NUMBER], // br, br_if
  [0x0e, 0x0e, LABELS], // br_table
  [0x0f, 0x0f, NOTHING], // return
  [0x10, 0x10, FUNCTION], // call
  [0x11, 0x11, TWO_NUMBERS], // call_indirect
  [0x12, 0x12, FUNCTION], // return_call
  [0x13, 0x13, TWO_NUMBERS], // return_call_indirect
  [0x1a, 0x1b, NOTHING], // drop, select
  [0x1c, 0x1c, TYPES], // select with types
  [0x20, 0x23, NUMBER], // local.get, local.set, local.tee, global.get
  [0x24, 0x24, GLOBAL], // global.set
  [0x25, 0x25, NUMBER], // table.get
  [0x26, 0x26, TABLE_CHANGE], // table.set
  [0x28, 0x3e, MEMORY_PLACE], // loads and stores
  [0x3f, 0x40, NUMBER], // memory.size, memory.grow
  [0x41, 0x42, NUMBER], // i32.const, i64.const
  [0x43, 0x43, FOUR_BYTES], // f32.const
  [0x44, 0x44, EIGHT_BYTES], // f64.const
  [0x45, 0xc4, NOTHING], // arithmetic
  [0xd0, 0xd0, NUMBER], // ref.null
  [0xd1, 0xd1, NOTHING], // ref.is_null
  [0xd2, 0xd2, FUNCTION], // ref.func
  [0xfc, 0xfc, BULK],
  [0xfd, 0xfd, VECTOR],
]);

const FOLLOWS = new Uint8Array(256);
for (const [from, to, what] of OPCODES) FOLLOWS.fill(what, from, to + 1);

/** @type {Effects} */
const IGNORED = { refersTo() {}, assigns() {}, changes() {} };

/**
 * Steps over a constant expression or the instructions of a function, up to and with their `end`.
 *
 * @param {ByteReader} reader @param {Effects} [effects]
 * @throws {MalformedModule} @throws {Unsupported} for instructions that we don't know
 */
export function skipExpression(reader, effects = IGNORED) {
  for (let depth = 1; depth > 0; ) {
    const opcode = reader.byte();
    const follows = FOLLOWS[opcode];
    if (follows === NUMBER) reader.skipNumber();
    else if (follows === MEMORY_PLACE) skipMemoryPlace(reader);
    else if (follows === BLOCK) {
      reader.skipNumber();
      depth += 1;
    } else if (follows === END) depth -= 1;
    else if (follows === FUNCTION) effects.refersTo(reader.position, reader.u32());
    else if (follows !== NOTHING) skipRare(reader, opcode, follows, effects);
  }
}

/**
 * Steps over a function: its locals, then its instructions.
 *
 * @param {ByteReader} reader @param {Effects} [effects] @throws {MalformedModule} @throws {Unsupported}
 */
export function skipFunction(reader, effects) {
  for (let groups = reader.u32(); groups > 0; groups -= 1) {
    reader.u32();
    skipValueType(reader);
  }
  skipExpression(reader, effects);
}

/** @param {ByteReader} reader */
function skipValueType(reader) {
  const type = reader.byte();
  if (type === 0x63 || type === 0x64) reader.skipNumber();
}

/**
 * @param {ByteReader} reader @param {number} opcode @param {number | undefined} follows @param {Effects} effects
 */
function skipRare(reader, opcode, follows, effects) {
  if (follows === GLOBAL) effects.assigns(reader.u32());
  else if (follows === TWO_NUMBERS) skipNumbers(reader, 2);
  else if (follows === LABELS) skipNumbers(reader, reader.u32() + 1);
  else if (follows === FOUR_BYTES) reader.skip(4);
  else if (follows === EIGHT_BYTES) reader.skip(8);
  else if (follows === TYPES) for (let n = reader.u32(); n > 0; n -= 1) skipValueType(reader);
  else if (follows === TABLE_CHANGE) {
    reader.skipNumber();
    effects.changes('a table');
  } else if (follows === BULK) skipBulk(reader, effects);
  else if (follows === VECTOR) skipVector(reader);
  else throw unknown(`0x${opcode.toString(16)}`);
}

/** What the bulk instructions 8 to 17 change, and how many numbers follow them. */
const BULK_CHANGES = /** @type {const} */ ([
  ['memory from a data segment', 2], // memory.init
  ['a data segment', 1], // data.drop
  [undefined, 2], // memory.copy
  [undefined, 1], // memory.fill
  ['a table', 2], // table.init
  ['an element segment', 1], // elem.drop
  ['a table', 2], // table.copy
  ['a table', 1], // table.grow
  [undefined, 1], // table.size
  ['a table', 1], // table.fill
]);

/** @param {ByteReader} reader @param {Effects} effects */
function skipBulk(reader, effects) {
  const code = reader.u32();
  if (code < 8) return; // saturating conversions
  const [change, numbers] = BULK_CHANGES[code - 8] ?? [];
  if (numbers === undefined) throw unknown(`0xfc ${code}`);
  skipNumbers(reader, numbers);
  if (change !== undefined) effects.changes(change);
}

/** @param {ByteReader} reader */
function skipVector(reader) {
  const code = reader.u32();
  if (code > 0x113) throw unknown(`0xfd ${code}`);
  if (code <= 11 || code === 92 || code === 93) skipMemoryPlace(reader);
  else if (code === 12 || code === 13) reader.skip(16);
  else if (code >= 21 && code <= 34) reader.skip(1);
  else if (code >= 84 && code <= 91) {
    skipMemoryPlace(reader);
    reader.skip(1);
  }
}

/** Alignment, with a bit that says that a memory's index follows, and offset. @param {ByteReader} reader */
function skipMemoryPlace(reader) {
  if (reader.u32() & 0x40) reader.skipNumber();
  reader.skipNumber();
}

/** @param {ByteReader} reader @param {number} count */
function skipNumbers(reader, count) {
  for (let left = count; left > 0; left -= 1) reader.skipNumber();
}

/** @param {string} instruction */
function unknown(instruction) {
  return new Unsupported(`it has the instruction ${instruction}`);
}
