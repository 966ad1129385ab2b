import { expect, it } from 'vitest';
import { diagnose, diagnoses } from '../../templates/node/diagnoses.mjs';

const wizer = (text: string) =>
  `Failed to initialize component (wizer (/somewhere/wizer)):\n${text}`;
const trap = (cause: string) =>
  wizer(
    `Error: the \`componentize.wizer\` function trapped\n\nCaused by:\n    0: error while executing at wasm backtrace:\n           0: 0x227d2d - <unknown>!<wasm function 5208>\n    1: ${cause}`,
  );
const exception = (line: string) => wizer(`Exception while evaluating top-level script\n${line}\n`);

// Texts as componentize-js 0.23.0 and jco 1.34.0 print them; the names of files and packages are made up.
it.each([
  [
    trap(
      "Error: attempted to call an unknown imported function: 'wasi:random/random@0.2.10' 'get-random-u64'",
    ),
    /^Math\.random or crypto is used at module level/,
  ],
  [
    trap("Error: attempted to call an unknown imported function: 'wasi:io/poll@0.2.10' 'poll'"),
    /calls its host \(wasi:io\/poll@0\.2\.10\)/,
  ],
  [
    wizer('bad_optional_access was thrown in -fno-exceptions modeRedirecting call to abort()'),
    /^performance\.now is used/,
  ],
  [
    exception(
      'a.js:1:6 TypeError: fetch can only be used during request handling, not during initialization',
    ),
    /^fetch is used at module level/,
  ],
  [
    exception(
      'a.js:1:6 TypeError: setTimeout can only be used during request handling, not during initialization',
    ),
    /^setTimeout is used at module level/,
  ],
  [
    'Unable to extract expected exports list\nError: "source.js" does not export a "orders" interface as expected by the world.',
    /^The world exports the interface "orders", src\/component does not/,
  ],
  [
    'Error: "source.js" does not export a "acme:a/orders@0.1.0" get-order function as expected by the world.',
    /^The world exports the function get-order of acme:a\/orders@0\.1\.0, src\/component/,
  ],
  [
    'module was not valid: failed to find export of interface `wasi:http/incoming-handler@0.2.12` function `handle`',
    /exports wasi:http\/incoming-handler@0\.2\.12, the engine answers/,
  ],
  [
    'unable to merge with engine world: failed to merge package wasi:sockets@0.2.10 into main resolve',
    /WIT of wasi:sockets@0\.2\.10 in wit\/deps/,
  ],
  [
    "package 'wasi:cli' not found. known packages: a:b",
    /package wasi:cli and wit\/deps does not hold/,
  ],
  ['There are multiple worlds in `x`; one must be explicitly chosen', /several worlds/],
  [
    'failed to get path metadata: No such file or directory (os error 44)',
    /preview2-shim is 0\.26\.1/,
  ],
  [
    exception(
      'ReferenceError: Error loading module "lodash" (resolved path "lodash"): No such file',
    ),
    /still imports "lodash"/,
  ],
  [
    exception('a.js:1:13 SyntaxError: invalid property name in regular expression:'),
    /Unicode property/,
  ],
  [
    exception('a.js:1:1 ReferenceError: module is not defined'),
    /^module does not exist in a component/,
  ],
  [exception('a.js:1:1 ReferenceError: process is not defined'), /^process does not exist/],
  ['cannot enter component instance', /called again after a trap/],
  ["invalid variant tag value 'undefined'", /something else than a case of its variant/],
  ['TypeError: WebAssembly.Suspending is not a constructor', /JSPI/],
  [wizer('\nProcess was killed by signal: SIGKILL'), /did not come to an end/],
])('translates %j', (text, problem) => {
  const diagnosis = diagnose(text);
  expect(diagnosis.problem).toMatch(problem);
  expect(diagnosis.hint).toMatch(/\S/);
});

it('knows each message by one entry that nothing above it hides', () => {
  expect(new Set(diagnoses.map(({ problem }) => problem)).size).toBe(diagnoses.length);
});

it("gives the place and the words of the user's own exception", () => {
  expect(diagnose(exception('orders.js:12:25 Error: no $1 config'))).toMatchObject({
    problem: 'The module level threw Error: no $1 config',
    place: { line: 12, column: 25 },
  });
});

it('passes on what it does not know', () => {
  expect(diagnose(' something new ')).toEqual({ problem: 'something new' });
});
