import { readFileSync } from 'node:fs';
import { interfacesOf } from '../../../../templates/node/interfaces.mjs';
import { MalformedModule } from '../../../../templates/node/snapshot/bytes.mjs';
import type { WasmFile } from '../surroundings.ts';

const MAGIC = '\0asm';

/** Reads what a file is, and of a component the names of what it asks for and offers. */
export function readWasm(path: string): WasmFile {
  const bytes = readFileSync(path);
  const start = bytes.subarray(0, 4).toString('latin1');
  // What wasmtime compiles ahead is an ELF file.
  if (start === '\x7fELF') return { kind: 'precompiled' };
  if (start !== MAGIC) return { kind: 'other' };
  // component-model `Binary.md`, preamble: the layer is 1 for components and 0 for core modules.
  if (bytes[6] !== 1) return { kind: 'module' };
  try {
    return { kind: 'component', names: interfacesOf(bytes) };
  } catch (error) {
    if (error instanceof MalformedModule) return { kind: 'other' };
    throw error;
  }
}
