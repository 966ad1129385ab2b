/** Node's types know WebAssembly as a part of browsers only. */
interface Engine {
  instantiate(
    bytes: Uint8Array,
    imports?: object,
  ): Promise<{ readonly instance: { readonly exports: Exports } }>;
  validate(bytes: Uint8Array): boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: what a module exports is known to its test alone
export type Exports = Readonly<Record<string, any>>;

const { WebAssembly: engine } = globalThis as unknown as { WebAssembly: Engine };

export async function instantiate(bytes: Uint8Array, imports: object = {}): Promise<Exports> {
  return (await engine.instantiate(bytes, imports)).instance.exports;
}

export const isValid = (bytes: Uint8Array): boolean => engine.validate(bytes);
