import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readWasm } from './binary/read-wasm.ts';
import type { Surroundings, WasmFile } from './surroundings.ts';

/** A search for files ends here: the glob is then taken to match. */
const MOST_ENTRIES = 20_000;

/**
 * What stands beside a manifest on disk. Nothing is run, and of a `.wasm` file only the names are read.
 *
 * @param folder - of the manifest, absolute
 */
export function beside(folder: string): Surroundings {
  return {
    kindOf: (path) => kindOf(join(folder, path)),
    hasMatch: (glob) => hasMatch(folder, glob),
    wasm: (path) => wasm(join(folder, path), path),
  };
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    // Not there, not ours to see, or a name that no file can have.
    return undefined;
  }
}

function wasm(path: string, written: string): WasmFile {
  if (kindOf(path) !== 'file') return { kind: 'missing' };
  return written.endsWith('.cwasm') ? { kind: 'precompiled' } : readWasm(path);
}

/** As the crate `glob`: `*` and `?` stay inside a segment, `**` is any number of segments. */
function hasMatch(folder: string, glob: string): boolean {
  const segments = glob.split('/').filter((segment) => segment !== '' && segment !== '.');
  const fixed = segments.findIndex((segment) => /[*?[]/u.test(segment));
  const start = segments.slice(0, fixed === -1 ? segments.length : fixed);
  const pattern = globPattern(segments);
  const pending = [start.join('/')];
  for (let seen = 0; pending.length > 0; ) {
    const below = pending.pop() ?? '';
    for (const entry of entriesOf(join(folder, below))) {
      seen += 1;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (pattern.test(path)) return true;
    }
    if (seen > MOST_ENTRIES) return true;
  }
  return false;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not there, no folder, not ours to read: no file that matches.
    return [];
  }
}

function globPattern(segments: readonly string[]): RegExp {
  const parts = segments.map((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === '**') return isLast ? '.*' : '(?:[^/]+/)*';
    const literal = segment
      .replace(/[.+^${}()|\\]/gu, '\\$&')
      .replace(/\[!/gu, '[^')
      .replace(/\*+/gu, '[^/]*')
      .replace(/\?/gu, '[^/]');
    return isLast ? literal : `${literal}/`;
  });
  try {
    return new RegExp(`^${parts.join('')}$`, 'u');
  } catch {
    // `[` without its end: the crate refuses it, and nothing matches.
    return /^$/u;
  }
}
