// @ts-check
// Installs, from Debian's packages, the servers that tests start and stop, and the browser that reports are read in: only
// what is missing, and only as root. Elsewhere it says what to install.
// Usage: node scripts/get-databases.mjs     prints one line a program: NAME PATH
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Debian keeps the programs of PostgreSQL out of the path, a folder for each version; the newest first. */
function postgresFolders() {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return [];
  return readdirSync(versions)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(versions, version, 'bin'));
}

/** @param {string} name @param {readonly string[]} [first] folders to look in before the path */
export function programPath(name, first = []) {
  const folders = [...first, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Where each program is, if it is there. */
export const databasePrograms = {
  postgres: () => programPath('postgres', postgresFolders()),
  redis: () => programPath('redis-server'),
  mariadb: () => programPath('mariadbd', ['/usr/sbin', '/usr/libexec']),
};

/** The package of Debian that brings it. */
const packages = {
  postgres: 'postgresql',
  redis: 'redis-server',
  mariadb: 'mariadb-server',
  chromium: 'chromium',
};

const programs = { ...databasePrograms, chromium: () => programPath('chromium') };

function install() {
  const names = /** @type {(keyof typeof programs)[]} */ (Object.keys(programs));
  const wanted = names
    .filter((name) => programs[name]() === undefined)
    .map((name) => packages[name]);
  if (wanted.length === 0) return;
  if (process.geteuid?.() !== 0 || programPath('apt-get') === undefined) {
    throw new Error(
      `Missing: ${wanted.join(', ')}. On Debian: sudo apt-get install ${wanted.join(' ')}`,
    );
  }
  const apt = (/** @type {string[]} */ ...words) =>
    execFileSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...wanted);
}

const script = process.argv[1];
if (script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)) {
  install();
  for (const [name, path] of Object.entries(programs)) process.stdout.write(`${name} ${path()}\n`);
}
