// @ts-check
/**
 * What the toolchain's messages mean and what to do about them. The first entry whose `text` matches wins.
 * Messages were seen with componentize-js 0.23.0, jco 1.34.0 and preview2-shim 0.25.0 (2026-11-24).
 *
 * @typedef {object} Diagnosis
 * @property {RegExp} text of the message
 * @property {string} problem one sentence; `$1` stands for the first group of `text`
 * @property {string} hint what to do
 * @property {readonly string[]} [uses] globals that are to blame, when the message names no line
 */

const LATER =
  'The module level of a component runs once, while it is built. Move the call into the function that needs it.';

const EARLIER =
  'The module level of a component runs once, while it is built: what it needs must be there then.';

/** @type {readonly Diagnosis[]} */
export const diagnoses = [
  {
    text: /unknown imported function: 'wasi:random\//,
    problem: 'Math.random or crypto is used at module level; there is no randomness at build time.',
    hint: LATER,
    uses: ['Math.random', 'crypto'],
  },
  {
    text: /unknown imported function: '(\S+)'/,
    problem: 'The module level calls its host ($1); there is no host at build time.',
    hint: LATER,
  },
  {
    text: /bad_optional_access was thrown/,
    problem: 'performance.now is used at module level; the clock does not run at build time.',
    hint: LATER,
    uses: ['performance'],
  },
  {
    text: /(\w+) can only be used during request handling/,
    problem: '$1 is used at module level; it works only while a request is handled.',
    hint: LATER,
  },
  {
    text: /does not export a "([^"]+)" interface as expected/,
    problem: 'The world exports the interface "$1", src/component does not.',
    hint: 'An interface is an exported object of camelCase functions: export const orders = { getOrder() {} }.',
  },
  {
    text: /does not export a "([^"]+)" (\S+) function as expected/,
    problem: 'The world exports the function $2 of $1, src/component does not.',
    hint: 'Add the function, in camelCase, to the object that is exported for its interface.',
  },
  {
    text: /failed to find export of interface [`']?(wasi:http\/incoming-handler@[\d.]+)/,
    problem: 'The world exports $1, the engine answers wasi:http/incoming-handler@0.2.10 only.',
    hint: 'Write @0.2.10 in wit/world.wit and in wit/deps.',
  },
  {
    text: /unable to merge with engine world: failed to merge package ([^\s,]+)/,
    problem: "The WIT of $1 in wit/deps is not the engine's.",
    hint: 'Use the published 0.2.10 packages of wasi:io, wasi:clocks and wasi:http.',
  },
  {
    text: /package '([^']+)' not found/,
    problem: 'wit/ refers to the package $1 and wit/deps does not hold it.',
    hint: 'Put its WIT into wit/deps, or write the version that is there.',
  },
  {
    text: /There are multiple worlds in/,
    problem: 'wit/ has several worlds and none is chosen.',
    hint: 'Name the world "service".',
  },
  {
    text: /failed to get path metadata/,
    problem: 'The WIT folder cannot be read: @bytecodealliance/preview2-shim is 0.26.1 or newer.',
    hint: 'Install the exact versions that package.json names, with its lock file.',
  },
  {
    text: /Error loading module "([^"]+)"/,
    problem: 'The bundle still imports "$1"; a component has no modules to load.',
    hint: 'Import a package that bundles, or replace the builtin by a Web API.',
  },
  {
    text: /invalid property name in regular expression/,
    problem: 'The engine has no Unicode property classes (\\p{…}) in regular expressions.',
    hint: 'Write the characters out, or compile the expression with regexpu.',
  },
  {
    text: /ReferenceError: (module|exports|require|process|Buffer|__dirname|__filename|global|Intl|setImmediate|WebAssembly|navigator|document|window) is not defined/,
    problem: '$1 does not exist in a component.',
    hint: 'Use ES modules and Web APIs: the engine has fetch, URL, TextEncoder, crypto.subtle and streams, not Node or a browser page.',
  },
  {
    text: /failed to parse JS source/,
    problem: 'The bundle is not a JavaScript module.',
    hint: 'Run the type checker: it names the line.',
  },
  {
    text: /cannot enter component instance/,
    problem: 'The instance was called again after a trap.',
    hint: 'Find the first error: an exception that is not a WIT error ends the instance.',
  },
  {
    text: /invalid variant tag value/,
    problem: 'A function answered with something else than a case of its variant.',
    hint: 'Return or throw { tag, val } with a tag that the WIT names.',
  },
  {
    text: /WebAssembly\.Suspending is not a constructor/,
    problem: 'The component was transpiled for JSPI, which this Node does not have.',
    hint: 'Use Node 24, or transpile without async mode.',
  },
  {
    text: /timed out|SIGKILL/,
    problem: 'The module level did not come to an end while the component was built.',
    hint: 'Look for a loop, or a promise that waits for a request, outside of functions.',
  },
];

/** `file:line:column message`, as the engine reports an exception of the module level. */
const EXCEPTION = /^(\S+):(\d+):(\d+) (.+)$/m;

/**
 * @param {string} text what a tool said
 * @returns {{ problem: string, hint?: string, uses?: readonly string[], place?: { line: number, column: number } }}
 *   `place` is in the bundle, from 1
 */
export function diagnose(text) {
  const exception = EXCEPTION.exec(text);
  const place = exception && { line: Number(exception[2]), column: Number(exception[3]) };
  const known = diagnoses.find((diagnosis) => diagnosis.text.test(text));
  if (known !== undefined) {
    const groups = known.text.exec(text) ?? [];
    const problem = known.problem.replace(/\$(\d)/g, (_, group) => groups[group] ?? '');
    const { hint, uses } = known;
    return { problem, hint, ...(uses && { uses }), ...(place && { place }) };
  }
  if (exception && place) {
    return { problem: `The module level threw ${exception[4]}`, hint: EARLIER, place };
  }
  return { problem: text.trim() };
}
