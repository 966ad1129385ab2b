// @ts-check
/** Putting an engine's functions back into what tools made of its skeleton. */
import { ByteReader, concat, Unsupported, unsigned } from './bytes.mjs';
import {
  importedFunctions,
  readComponent,
  readModule,
  SECTION,
  sectionBytes,
  sectionHeader,
  withSections,
} from './module.mjs';
import { readMark, unmarkedOf } from './skeleton.mjs';

/**
 * @typedef {import('./module.mjs').WasmModule} WasmModule
 * @typedef {import('./module.mjs').Range} Range
 * @typedef {import('./code.mjs').Code} Code
 * @typedef {import('./skeleton.mjs').Engine} Engine
 * @typedef {ReturnType<typeof readMark>} Mark
 */

/**
 * @param {Engine} engine @param {WasmModule} skeleton what tools made of the engine's
 * @param {Uint8Array} data section
 * @returns {Uint8Array<ArrayBuffer>} @throws {Unsupported} when the tools changed more than functions and their numbers
 */
export function graft(engine, skeleton, data) {
  for (const id of [SECTION.type, SECTION.global, SECTION.tag])
    if (!startsAlike(engine.module, skeleton, id))
      throw new Unsupported(`section ${id} doesn't start as the engine's`);
  const marks = skeleton.bodies.map((body) => readMark(skeleton.bytes, body));
  const code = graftCode(engine, skeleton, marks, newNumbers(engine, skeleton, marks));
  return withSections(
    skeleton,
    new Map([
      [SECTION.code, code],
      [SECTION.dataCount, Uint8Array.from(unsigned(new ByteReader(data).u32()))],
      [SECTION.data, data],
    ]),
  );
}

/** Node's types know it as a part of browsers only. */
const { WebAssembly } = /** @type {any} */ (globalThis);

/**
 * The same for a component whose first module such a skeleton is.
 *
 * @param {Engine} engine @param {Uint8Array} component @param {Uint8Array} data
 * @throws {Unsupported} also when the result would not be valid
 */
export function graftComponent(engine, component, data) {
  const CORE_MODULE = 1;
  const place = readComponent(component).find(({ id }) => id === CORE_MODULE);
  if (place === undefined) throw new Unsupported('the component has no module');
  const module = graft(engine, readModule(component.subarray(place.start, place.end)), data);
  if (!WebAssembly.validate(module)) throw new Unsupported('its functions no longer fit');
  const header = place.start - sectionHeader(CORE_MODULE, place.end - place.start).length;
  return concat([
    component.subarray(0, header),
    sectionHeader(CORE_MODULE, module.length),
    module,
    component.subarray(place.end),
  ]);
}

/**
 * The code counts on the numbers of types and globals. Tools may add some at the end.
 *
 * @param {WasmModule} engine @param {WasmModule} skeleton @param {number} id
 */
function startsAlike(engine, skeleton, id) {
  const [before, now] = [engine, skeleton].map((module) => {
    const reader = new ByteReader(sectionBytes(module, id) ?? Uint8Array.of(0));
    reader.u32();
    return Buffer.from(reader.take(reader.end - reader.position));
  });
  return before !== undefined && now?.subarray(0, before.length).equals(before) === true;
}

/** The number of a function that is gone. */
const GONE = 0xffffffff;

/**
 * @param {Engine} engine @param {WasmModule} skeleton @param {readonly Mark[]} marks
 * @returns {Uint32Array} numbers of functions, by the engine's
 */
function newNumbers(engine, skeleton, marks) {
  const imported = importedFunctions(engine.module);
  const numbers = new Uint32Array(imported + engine.module.bodies.length).fill(GONE);
  const first = importedFunctions(skeleton);
  for (const [place, mark] of marks.entries())
    if (mark !== undefined) numbers[imported + mark.own] = first + place;
  const calls = marks.flatMap((mark) => mark?.calls ?? []);
  const unmarked = unmarkedOf(engine);
  if (calls.length !== unmarked.length) throw new Unsupported('its functions are not marked');
  for (const [place, number] of calls.entries()) numbers[unmarked[place] ?? 0] = number;
  return numbers;
}

/**
 * @param {Engine} engine @param {WasmModule} skeleton @param {readonly Mark[]} marks @param {Uint32Array} numbers
 * @returns {Uint8Array} the code section
 */
function graftCode({ module, code }, skeleton, marks, numbers) {
  const most = module.bytes.length + skeleton.bytes.length + code.positions.length * 4;
  const writer = new CodeWriter(most);
  writer.number(skeleton.bodies.length);
  for (const [place, { start, end }] of skeleton.bodies.entries()) {
    const own = marks[place]?.own;
    if (own === undefined) {
      writer.number(end - start);
      writer.copy(skeleton.bytes, start, end);
    } else graftBody(writer, module, own, code, numbers);
  }
  return writer.written();
}

/**
 * @param {CodeWriter} writer @param {WasmModule} module @param {number} own which of its own functions
 * @param {Code} code @param {Uint32Array} numbers
 */
function graftBody(writer, { bytes, bodies }, own, { positions, functions, firstOf }, numbers) {
  const body = bodies[own];
  if (body === undefined) throw new Unsupported(`the engine has no function ${own}`);
  const first = firstOf[own] ?? 0;
  const next = firstOf[own + 1] ?? positions.length;
  const numberAt = (/** @type {number} */ reference) => numbers[functions[reference] ?? 0] ?? GONE;
  let size = body.end - body.start;
  for (let reference = first; reference < next; reference += 1) {
    const number = numberAt(reference);
    if (number === GONE)
      throw new Unsupported(`function ${functions[reference]} is gone and called`);
    size += sizeOf(number) - sizeAt(bytes, positions[reference] ?? 0);
  }
  writer.number(size);
  let from = body.start;
  for (let reference = first; reference < next; reference += 1) {
    const position = positions[reference] ?? 0;
    writer.copy(bytes, from, position);
    writer.number(numberAt(reference));
    from = position + sizeAt(bytes, position);
  }
  writer.copy(bytes, from, body.end);
}

/** @param {number} value @returns {number} of bytes as unsigned LEB128 */
function sizeOf(value) {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest >>>= 7) size += 1;
  return size;
}

/** @param {Uint8Array} bytes @param {number} position of a number @returns {number} of bytes that it takes */
function sizeAt(bytes, position) {
  let end = position;
  while ((bytes[end] ?? 0) >= 0x80) end += 1;
  return end + 1 - position;
}

/** Writes into memory that is large enough from the start. */
class CodeWriter {
  #bytes;
  #length = 0;

  /** @param {number} most bytes that will be written */
  constructor(most) {
    this.#bytes = new Uint8Array(most);
  }

  /** @param {number} value */
  number(value) {
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  /**
   * By a loop: the pieces between two references are too short for `set`.
   *
   * @param {Uint8Array} from @param {number} start @param {number} end
   */
  copy(from, start, end) {
    let length = this.#length;
    for (let position = start; position < end; position += 1)
      this.#bytes[length++] = /** @type {number} */ (from[position]);
    this.#length = length;
  }

  written() {
    return this.#bytes.subarray(0, this.#length);
  }
}
