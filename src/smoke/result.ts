/** One HTTP request of the smoke test, as `--json` shows it. */
export interface SmokeRequest {
  readonly method: string;
  readonly path: string;
  /**
   * Why this request was made: `operation`, `malformed body`, `unknown path`, `wrong method`, `large body`, `HEAD`, …
   */
  readonly check: string;
  readonly status: number;
  /** Statuses that count as right. */
  readonly expected: readonly number[];
  readonly ok: boolean;
  readonly ms: number;
  /** Why it failed, when it did. */
  readonly problem?: string;
}

/** A need of the service, and whether the component found it. */
export interface NeedResult {
  readonly need: string;
  readonly proven: boolean;
  /** Why it could not be proven here. */
  readonly why?: string;
}

export interface SmokeResult {
  readonly requests: readonly SmokeRequest[];
  /** Calls of the typed export, without HTTP. */
  readonly calls: readonly {
    readonly function: string;
    readonly ok: boolean;
    readonly ms: number;
    readonly problem?: string;
  }[];
  /** Absent when the service needs nothing. */
  readonly needs?: readonly NeedResult[];
  readonly passed: number;
  readonly failed: number;
}
