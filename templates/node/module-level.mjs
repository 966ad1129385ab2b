// @ts-check
/** Looks for what a module does while it is loaded, for the errors that come without a line. */
import { parseAst } from 'rolldown/parseAst';

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'PropertyDefinition',
]);

/**
 * The first use of one of the globals at module level. Not found: a use in a function that the module level calls.
 *
 * @param {string} code a JavaScript module
 * @param {readonly string[]} globals `Math.random`, or `crypto` for any of its members
 * @returns {{ line: number, column: number } | undefined} from 1
 */
export function moduleLevelUse(code, globals) {
  const offset = find(parseAst(code), globals);
  if (offset === undefined) return undefined;
  const lines = code.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Functions of the globals that `moduleLevelUse` is asked for whole. @type {Readonly<Record<string, readonly string[]>>} */
const FUNCTIONS_OF = {
  crypto: ['crypto.getRandomValues', 'crypto.randomUUID'],
  performance: ['performance.now'],
};

/**
 * The module, where a call of one of the globals throws and so has a line, in whatever function it is. Lines keep their
 * numbers.
 *
 * @param {string} code @param {readonly string[]} globals
 */
export function withoutGlobals(code, globals) {
  const called = globals.flatMap((name) => FUNCTIONS_OF[name] ?? [name]);
  return `${called.map((name) => `${name} = undefined; `).join('')}${code}`;
}

/** @param {any} node of the ESTree @param {readonly string[]} globals @returns {number | undefined} its offset */
function find(node, globals) {
  if (node === null || typeof node !== 'object') return undefined;
  if (FUNCTIONS.has(node.type)) return undefined;
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier') {
    const { name } = node.object;
    if (globals.includes(name) || globals.includes(`${name}.${node.property.name}`)) {
      return node.start;
    }
  }
  for (const child of Object.values(node)) {
    const found = find(child, globals);
    if (found !== undefined) return found;
  }
  return undefined;
}
