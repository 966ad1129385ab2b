import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Set where the temporary folder is the tests' own already: in another project of the run, or in a run that a test starts. */
const MARK = 'WASM_COMPONENT_TESTS';

/**
 * What the tests, and the programs that they start, leave in the temporary folder goes when they are done. One folder for
 * all: sockets of servers and browsers lie in it, and a socket's path has at most 107 bytes.
 */
export default function setup(): (() => void) | undefined {
  if (process.env[MARK] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'wasm-component-'));
  process.env[MARK] = folder;
  // Like the folder it stands in for: some tests run programs as another user.
  chmodSync(folder, 0o1777);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
