/** A draft: it may change before it is released. */
declare module 'wasi:keyvalue/store@0.2.0-draft2' {
  export class Bucket {
    private constructor();
    get(key: string): Uint8Array | undefined;
    set(key: string, value: Uint8Array): void;
    delete(key: string): void;
    exists(key: string): boolean;
    listKeys(cursor: string | undefined): { readonly keys: string[]; readonly cursor?: string };
  }

  export function open(identifier: string): Bucket;
}
