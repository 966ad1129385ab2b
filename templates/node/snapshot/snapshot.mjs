// @ts-check
/** An initialised instance, written down as a module that starts where the instance stands. */
import { concat, name, signed, signedLong, Unsupported, unsigned, vector } from './bytes.mjs';
import { KIND, LIMITS, SECTION, withSections } from './module.mjs';

/**
 * @typedef {import('./module.mjs').WasmModule} WasmModule
 * @typedef {import('./module.mjs').Global} Global
 * @typedef {number | bigint} Value of a global
 *
 * @typedef {object} State
 * @property {Uint8Array} memory
 * @property {ReadonlyMap<number, Value>} globals by index: those that the code assigns
 */

const PAGE = 65536;

/** @type {Readonly<Record<number, (value: any) => number[]>>} constant instructions by the type of their value */
const CONSTANTS = {
  127: (value) => [0x41, ...signed(value)],
  126: (value) => [0x42, ...signedLong(value)],
  125: (value) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)],
  124: (value) => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
};

/**
 * What must hold for a snapshot to be the whole state: one memory, 32 bits wide and not shared; nothing imported but
 * functions; no start function; globals that change are numbers.
 *
 * @param {WasmModule} module @param {ReadonlySet<number>} assigned globals @throws {Unsupported}
 */
export function checkAssumptions({ sections, imports, memories, globals }, assigned) {
  const foreign = imports.find(({ kind }) => kind !== KIND.function);
  if (foreign !== undefined)
    throw new Unsupported(`it imports ${foreign.module} ${foreign.name}, which is not a function`);
  if (sections.some(({ id }) => id === SECTION.start))
    throw new Unsupported('it has a start function');
  const [memory, ...others] = memories;
  if (memory === undefined || others.length > 0)
    throw new Unsupported(`it has ${memories.length} memories, not one`);
  if (memory.flags & ~LIMITS.maximum)
    throw new Unsupported('its memory is shared, 64 bits wide, or has pages of its own size');
  for (const index of assigned) {
    const type = globals[index]?.type ?? 0;
    if (CONSTANTS[type] === undefined)
      throw new Unsupported(`global ${index} changes and has the type 0x${type.toString(16)}`);
  }
}

/**
 * The module with exports through which the state can be read.
 *
 * @param {WasmModule} module @param {ReadonlySet<number>} assigned globals
 * @returns {{ bytes: Uint8Array<ArrayBuffer>, memory: string, globals: ReadonlyMap<number, string> }} names of exports
 */
export function withVisibleState(module, assigned) {
  const taken = new Set(module.exports.map((one) => one.name));
  let prefix = 'state:';
  while ([...taken].some((one) => one.startsWith(prefix))) prefix += ':';
  const globals = new Map([...assigned].map((index) => [index, `${prefix}${index}`]));
  const memory = `${prefix}memory`;
  const added = [
    concat([name(memory), [KIND.memory, 0]]),
    ...Array.from(globals, ([index, label]) =>
      concat([name(label), [KIND.global, ...unsigned(index)]]),
    ),
  ];
  const exports = vector([...rangesOf(module, module.exports), ...added]);
  return { bytes: withSections(module, new Map([[SECTION.export, exports]])), memory, globals };
}

/**
 * The module with the memory's size and the globals as they are now, without the exports that led there. Its data
 * are dataSection's business.
 *
 * @param {WasmModule} module @param {State} state @param {ReadonlySet<string>} done exports to leave out
 * @returns {Uint8Array<ArrayBuffer>} @throws {Unsupported}
 */
export function withState(module, { memory, globals }, done) {
  const kept = module.exports.filter((one) => !done.has(one.name));
  const changes = new Map([
    [SECTION.memory, vector(module.memories.map((one) => grown(one, memory.length / PAGE)))],
    [
      SECTION.global,
      vector(module.globals.map((one, index) => current(module.bytes, one, index, globals))),
    ],
    [SECTION.export, vector(rangesOf(module, kept))],
  ]);
  if (module.globals.length === 0) changes.delete(SECTION.global);
  return withSections(module, changes);
}

/** @param {import('./module.mjs').Memory} memory @param {number} pages */
function grown({ flags, maximum }, pages) {
  return [flags, ...unsigned(pages), ...(maximum === undefined ? [] : unsigned(maximum))];
}

/** @param {Uint8Array} bytes @param {Global} global @param {number} index @param {ReadonlyMap<number, Value>} values */
function current(bytes, { type, value, range }, index, values) {
  const now = values.get(index);
  if (now === undefined) return bytes.subarray(range.start, range.end);
  if (Number.isNaN(now))
    throw new Unsupported(`global ${index} is not a number; JavaScript loses its bits`);
  return concat([bytes.subarray(range.start, value.start), CONSTANTS[type]?.(now) ?? [], [0x0b]]);
}

/** @param {WasmModule} module @param {readonly { readonly range: import('./module.mjs').Range }[]} entries */
function rangesOf({ bytes }, entries) {
  return entries.map(({ range }) => bytes.subarray(range.start, range.end));
}
