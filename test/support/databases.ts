import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databasePrograms, programPath } from '../../scripts/get-databases.mjs';

/** A database server of the test's own, on a free port of 127.0.0.1, its data in a temporary folder. */
export interface DatabaseServer {
  readonly port: number;
  /** The address of a user who may do anything, as the interface of Spin takes it. */
  readonly address: string;
  /** Ends the server; its data stay. */
  stop(): Promise<void>;
  /** Starts it again where it was. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

export interface DatabaseKind {
  readonly name: string;
  program(): string | undefined;
  start(): Promise<DatabaseServer>;
}

/** Not a word: what has to be encoded in addresses must work too. */
export const PASSWORD = 'p@ss: wörd/#?';
const encoded = encodeURIComponent(PASSWORD);

export const postgres: DatabaseKind = {
  name: 'PostgreSQL',
  program: databasePrograms.postgres,
  async start() {
    const { folder, port } = await place();
    const data = join(folder, 'data');
    const owner = ordinaryUser('postgres', folder);
    const secret = join(folder, 'password');
    await writeFile(secret, PASSWORD);
    if (owner) chownSync(secret, owner.uid, owner.gid);
    const bin = join(found(postgres), '..');
    const initial = ['-D', data, '-U', 'shop', '-A', 'scram-sha-256', '--pwfile', secret];
    execFileSync(join(bin, 'initdb'), [...initial, '-E', 'UTF8', '--no-sync', '--no-locale'], {
      stdio: 'pipe',
      ...owner,
    });
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
    const words = ['-D', data, '-p', `${port}`, ...settings.flatMap((word) => ['-c', word])];
    const run = () => spawn(join(bin, 'postgres'), words, { stdio: 'pipe', ...owner });
    const address = `postgres://shop:${encoded}@127.0.0.1:${port}/postgres`;
    return server({ folder, port, address, run, signal: 'SIGINT' });
  },
};

export const redis: DatabaseKind = {
  name: 'Redis',
  program: databasePrograms.redis,
  async start() {
    const { folder, port } = await place();
    const words = `--port ${port} --bind 127.0.0.1 --save --appendonly yes --appendfsync no`;
    const run = () =>
      spawn(found(redis), [...words.split(' '), '--requirepass', PASSWORD, '--dir', folder], {
        stdio: 'pipe',
      });
    const address = `redis://:${encoded}@127.0.0.1:${port}`;
    return server({ folder, port, address, run, signal: 'SIGTERM' });
  },
};

export const mysql: DatabaseKind = {
  name: 'MariaDB',
  program: databasePrograms.mariadb,
  async start() {
    const { folder, port } = await place();
    const data = join(folder, 'data');
    const owner = ordinaryUser('mysql', folder);
    const install = programPath('mariadb-install-db') ?? 'mariadb-install-db';
    execFileSync(install, ['--no-defaults', `--datadir=${data}`, '--skip-test-db'], {
      stdio: 'pipe',
      ...owner,
    });
    const setup = join(folder, 'setup.sql');
    await writeFile(
      setup,
      `create database if not exists shop character set utf8mb4;
create user if not exists 'shop'@'127.0.0.1' identified by '${PASSWORD}';
grant all on *.* to 'shop'@'127.0.0.1';\n`,
    );
    const words = [
      ...['--no-defaults', `--datadir=${data}`, `--port=${port}`, '--bind-address=127.0.0.1'],
      ...[`--socket=${join(folder, 's')}`, `--init-file=${setup}`, '--max-allowed-packet=64M'],
    ];
    const run = () => spawn(found(mysql), words, { stdio: 'pipe', ...owner });
    const address = `mysql://shop:${encoded}@127.0.0.1:${port}/shop`;
    return server({ folder, port, address, run, signal: 'SIGTERM' });
  },
};

export const databaseKinds = [postgres, redis, mysql] as const;

const required = process.env.REQUIRE_HOSTS === '1';

/** Whether its tests are to run: with REQUIRE_HOSTS=1 they fail when the program is missing, otherwise they are skipped. */
export const mustRunOn = (kind: DatabaseKind): boolean => required || kind.program() !== undefined;

/** Prints why tests are skipped. */
export function announceMissingDatabases(...kinds: readonly DatabaseKind[]): void {
  for (const kind of kinds.filter((candidate) => !mustRunOn(candidate))) {
    process.stderr.write(
      `Skipped on ${kind.name}: \`node scripts/get-databases.mjs\` brings it.\n`,
    );
  }
}

function found(kind: DatabaseKind): string {
  const program = kind.program();
  if (program !== undefined) return program;
  throw new Error(`${kind.name} is missing: node scripts/get-databases.mjs`);
}

/** Postgres and MariaDB refuse to run as root: the user that Debian makes for them gets the folder. */
function ordinaryUser(name: string, folder: string): { uid: number; gid: number } | undefined {
  if (process.geteuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  const owner = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

async function place() {
  const folder = await mkdtemp(join(tmpdir(), 'database-'));
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const address = probe.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  await new Promise((closed) => probe.close(closed));
  return { folder, port };
}

interface Process {
  readonly folder: string;
  readonly port: number;
  readonly address: string;
  run(): ChildProcess;
  /** What asks it to end now, but in good order. */
  readonly signal: NodeJS.Signals;
}

async function server({ folder, port, address, run, signal }: Process): Promise<DatabaseServer> {
  let running: ChildProcess | undefined;
  const kill = () => running?.kill('SIGKILL');
  process.on('exit', kill);
  const stop = async () => {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null) return;
    await new Promise((ended) => child.once('exit', ended).kill(signal));
  };
  const start = async () => {
    running = run();
    await untilReady(running);
  };
  await start();
  return {
    port,
    address,
    stop,
    start,
    async remove() {
      await stop();
      process.off('exit', kill);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Each of them says so, and only then takes connections. */
function untilReady(child: ChildProcess): Promise<void> {
  let printed = '';
  return new Promise((ready, failed) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        printed = (printed + chunk).slice(-4000);
        if (!/ready (to accept|for) connections/i.test(printed)) return;
        clearTimeout(timer);
        ready();
      });
    }
    child.once('error', failed).once('exit', () => {
      clearTimeout(timer);
      failed(new Error(`The server ended:\n${printed}`));
    });
  });
}

/** Starts one of each kind that is here. By the kind's name. */
export async function startServers(): Promise<ReadonlyMap<string, DatabaseServer>> {
  const servers = new Map<string, DatabaseServer>();
  for (const kind of databaseKinds) {
    if (mustRunOn(kind)) servers.set(kind.name, await kind.start());
  }
  return servers;
}

/** What a project with every need finds in its environment; where a server is away, a port that nobody listens on. */
export function serverVariables(
  servers: ReadonlyMap<string, DatabaseServer>,
): Readonly<Record<string, string>> {
  const port = ({ name }: DatabaseKind) => String(servers.get(name)?.port ?? 1);
  const sql = (prefix: string, kind: DatabaseKind, database: string) => ({
    [`SPIN_VARIABLE_${prefix}_HOST`]: '127.0.0.1',
    [`SPIN_VARIABLE_${prefix}_PORT`]: port(kind),
    [`SPIN_VARIABLE_${prefix}_USER`]: 'shop',
    [`SPIN_VARIABLE_${prefix}_DATABASE`]: database,
    [`SPIN_VARIABLE_${prefix}_PASSWORD`]: PASSWORD,
  });
  return {
    ...sql('POSTGRES', postgres, 'postgres'),
    ...sql('MYSQL', mysql, 'shop'),
    SPIN_VARIABLE_REDIS_ADDRESS: `redis://127.0.0.1:${port(redis)}`,
    SPIN_VARIABLE_REDIS_PASSWORD: PASSWORD,
  };
}
