// `npm start -- …`: the built bin, writing into a fresh temporary folder unless --out says otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));
if (!existsSync(bin)) {
  process.stderr.write('dist/bin.js is missing: run `npm run build` first.\n');
  process.exit(2);
}

const given = process.argv.slice(2);
const hasOut = given.some((argument) => argument === '--out' || argument.startsWith('--out='));
const out = hasOut
  ? []
  : ['--out', join(mkdtempSync(join(tmpdir(), 'wasm-component-')), 'project')];

const run = spawnSync(process.execPath, [bin, ...given, ...out], { stdio: 'inherit' });
process.exit(run.status ?? 1);
