/** A draft: it may change before it is released. */
declare module 'wasi:config/store@0.2.0-draft-2024-09-27' {
  export function get(key: string): string | undefined;
  export function getAll(): [string, string][];
}
