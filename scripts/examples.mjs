// Regenerates the committed examples with the built bin: `npm run examples`.
// Vendored WIT (wit/deps) is third-party text and ignored by git here; a run brings it back.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Each example: the arguments of its run, made in the folder `examples/`. */
export const EXAMPLES = {
  hello: ['hello', '--yes'],
  orders: [
    'orders',
    '--from',
    'orders.openapi.yaml',
    '--namespace',
    'acme',
    '--stubs',
    'examples',
    '--yes',
  ],
};

const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes every example below `folder`, which holds the documents that the examples read. */
export function writeExamples(folder) {
  for (const args of Object.values(EXAMPLES)) {
    const bin = join(root, 'dist', 'bin.js');
    const run = spawnSync(process.execPath, [bin, ...args, '--no-build', '--no-git'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (run.status !== 0) throw new Error(`example failed: ${args.join(' ')}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const examples = join(root, 'examples');
  // Written elsewhere first, so that nothing of the last run is taken for the user's own edits.
  const fresh = mkdtempSync(join(tmpdir(), 'wasm-component-examples-'));
  cpSync(join(examples, 'orders.openapi.yaml'), join(fresh, 'orders.openapi.yaml'));
  writeExamples(fresh);
  for (const name of Object.keys(EXAMPLES)) {
    rmSync(join(examples, name), { recursive: true, force: true });
    cpSync(join(fresh, name), join(examples, name), { recursive: true });
  }
  rmSync(fresh, { recursive: true, force: true });
}
