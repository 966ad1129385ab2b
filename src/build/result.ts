/** What the build made; paths absolute, sizes in bytes. */
export interface BuildResult {
  /** The bundled JavaScript module. */
  readonly bundle: string;
  /** The component. */
  readonly component: string;
  /** The WIT folder it was built against. */
  readonly wit: string;
  readonly world: string;
  readonly bytes: number;
  readonly sha256: string;
  /** `wasi:http/types@0.2.10`, sorted. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  /** Why making it took longer than it could have: componentize-js did it alone. */
  readonly fallback?: string;
}
