/**
 * One HTTP request of the smoke test: data, so that the generator, the emitted project (`test/requests.json`) and the
 * tests on real hosts send the same bytes.
 */
export interface SampleRequest {
  /** Why this request is made: `operation`, `other case`, `malformed body`, `unknown path`, `HEAD`, … */
  readonly check: string;
  /** Id of the route that should answer; absent where none should. */
  readonly operation?: string;
  readonly method: string;
  /** Path and query, percent-encoded, base path included. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most one of the three: a text; bytes; or so many bytes `a`, for a body too large to write down. */
  readonly body?: string;
  readonly bodyBase64?: string;
  readonly bodyLength?: number;
  /** Statuses that count as right. */
  readonly expected: readonly number[];
  /** Response headers that must have these values; names in lower case. */
  readonly expectedHeaders?: Readonly<Record<string, string>>;
  /** JSON Pointer into the body that the problem must name in its `errors`: `/lines/0/quantity`. */
  readonly expectedPointer?: string;
}

/**
 * One call of a typed export, without HTTP. It is right when it returns or throws `{ tag, val }`, never when it traps.
 */
export interface TypedCall {
  /** JavaScript name of the exported interface: `orders`. */
  readonly door: string;
  /** JavaScript name of the function, and id of its route: `listOrders`. */
  readonly function: string;
  /** The arguments by their JavaScript names, as WIT values. An optional one that is not given is absent. */
  readonly arguments: Readonly<Record<string, unknown>>;
}
