// @ts-check
/** `wasi:filesystem` with the files that spin.toml grants, and nothing else: read-only, no link followed. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { MemoryInput } from '../incoming-http.mjs';

/** A file by its place on this machine, or a folder by its entries. @typedef {string | Map<string, Node>} Node */

/** The tree is the same for every instance. @type {WeakMap<object, Map<string, Node>>} */
const trees = new WeakMap();

/** @param {import('./grants.mjs').Grants} grants @returns {Record<string, object>} */
export function host(grants) {
  const tree = trees.get(grants) ?? treeOf(grants.files);
  trees.set(grants, tree);
  return {
    'wasi:filesystem/preopens': {
      getDirectories: () => (grants.files.length === 0 ? [] : [[new Descriptor(tree), '/']]),
    },
    'wasi:filesystem/types': {
      Descriptor,
      DirectoryEntryStream,
      filesystemErrorCode: () => undefined,
    },
  };
}

/** @param {readonly import('./grants.mjs').FileGrant[]} grants */
function treeOf(grants) {
  /** @type {Map<string, Node>} */
  const root = new Map();
  for (const { source, pattern, destination, exclude, base } of grants) {
    const excluded = exclude.map(matcher);
    const wanted = pattern === undefined ? () => true : matcher(pattern);
    for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const inApp = posixPath(base, file);
      const inSource = posixPath(source, file);
      if (!wanted(inSource) || excluded.some((matches) => matches(inApp))) continue;
      place(root, posix.join('/', destination, inSource), file);
    }
  }
  return root;
}

/** @param {string} from @param {string} to */
const posixPath = (from, to) => relative(from, to).split(sep).join('/');

/** @param {Map<string, Node>} root @param {string} path @param {string} file */
function place(root, path, file) {
  const names = path.split('/').filter(Boolean);
  const last = names.pop();
  let folder = root;
  for (const name of names) {
    const known = folder.get(name);
    const inner = known instanceof Map ? known : new Map();
    folder.set(name, inner);
    folder = inner;
  }
  if (last !== undefined) folder.set(last, file);
}

/** `*`, `?` and `[ab]` within a name, `**` across names. @param {string} pattern @returns {(path: string) => boolean} */
function matcher(pattern) {
  const source = pattern.replace(/\*\*\/?|[*?]|\[!?|[.+^${}()|\\]/g, (sign) => {
    if (sign === '**/') return '(?:[^/]+/)*';
    if (sign === '**') return '.*';
    if (sign === '*') return '[^/]*';
    if (sign === '?') return '[^/]';
    if (sign.startsWith('[')) return sign.replace('!', '^');
    return `\\${sign}`;
  });
  const expression = new RegExp(`^${source}$`, 'u');
  return (path) => expression.test(path);
}

const refused = () => {
  throw 'not-permitted';
};

class Descriptor {
  /** @type {Node} */
  #node;

  /** @param {Node} node */
  constructor(node) {
    this.#node = node;
  }

  /** @param {object} _ @param {string} path @param {{ create?: boolean, truncate?: boolean, directory?: boolean }} open @param {{ write?: boolean }} flags */
  openAt(_, path, open, flags) {
    const node = this.#at(path);
    if (open.create || open.truncate || flags.write) refused();
    if (open.directory && typeof node === 'string') throw 'not-directory';
    return new Descriptor(node);
  }

  /** @param {bigint} length @param {bigint} offset */
  read(length, offset) {
    const bytes = this.#bytes();
    const end = Number(offset) + Number(length);
    return [new Uint8Array(bytes.subarray(Number(offset), end)), end >= bytes.length];
  }

  /** @param {bigint} offset */
  readViaStream(offset) {
    return new MemoryInput(new Uint8Array(this.#bytes().subarray(Number(offset))));
  }

  readDirectory() {
    if (typeof this.#node === 'string') throw 'not-directory';
    return new DirectoryEntryStream(
      [...this.#node].map(([name, node]) => ({ type: typeOf(node), name })),
    );
  }

  getType() {
    return typeOf(this.#node);
  }

  getFlags() {
    return { read: true };
  }

  stat() {
    return statOf(this.#node);
  }

  /** @param {object} _ @param {string} path */
  statAt(_, path) {
    return statOf(this.#at(path));
  }

  metadataHash() {
    return hashOf(this.#node);
  }

  /** @param {object} _ @param {string} path */
  metadataHashAt(_, path) {
    return hashOf(this.#at(path));
  }

  /** @param {Descriptor} other */
  isSameObject(other) {
    return this.#node === other.#node;
  }

  readlinkAt() {
    throw 'invalid';
  }

  advise() {}
  sync() {}
  syncData() {}
  write = refused;
  writeViaStream = refused;
  appendViaStream = refused;
  setSize = refused;
  setTimes = refused;
  setTimesAt = refused;
  createDirectoryAt = refused;
  removeDirectoryAt = refused;
  unlinkFileAt = refused;
  renameAt = refused;
  linkAt = refused;
  symlinkAt = refused;

  #bytes() {
    if (typeof this.#node !== 'string') throw 'is-directory';
    return readFileSync(this.#node);
  }

  /** @param {string} path @returns {Node} */
  #at(path) {
    if (path.startsWith('/')) refused();
    /** @type {Node[]} */
    const way = [this.#node];
    for (const name of path.split('/').filter((part) => part !== '' && part !== '.')) {
      if (name === '..') {
        way.pop();
        if (way.length === 0) refused();
        continue;
      }
      const folder = way.at(-1);
      if (!(folder instanceof Map)) throw 'not-directory';
      const node = folder.get(name);
      if (node === undefined) throw 'no-entry';
      way.push(node);
    }
    return /** @type {Node} */ (way.at(-1));
  }
}

class DirectoryEntryStream {
  /** @type {{ type: string, name: string }[]} */
  #entries;

  /** @param {{ type: string, name: string }[]} entries */
  constructor(entries) {
    this.#entries = entries;
  }

  readDirectoryEntry() {
    return this.#entries.shift();
  }
}

/** @param {Node} node */
const typeOf = (node) => (typeof node === 'string' ? 'regular-file' : 'directory');

/** @param {Node} node */
function statOf(node) {
  const { size, mtimeMs } =
    typeof node === 'string' ? statSync(node) : { size: 0, mtimeMs: undefined };
  const time = mtimeMs === undefined ? undefined : timeOf(mtimeMs);
  return {
    type: typeOf(node),
    linkCount: 1n,
    size: BigInt(size),
    dataAccessTimestamp: time,
    dataModificationTimestamp: time,
    statusChangeTimestamp: time,
  };
}

/** @param {number} milliseconds */
const timeOf = (milliseconds) => ({
  seconds: BigInt(Math.floor(milliseconds / 1000)),
  nanoseconds: Math.floor(milliseconds % 1000) * 1_000_000,
});

/** @param {Node} node */
function hashOf(node) {
  const { size, dataModificationTimestamp } = statOf(node);
  return { lower: size, upper: dataModificationTimestamp?.seconds ?? 0n };
}
