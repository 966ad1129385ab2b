import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Grants } from '../../templates/node/hosts/grants.mjs';
import { host } from '../../templates/node/hosts/key-value.mjs';
import { temporaryFolder } from '../support/files.ts';
import { grantsOf, thrownBy } from './support.ts';

interface Store {
  get(key: string): Uint8Array | undefined;
  set(key: string, value: Uint8Array): void;
  delete(key: string): void;
  exists(key: string): boolean;
  getKeys(): string[];
  [Symbol.dispose](): void;
}

const storesOf = (more: Partial<Grants>) => {
  const entries = host(grantsOf({ keyValueStores: ['default', 'other'], ...more }));
  const { Store } = entries['fermyon:spin/key-value'] as {
    Store: { open(label: string): Store };
  };
  return Store;
};

const KEYS = ['plain', '', '../../escape', 'a/b\\c', 'größe 🫖', '\0', 'x'.repeat(2000)];

describe.each(['memory', 'a folder'])('a store in %s', (where) => {
  const folder = where === 'memory' ? undefined : temporaryFolder();
  const open = async (label = 'default') => {
    const state = await folder;
    return storesOf(state === undefined ? {} : { state }).open(label);
  };

  it('keeps bytes under keys of any text', async () => {
    const store = await open();
    for (const [at, key] of KEYS.entries()) store.set(key, new Uint8Array([at, 0, 255]));
    const again = await open();
    expect(KEYS.map((key) => again.get(key))).toEqual(
      KEYS.map((_, at) => new Uint8Array([at, 0, 255])),
    );
    expect(again.getKeys().sort()).toEqual([...KEYS].sort());
    expect([again.exists('plain'), again.exists('absent')]).toEqual([true, false]);
    again.delete('plain');
    again.delete('absent');
    expect([store.get('plain'), store.get('absent')]).toEqual([undefined, undefined]);
  });

  it('keeps a copy, and one store apart from another', async () => {
    const [store, other] = [await open(), await open('other')];
    const value = new Uint8Array([1]);
    store.set('copy', value);
    value[0] = 2;
    expect(store.get('copy')).toEqual(new Uint8Array([1]));
    expect(other.get('copy')).toBeUndefined();
  });

  it('carries a megabyte', async () => {
    const large = new Uint8Array(1_000_003).map((_, at) => at % 251);
    (await open()).set('large', large);
    expect(Buffer.compare((await open()).get('large') as Uint8Array, large)).toBe(0);
  });

  it('leaves nothing outside of its folder, and reads nothing that is not its own', async () => {
    const state = await folder;
    if (state === undefined) return;
    expect(await readdir(state)).toEqual(['key-value']);
    const names = await readdir(join(state, 'key-value', 'default'));
    expect(names.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    await writeFile(join(state, 'key-value', 'default', 'notes.txt'), 'not an entry');
    expect((await open()).getKeys()).not.toContain('notes.txt');
  });
});

it('opens no more stores than Spin, for one instance', () => {
  const Store = storesOf({});
  const stores = Array.from({ length: 256 }, () => Store.open('default'));
  expect(thrownBy(() => Store.open('default'))).toEqual({ tag: 'store-table-full' });
  stores[0]?.[Symbol.dispose]();
  expect(Store.open('default')).toBeDefined();
  expect(storesOf({}).open('default')).toBeDefined();
});
