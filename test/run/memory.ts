import type { MemoryEditor, MemoryFile } from '../../src/run/memory.ts';

/** Yeoman's memory, as small as it can be. */
export function memory(): MemoryEditor & { get(path: string): MemoryFile } {
  const files = new Map<string, MemoryFile>();
  return {
    write: (path, content) =>
      files.set(path, { contents: Buffer.from(content), state: 'modified' }),
    delete: (path) => files.set(path, { contents: null, state: 'deleted' }),
    get: (path) => files.get(path) ?? { contents: null },
  };
}
