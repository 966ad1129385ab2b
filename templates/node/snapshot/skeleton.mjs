// @ts-check
/**
 * A JavaScript engine is 9 MB of functions, and the tools that make a component of it parse and print them all,
 * several times, to change almost none. So the tools get a skeleton: the same module, the body of each function
 * replaced by a mark that says which function it is. In what they make of it, graft.mjs puts the bodies back.
 */
import { ByteReader, concat, MalformedModule, signed, unsigned } from './bytes.mjs';
import { importedFunctions, KIND, SECTION, withSections } from './module.mjs';

/** @typedef {import('./module.mjs').WasmModule} WasmModule */
/** @typedef {import('./code.mjs').Code} Code */
/** @typedef {{ readonly module: WasmModule, readonly code: Code }} Engine */

/** The splicer of componentize-js 0.23.0 reads these functions, to write its own like them: they stay. */
const TEMPLATES = /^coreabi_(sample_\w+|get_import)$/;

/** componentize-js calls this on what it takes for the snapshot, and wants 0. */
const CHECK = 'check_init';

/** Without locals: `i32.const` */
const MARK = [0x00, 0x41];
/** `drop; unreachable`, after which anything is valid */
const UNREACHABLE = [0x1a, 0x00];
/** `drop; i32.const 0; end` */
const ZERO = [0x1a, 0x41, 0x00, 0x0b];
const [CALL, STOP, END] = [0x10, 0x00, 0x0b];

/**
 * @param {Engine} engine
 * @returns {Uint8Array} without data. One of its functions calls those that its code refers to and that have no mark,
 *   `unmarked`, in that order: the tools number them anew there, too
 */
export function skeletonOf({ module, code }) {
  const roles = rolesOf(module);
  const unmarked = unmarkedOf({ module, code });
  const witness = module.bodies.findIndex((_, own) => !roles.has(own));
  const bodies = module.bodies.map(({ start, end }, own) => {
    if (isTemplate(roles.get(own))) return module.bytes.subarray(start, end);
    const calls =
      own === witness ? unmarked.flatMap((index) => [CALL, ...unsigned(index), STOP]) : [];
    const rest = roles.get(own) === CHECK ? ZERO : [...UNREACHABLE, ...calls, END];
    return Uint8Array.from([...MARK, ...signed(own), ...rest]);
  });
  const entries = bodies.flatMap((body) => [unsigned(body.length), body]);
  return withSections(
    module,
    new Map([
      [SECTION.code, concat([unsigned(bodies.length), ...entries])],
      [SECTION.data, undefined],
      [SECTION.dataCount, undefined],
    ]),
  );
}

/** The functions that the engine's code refers to and that can have no mark: imports, templates. @param {Engine} engine */
export function unmarkedOf({ module, code }) {
  const imported = importedFunctions(module);
  const roles = rolesOf(module);
  return [...new Set(code.functions)].filter(
    (index) => index < imported || isTemplate(roles.get(index - imported)),
  );
}

/**
 * @param {Uint8Array} bytes @param {import('./module.mjs').Range} body
 * @returns {{ own: number, calls: number[] } | undefined} which of the engine's own functions it marks, and its calls
 */
export function readMark(bytes, { start, end }) {
  if (MARK.some((byte, index) => bytes[start + index] !== byte)) return undefined;
  const reader = new ByteReader(bytes, start + MARK.length, end);
  const own = reader.u32();
  const after = reader.take(reader.end - reader.position);
  if (isSame(after, ZERO)) return { own, calls: [] };
  if (!isSame(after.subarray(0, 2), UNREACHABLE) || after.at(-1) !== END) return undefined;
  return { own, calls: readCalls(new ByteReader(after, 2, after.length - 1)) };
}

/** @param {ByteReader} reader */
function readCalls(reader) {
  const calls = [];
  while (!reader.done) {
    if (reader.byte() !== CALL) throw new MalformedModule('a mark holds something else than calls');
    calls.push(reader.u32());
    reader.skip(1);
  }
  return calls;
}

/** @param {Uint8Array} bytes @param {readonly number[]} expected */
function isSame(bytes, expected) {
  return bytes.length === expected.length && expected.every((byte, index) => bytes[index] === byte);
}

/** The names under which functions are exported, by their place in the code. @param {WasmModule} module */
function rolesOf(module) {
  const imported = importedFunctions(module);
  const functions = module.exports.filter(({ kind }) => kind === KIND.function);
  return new Map(functions.map(({ name, index }) => [index - imported, name]));
}

/** @param {string | undefined} role */
function isTemplate(role) {
  return role !== undefined && TEMPLATES.test(role);
}
