import type { Memory, MemoryEditor, MemoryFile } from './memory.ts';

/** What a run keeps in memory when no other generator takes part in it: Yeoman's takes a second to load. */
export class OwnMemory implements Memory, MemoryEditor {
  readonly #files = new Map<string, MemoryFile>();

  write(path: string, content: string): void {
    this.#files.set(path, { contents: Buffer.from(content) });
  }

  delete(path: string): void {
    this.#files.set(path, { contents: null });
  }

  get(path: string): MemoryFile {
    return this.#files.get(path) ?? { contents: null };
  }
}
