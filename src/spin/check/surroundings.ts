/** What stands beside a manifest. Paths are as manifests write them: relative, with `/`. */
export interface Surroundings {
  /** What is at a path; `undefined` when nothing is. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** Whether any file matches a glob. */
  hasMatch(glob: string): boolean;
  /** What a `.wasm` file is, and what it asks for and offers. */
  wasm(path: string): WasmFile;
}

export type WasmFile =
  | { readonly kind: 'component'; readonly names: ComponentNames }
  | { readonly kind: 'module' | 'precompiled' | 'missing' | 'other' };

/** The names of a component's imports and exports: `wasi:http/types@0.2.10`. */
export interface ComponentNames {
  readonly imports: readonly string[];
  readonly exports: readonly string[];
}
