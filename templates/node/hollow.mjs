// @ts-check
/**
 * A component without the code of its modules. jco reads and writes all of it, 10 MB of a JavaScript engine, for what
 * their imports and exports decide: 1.0 s of processor time, and 0.25 without (2026-11-24, jco 1.34.0).
 */

/**
 * @typedef {{ hollow: Uint8Array, whole: Uint8Array }} Module
 * @typedef {{ component: Uint8Array, modules: Module[] }} Hollowed
 */

const HEADER = 8;
const VERSION = { module: 1, component: 13 };
/** Section numbers of a component and of a module (component-model `Binary.md`; WebAssembly 3.0, §5.5). */
const CORE_MODULE = 1;
const [CUSTOM, CODE, DATA, DATA_COUNT] = [0, 10, 11, 12];

/** Size; no locals; `unreachable`, which fits every type; `end` */
const BODY = [3, 0x00, 0x00, 0x0b];

/**
 * @param {Uint8Array} component @returns {Hollowed} no two of the hollow modules are alike
 * @throws {RangeError} when it doesn't read as a component
 */
export function hollow(component) {
  /** @type {Module[]} */
  const modules = [];
  const sections = readSections(component, VERSION.component).flatMap(({ id, start, end }) => {
    const whole = component.subarray(start, end);
    if (id !== CORE_MODULE) return section(id, [whole]);
    const module = { hollow: hollowModule(whole, modules.length), whole };
    modules.push(module);
    return section(id, [module.hollow]);
  });
  return { component: Buffer.concat([component.subarray(0, HEADER), ...sections]), modules };
}

/** @param {Uint8Array} module @param {number} place what tells it from others of the same outline */
function hollowModule(module, place) {
  const sections = readSections(module, VERSION.module).flatMap(({ id, start, end }) => {
    if (id === DATA || id === DATA_COUNT || id === CUSTOM) return [];
    if (id !== CODE) return section(id, [module.subarray(start, end)]);
    const { value: count } = readNumber(module, start);
    return section(id, [number(count), Buffer.alloc(count * BODY.length, Uint8Array.from(BODY))]);
  });
  const name = Buffer.from('place');
  const mark = section(CUSTOM, [number(name.length), name, number(place)]);
  return Buffer.concat([module.subarray(0, HEADER), ...sections, ...mark]);
}

/** @param {Uint8Array} bytes @param {number} version */
function readSections(bytes, version) {
  if (bytes[4] !== version) throw new RangeError('The header is not the expected one.');
  const sections = [];
  for (let at = HEADER; at < bytes.length; ) {
    const { value: size, next: start } = readNumber(bytes, at + 1);
    const end = start + size;
    if (end > bytes.length) throw new RangeError('A section goes beyond the end.');
    sections.push({ id: bytes[at] ?? 0, start, end });
    at = end;
  }
  return sections;
}

/** @param {number} id @param {Uint8Array[]} contents @returns {Uint8Array[]} */
function section(id, contents) {
  const size = contents.reduce((sum, { length }) => sum + length, 0);
  return [Uint8Array.of(id), number(size), ...contents];
}

/** Reads unsigned LEB128 of 32 bits. @param {Uint8Array} bytes @param {number} at */
function readNumber(bytes, at) {
  let value = 0;
  for (let length = 0; length < 5 && at + length < bytes.length; length += 1) {
    const byte = bytes[at + length] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * length);
    if (byte < 0x80) return { value, next: at + length + 1 };
  }
  throw new RangeError('A number has no end.');
}

/** Writes unsigned LEB128. @param {number} value */
function number(value) {
  const bytes = [];
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Uint8Array.from([...bytes, rest]);
}
