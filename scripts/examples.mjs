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
  'orders-sqlite': [
    'orders',
    '--from',
    'orders.openapi.yaml',
    '--namespace',
    'acme',
    '--needs',
    'sqlite',
    '--out',
    'orders-sqlite',
    '--yes',
  ],
};

/** What somebody wrote in the place of an example's stubs: the file in test/fixtures, by its path in the example. */
const WRITTEN = {
  'orders-sqlite': {
    'src/orders.ts': 'stored-orders/orders.ts',
    'src/store.ts': 'stored-orders/sqlite/store.ts',
    'src/stored-order.ts': 'stored-orders/stored-order.ts',
    'test/orders.test.ts': 'stored-orders/orders.test.ts',
  },
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
  for (const [name, files] of Object.entries(WRITTEN)) {
    for (const [path, fixture] of Object.entries(files)) {
      cpSync(join(root, 'test', 'fixtures', fixture), join(folder, name, path));
    }
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
