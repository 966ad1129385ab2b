import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { hosts } from '../../../scripts/get-hosts.mjs';
import { temporaryFolder } from '../../support/files.ts';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

export interface Host {
  readonly name: string;
  /** Absent when `node scripts/get-hosts.mjs` has not brought it. */
  readonly program: string | undefined;
  /** Serves a component that answers with problem details where it has no route. */
  serve(component: string): Promise<Served>;
}

/** `wasmtime serve`; a JavaScript component also needs `-S cli`, for its streams and clocks. */
export const wasmtime: Host = {
  name: 'wasmtime',
  program: hosts.wasmtime,
  serve: (component) =>
    start(wasmtime, (port) => ['serve', '-S', 'cli', '--addr', `127.0.0.1:${port}`, component]),
};

/** wasmCloud's development host: reads what to serve and where from `.wash/config.yaml`. */
export const wash: Host = {
  name: 'wash',
  program: hosts.wash,
  serve: (component) =>
    start(wash, async (port, folder) => {
      await mkdir(join(folder, '.wash'));
      await writeFile(
        join(folder, '.wash', 'config.yaml'),
        JSON.stringify({
          build: { command: 'true', component_path: component },
          dev: { address: `127.0.0.1:${port}` },
        }),
      );
      return ['dev', '--non-interactive'];
    }),
};

const required = process.env.REQUIRE_HOSTS === '1';

/** A host that isn't there is skipped, unless REQUIRE_HOSTS=1: then its tests run and fail. */
export function mustRun({ program }: Host): boolean {
  return required || program !== undefined;
}

/** Prints why tests on real hosts are skipped, when they are. */
export function announceMissing(): void {
  const missing = [wasmtime, wash].filter((host) => !mustRun(host)).map(({ name }) => name);
  if (missing.length === 0) return;
  process.stderr.write(
    `Skipped on ${missing.join(' and ')}: \`node scripts/get-hosts.mjs\` brings them.\n`,
  );
}

type Arguments = (port: number, folder: string) => readonly string[] | Promise<readonly string[]>;

async function start({ name, program }: Host, args: Arguments): Promise<Served> {
  if (program === undefined) throw new Error(`${name} is missing: node scripts/get-hosts.mjs`);
  // Everything the host writes (caches, keys, logs) lands here and goes with it.
  const folder = await temporaryFolder();
  const port = await freePort();
  const child = spawn(program, await args(port, folder), {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, NO_COLOR: '1' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const close = async () => {
    await endGroup(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await answering(url, child);
    return { url, close };
  } catch (error) {
    await close();
    throw new Error(`${name} does not serve the component: ${error}\n${log}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/**
 * The first start compiles the component: until then there is no answer (wasmtime) or a 404 of the host's own (wash).
 */
async function answering(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + 240_000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/-no-such-path-`).catch(() => undefined);
    const type = answer?.headers.get('content-type') ?? '';
    if (type.startsWith('application/problem+json')) return;
    await new Promise((later) => setTimeout(later, 250));
  }
  throw new Error('no answer of the component in 4 minutes');
}

/** Ends the program and whatever it started. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
