// @ts-check
/**
 * The stores behind `fermyon:spin/key-value` and `wasi:keyvalue`: they outlive the instances that use them. In a folder, an
 * entry is a file, so that two processes can share a store and a killed one leaves no half entry.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Table
 * @property {(key: string) => Uint8Array | undefined} get
 * @property {(key: string, value: Uint8Array) => void} set
 * @property {(key: string) => void} delete
 * @property {() => string[]} keys
 */

/** @type {Map<string, Table>} */
const inMemory = new Map();

/**
 * @param {import('./grants.mjs').Grants} grants
 * @param {string} label
 * @returns {Table}
 */
export function openStore({ state }, label) {
  if (state !== undefined) return folderTable(join(state, 'key-value', label));
  const table = inMemory.get(label) ?? memoryTable();
  inMemory.set(label, table);
  return table;
}

/** @returns {Table} */
function memoryTable() {
  /** @type {Map<string, Uint8Array>} */
  const entries = new Map();
  return {
    get: (key) => entries.get(key)?.slice(),
    set: (key, value) => void entries.set(key, Uint8Array.from(value)),
    delete: (key) => void entries.delete(key),
    keys: () => [...entries.keys()],
  };
}

/** An entry's file: four bytes with the length of the key, the key, the value. @param {string} folder @returns {Table} */
function folderTable(folder) {
  mkdirSync(folder, { recursive: true });
  const fileOf = (/** @type {string} */ key) =>
    join(folder, createHash('sha256').update(key).digest('hex'));
  return {
    get: (key) => readEntry(fileOf(key))?.value,
    set: (key, value) => writeEntry(fileOf(key), key, value),
    delete: (key) => rmSync(fileOf(key), { force: true }),
    keys: () =>
      readdirSync(folder)
        .filter((name) => /^[0-9a-f]{64}$/.test(name))
        .flatMap((name) => readEntry(join(folder, name))?.key ?? []),
  };
}

/** @param {string} file */
function readEntry(file) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw { tag: 'other', val: String(error) };
  }
  const end = 4 + bytes.readUInt32LE(0);
  return { key: bytes.toString('utf8', 4, end), value: new Uint8Array(bytes.subarray(end)) };
}

/** @param {string} file @param {string} key @param {Uint8Array} value */
function writeEntry(file, key, value) {
  const name = Buffer.from(key);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(name.length);
  const part = `${file}.${process.pid}`;
  writeFileSync(part, Buffer.concat([length, name, value]));
  renameSync(part, file);
}
