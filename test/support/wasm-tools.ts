import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { hosts } from '../../scripts/get-hosts.mjs';

/** The program wasm-tools 1.262, or undefined when `node scripts/get-hosts.mjs` has not brought it. */
const program: string | undefined = hosts['wasm-tools'];

/** Whether tests that need wasm-tools run: without it they skip, unless REQUIRE_HOSTS=1. */
export const usesWasmTools = program !== undefined || process.env.REQUIRE_HOSTS === '1';

if (!usesWasmTools) {
  process.stderr.write('Skipped with wasm-tools: `node scripts/get-hosts.mjs` brings it.\n');
}

/** What `wasm-tools component wit` has against the WIT in a folder; undefined when it parses. */
export async function wasmToolsProblem(folder: string): Promise<string | undefined> {
  if (program === undefined) return 'wasm-tools is missing: node scripts/get-hosts.mjs';
  try {
    await promisify(execFile)(program, ['component', 'wit', folder], { maxBuffer: 2 ** 28 });
    return undefined;
  } catch (error) {
    return String(error);
  }
}
