import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { host } from '../../templates/node/hosts/files.mjs';
import type { FileGrant } from '../../templates/node/hosts/grants.mjs';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { grantsOf, thrownBy } from './support.ts';

interface Descriptor {
  openAt(how: object, path: string, open: object, flags: object): Descriptor;
  read(length: bigint, offset: bigint): [Uint8Array, boolean];
  readViaStream(offset: bigint): { blockingRead(length: bigint): Uint8Array };
  readDirectory(): { readDirectoryEntry(): { type: string; name: string } | undefined };
  stat(): { type: string; size: bigint };
  statAt(how: object, path: string): { type: string; size: bigint };
  [name: string]: (...values: never[]) => unknown;
}

let folder: string;

const grant = (more: Partial<FileGrant>): FileGrant => ({
  source: join(folder, 'assets'),
  destination: '/',
  exclude: [],
  base: folder,
  ...more,
});

function rootOf(...files: FileGrant[]): Descriptor {
  const { getDirectories } = host(grantsOf({ files }))['wasi:filesystem/preopens'] as {
    getDirectories(): [Descriptor, string][];
  };
  const [[root, path] = []] = getDirectories();
  expect(path).toBe('/');
  if (root === undefined) throw new Error('nothing is granted');
  return root;
}

const open = (root: Descriptor, path: string, flags = {}) => root.openAt({}, path, {}, flags);

const list = (directory: Descriptor) => {
  const stream = directory.readDirectory();
  const names: string[] = [];
  for (let entry = stream.readDirectoryEntry(); entry; entry = stream.readDirectoryEntry()) {
    names.push(`${entry.type} ${entry.name}`);
  }
  return names.sort();
};

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFiles(folder, {
    'assets/index.html': '<p>größe</p>',
    'assets/index.html.map': '{}',
    'assets/css/site.css': 'p {}',
    'data/a.json': '1',
    'data/deep/b.json': '2',
    secret: 'not granted',
  });
  await symlink(join(folder, 'secret'), join(folder, 'assets', 'link'));
});

it('shows a folder at its destination, without links', () => {
  const root = rootOf(grant({ destination: '/public' }));
  expect(list(root)).toEqual(['directory public']);
  const files = ['directory css', 'regular-file index.html', 'regular-file index.html.map'];
  expect(list(open(root, 'public'))).toEqual(files);
  expect(root.statAt({}, 'public/css/../index.html')).toMatchObject({
    type: 'regular-file',
    size: 14n,
  });
});

it('reads files, in parts and as a stream', () => {
  const file = open(rootOf(grant({})), 'index.html');
  const [bytes, ended] = file.read(100n, 3n);
  expect([Buffer.from(bytes).toString(), ended]).toEqual(['größe</p>', true]);
  expect(file.read(2n, 0n)).toEqual([new TextEncoder().encode('<p'), false]);
  const stream = file.readViaStream(3n);
  expect(Buffer.from(stream.blockingRead(2n)).toString()).toBe('gr');
});

it('takes patterns, and leaves out what is excluded', () => {
  const byPattern = (pattern: string) =>
    rootOf(grant({ source: folder, pattern, exclude: ['**/deep/*'] }));
  expect(list(open(byPattern('data/*.json'), 'data'))).toEqual(['regular-file a.json']);
  expect(list(open(byPattern('**/*.json'), 'data'))).toEqual(['regular-file a.json']);
  const excluded = rootOf(grant({ exclude: ['assets/*.map'] }));
  expect(list(excluded)).toEqual(['directory css', 'regular-file index.html']);
});

it.each([
  ['/index.html', 'not-permitted'],
  ['../secret', 'not-permitted'],
  ['css/../../secret', 'not-permitted'],
  ['link', 'no-entry'],
  ['missing.html', 'no-entry'],
  ['index.html/x', 'not-directory'],
])('does not open %s: %s', (path, code) => {
  expect(thrownBy(() => open(rootOf(grant({})), path))).toBe(code);
});

it('lets nothing be written', () => {
  const root = rootOf(grant({}));
  expect(thrownBy(() => open(root, 'index.html', { write: true }))).toBe('not-permitted');
  expect(thrownBy(() => root.openAt({}, 'css', { create: true }, {}))).toBe('not-permitted');
  for (const name of [
    'unlinkFileAt',
    'createDirectoryAt',
    'renameAt',
    'setSize',
    'writeViaStream',
  ]) {
    expect(thrownBy(() => root[name]?.())).toBe('not-permitted');
  }
});

it('shows nothing when nothing is granted', () => {
  const { getDirectories } = host(grantsOf())['wasi:filesystem/preopens'] as {
    getDirectories(): unknown[];
  };
  expect(getDirectories()).toEqual([]);
});
