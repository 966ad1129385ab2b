/**
 * `generator-wasm-component/codec`: JSON ⇄ WIT values as JavaScript has them, by the tables of `openapiToWit`. The same
 * code runs in emitted components; it needs neither Node nor anything else of this package.
 */
export { type Codecs, compileTypes } from '../../templates/runtime/codec.ts';
export { JsonError, parseJson, stringifyJson } from '../../templates/runtime/json.ts';
export { Mismatch } from '../../templates/runtime/mismatch.ts';
export type * from '../../templates/runtime/table.ts';
