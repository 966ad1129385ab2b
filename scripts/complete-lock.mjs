// After `npm install` changed package-lock.json: adds the binaries for other systems that npm left out.
// npm drops an optional package from the lock file when its registry (a mirror, say) does not have it, and then
// `npm ci` refuses the lock file as incomplete. What is added is what the parent names; npm skips it on this system.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Where Node looks for `name` from the package at `path`: its own node_modules, then those of the folders above. */
function places(path, name) {
  const above = path.split('/node_modules/').map((_, index, all) => all.slice(0, index + 1));
  const folders = above.map((names) => `${names.join('/node_modules/')}/`);
  return ['', ...folders].map((folder) => `${folder}node_modules/${name}`);
}

/** `@biomejs/cli-linux-arm64-musl` → `{ os: ['linux'], cpu: ['arm64'], libc: ['musl'] }`. */
function platform(name) {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`${name}: for which system?`);
  const libc = os[0] === 'linux' && { libc: [words.includes('musl') ? 'musl' : 'glibc'] };
  return { cpu, ...libc, os };
}

let added = 0;
for (const [path, { dev, optionalDependencies = {} }] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (places(path, name).some((place) => packages[place] !== undefined)) continue;
    const marks = { ...(dev && { dev }), optional: true };
    packages[`node_modules/${name}`] = { version, ...marks, ...platform(name) };
    added += 1;
  }
}
const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
process.stdout.write(`${added} added\n`);
