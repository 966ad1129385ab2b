// `npm run build`: dist/ from nothing. TypeScript compiles our own code; what emitted projects carry from templates/ is
// also written as JavaScript, for projects in that language.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandOf, toJavaScript } from './javascript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders of templates/ with code that is copied into emitted projects. */
const CARRIED = ['runtime', 'node', 'host'];

/** Modules that hold types alone: nothing is left of them in JavaScript. */
const TYPES_ONLY = new Set(['table.ts']);

rmSync(join(root, 'dist'), { recursive: true, force: true });
compile();
const bin = join(root, 'dist', 'bin.js');
if (existsSync(bin)) chmodSync(bin, 0o755);
for (const folder of CARRIED) writeJavaScript(folder);

function compile() {
  const tsc = commandOf('typescript', 'bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Writes dist/javascript/<folder>/*.js from templates/<folder>/*.ts. */
function writeJavaScript(folder) {
  const from = join(root, 'templates', folder);
  const to = join(root, 'dist', 'javascript', folder);
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) {
    if (!file.endsWith('.ts') || TYPES_ONLY.has(file)) continue;
    const name = file.replace(/\.ts$/, '.js');
    writeFileSync(join(to, name), toJavaScript(readFileSync(join(from, file), 'utf8'), name));
  }
}
