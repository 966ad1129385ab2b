// @ts-check
/** A WebAssembly module as its sections (specification, §5.5), as far as a snapshot has to know them. */
import { ByteReader, concat, MalformedModule, unsigned } from './bytes.mjs';
import { skipExpression } from './instructions.mjs';

/** Section numbers of a module. */
export const SECTION = /** @type {const} */ ({
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
  tag: 13,
});

/** The order in which sections stand. */
const ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];

/** What an import or an export is. */
export const KIND = /** @type {const} */ ({ function: 0, table: 1, memory: 2, global: 3, tag: 4 });

/**
 * @typedef {{ readonly start: number, readonly end: number }} Range of bytes
 * @typedef {Range & { readonly id: number }} Section without its number and size
 * @typedef {{ readonly module: string, readonly name: string, readonly kind: number, readonly type: Range }} Import
 * @typedef {{ readonly name: string, readonly kind: number, readonly index: number, readonly range: Range }} Export
 * @typedef {{ readonly flags: number, readonly minimum: number, readonly maximum?: number }} Memory in pages
 * @typedef {{ readonly type: number, readonly mutable: boolean, readonly value: Range, readonly range: Range }} Global
 *   `type` is the first byte of the value type
 * @typedef {{ readonly active: boolean, readonly content: Range }} DataSegment
 *
 * @typedef {object} WasmModule
 * @property {Uint8Array} bytes
 * @property {readonly Section[]} sections
 * @property {readonly Import[]} imports
 * @property {readonly Memory[]} memories that are its own
 * @property {readonly Global[]} globals that are its own
 * @property {readonly Export[]} exports
 * @property {readonly Range[]} bodies of its own functions, without their sizes
 * @property {readonly DataSegment[]} data
 */

const MODULE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const COMPONENT = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];

/** @param {Uint8Array} bytes @returns {WasmModule} @throws {MalformedModule} */
export function readModule(bytes) {
  const sections = readSections(bytes, MODULE);
  checkOrder(sections);
  const entries = (/** @type {number} */ id, /** @type {(reader: ByteReader) => any} */ read) =>
    readEntries(bytes, sections, id, read);
  return {
    bytes,
    sections,
    imports: entries(SECTION.import, readImport),
    memories: entries(SECTION.memory, readMemory),
    globals: entries(SECTION.global, readGlobal),
    exports: entries(SECTION.export, readExport),
    bodies: entries(SECTION.code, readSized),
    data: entries(SECTION.data, readData),
  };
}

/** The sections of a component. @param {Uint8Array} bytes @throws {MalformedModule} */
export function readComponent(bytes) {
  return readSections(bytes, COMPONENT);
}

/** How many functions are imported: its own are counted from there. @param {WasmModule} module */
export function importedFunctions({ imports }) {
  return imports.filter(({ kind }) => kind === KIND.function).length;
}

/** @param {WasmModule} module @param {number} id @returns {Uint8Array | undefined} */
export function sectionBytes({ bytes, sections }, id) {
  const section = sections.find((one) => one.id === id);
  return section && bytes.subarray(section.start, section.end);
}

/**
 * The module with some sections changed, added, or (`undefined`) left out; everything else is copied.
 *
 * @param {WasmModule} module @param {ReadonlyMap<number, Uint8Array | undefined>} changes by section number
 */
export function withSections({ bytes, sections }, changes) {
  const pending = new Map(changes);
  /** @type {ArrayLike<number>[]} */
  const chunks = [MODULE];
  const add = (/** @type {number} */ id, /** @type {Uint8Array | undefined} */ content) => {
    if (content !== undefined) chunks.push(sectionHeader(id, content.length), content);
    pending.delete(id);
  };
  const addBefore = (/** @type {number} */ place) => {
    for (const id of ORDER.slice(0, place)) if (pending.has(id)) add(id, pending.get(id));
  };
  const last = sections.findLastIndex(({ id }) => id !== SECTION.custom);
  if (last < 0) addBefore(ORDER.length);
  for (const [index, { id, start, end }] of sections.entries()) {
    if (id !== SECTION.custom) addBefore(ORDER.indexOf(id));
    add(id, pending.has(id) ? pending.get(id) : bytes.subarray(start, end));
    if (index === last) addBefore(ORDER.length);
  }
  return concat(chunks);
}

/** @param {number} id @param {number} length @returns {Uint8Array} */
export function sectionHeader(id, length) {
  return Uint8Array.from([id, ...unsigned(length)]);
}

/** @param {Uint8Array} bytes @param {readonly number[]} header @returns {Section[]} */
function readSections(bytes, header) {
  if (header.some((byte, index) => bytes[index] !== byte))
    throw new MalformedModule('the bytes do not start as WebAssembly of the expected kind');
  const reader = new ByteReader(bytes, header.length);
  const sections = [];
  while (!reader.done) {
    const id = reader.byte();
    const { start, end } = readSized(reader);
    sections.push({ id, start, end });
  }
  return sections;
}

/** @param {readonly Section[]} sections */
function checkOrder(sections) {
  let last = -1;
  for (const { id } of sections.filter((section) => section.id !== SECTION.custom)) {
    const place = ORDER.indexOf(id);
    if (place <= last) throw new MalformedModule(`section ${id} is unknown or out of order`);
    last = place;
  }
}

/**
 * @template T @param {Uint8Array} bytes @param {readonly Section[]} sections @param {number} id
 * @param {(reader: ByteReader) => T} read @returns {T[]}
 */
function readEntries(bytes, sections, id, read) {
  const section = sections.find((one) => one.id === id);
  if (section === undefined) return [];
  const reader = new ByteReader(bytes, section.start, section.end);
  const entries = reader.vector(() => read(reader));
  if (!reader.done) throw new MalformedModule(`section ${id} is longer than its entries`);
  return entries;
}

/** @param {ByteReader} reader @param {() => void} read @returns {Range} of what `read` stepped over */
function rangeOf(reader, read) {
  const start = reader.position;
  read();
  return { start, end: reader.position };
}

/** @param {ByteReader} reader @returns {Range} */
function readSized(reader) {
  const size = reader.u32();
  return rangeOf(reader, () => reader.skip(size));
}

/** @param {ByteReader} reader @returns {Import} */
function readImport(reader) {
  const module = reader.name();
  const name = reader.name();
  const kind = reader.byte();
  return { module, name, kind, type: rangeOf(reader, () => skipImportType(reader, kind)) };
}

/** @param {ByteReader} reader @param {number} kind */
function skipImportType(reader, kind) {
  if (kind === KIND.function) reader.u32();
  else if (kind === KIND.table) {
    readValueType(reader);
    readMemory(reader);
  } else if (kind === KIND.memory) readMemory(reader);
  else if (kind === KIND.global) {
    readValueType(reader);
    reader.byte();
  } else if (kind === KIND.tag) {
    reader.byte();
    reader.u32();
  } else throw new MalformedModule(`an import is of the unknown kind ${kind}`);
}

/** Flags of limits (threads, memory64 and custom-page-sizes proposals). */
export const LIMITS = /** @type {const} */ ({ maximum: 1, shared: 2, wide: 4, pageSize: 8 });

/** @param {ByteReader} reader @returns {Memory} */
function readMemory(reader) {
  const flags = reader.byte();
  if (flags > 15) throw new MalformedModule(`limits have the unknown flags ${flags}`);
  const size = () => {
    if ((flags & LIMITS.wide) === 0) return reader.u32();
    reader.skipNumber();
    return Number.NaN;
  };
  const minimum = size();
  const limits = flags & LIMITS.maximum ? { minimum, maximum: size() } : { minimum };
  if (flags & LIMITS.pageSize) reader.u32();
  return { flags, ...limits };
}

/** @param {ByteReader} reader @returns {Global} */
function readGlobal(reader) {
  const start = reader.position;
  const type = readValueType(reader);
  const mutability = reader.byte();
  if (mutability > 1) throw new MalformedModule('a global is neither constant nor variable');
  const value = rangeOf(reader, () => skipExpression(reader));
  return { type, mutable: mutability === 1, value, range: { start, end: reader.position } };
}

/** Value types of one byte, and `ref` and `ref null`, which a heap type follows. */
const VALUE_TYPES = new Set([
  0x7f, 0x7e, 0x7d, 0x7c, 0x7b, 0x70, 0x6f, 0x6e, 0x6d, 0x6c, 0x6b, 0x6a, 0x69, 0x71, 0x72, 0x73,
  0x74, 0x63, 0x64,
]);

/** @param {ByteReader} reader @returns {number} its first byte */
function readValueType(reader) {
  const type = reader.byte();
  if (!VALUE_TYPES.has(type)) throw new MalformedModule(`0x${type.toString(16)} is no value type`);
  if (type === 0x63 || type === 0x64) reader.skipNumber();
  return type;
}

/** @param {ByteReader} reader @returns {Export} */
function readExport(reader) {
  const start = reader.position;
  const name = reader.name();
  const kind = reader.byte();
  if (kind > KIND.tag) throw new MalformedModule(`an export is of the unknown kind ${kind}`);
  const index = reader.u32();
  return { name, kind, index, range: { start, end: reader.position } };
}

/** @param {ByteReader} reader @returns {DataSegment} */
function readData(reader) {
  const mode = reader.u32();
  if (mode > 2) throw new MalformedModule(`a data segment is of the unknown kind ${mode}`);
  if (mode === 2) reader.u32();
  if (mode !== 1) skipExpression(reader);
  return { active: mode !== 1, content: readSized(reader) };
}
