// Our own code converts with the very functions that emitted components carry.
export { type Codecs, type CoreCode, compileTypes } from '../../templates/runtime/codec.ts';
export { JsonError, parseJson, stringifyJson } from '../../templates/runtime/json.ts';
export { Mismatch } from '../../templates/runtime/mismatch.ts';
export type { Codec } from '../../templates/runtime/scalars.ts';
