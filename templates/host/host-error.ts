/**
 * - `not-granted`: spin.toml does not give the component what it asks for; the message names the line to add.
 * - `unreachable`: it is granted, but nobody answers there, or the credentials are wrong.
 * - `refused`: the other side understood and said no: wrong SQL, a broken rule, a value of the wrong type.
 * - `failed`: anything else.
 */
export type HostErrorKind = 'not-granted' | 'unreachable' | 'refused' | 'failed';

/** What a host said when it could not do what it was asked. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly kind: HostErrorKind;
  /** SQLSTATE of a database, where the host tells it: `23505` for a value that must be unique. */
  readonly code: string | undefined;

  constructor(
    kind: HostErrorKind,
    message: string,
    options: { code?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.code = options.code;
  }
}

/** The error case of an interface's `result`. */
export interface Payload {
  readonly tag: string;
  readonly val?: unknown;
}

/**
 * Calls the host and turns its error into a HostError. What an interface throws carries `payload` and is no `Error` of
 * this engine's realm, so `instanceof` would not know it.
 */
export function callHost<Result>(
  call: () => Result,
  explain: (payload: Payload) => HostError,
): Result {
  try {
    return call();
  } catch (thrown) {
    const payload = payloadOf(thrown);
    if (payload === undefined) throw thrown;
    throw explain(payload);
  }
}

/** A grant that is missing, as the line that would give it. */
export function notGranted(what: string, line: string, table: string): HostError {
  return new HostError('not-granted', `${what}. Add to [${table}] in spin.toml: ${line}`);
}

/** A list of spin.toml with everything that it should hold. */
export function listLine(key: string, granted: readonly string[], missing: string): string {
  const entries = [...new Set([...granted, missing])].map((entry) => `"${entry}"`);
  return `${key} = [${entries.join(', ')}]`;
}

/** `tag: val`, for messages; a value that is no text is left out. */
export function payloadText({ tag, val }: Payload): string {
  return typeof val === 'string' && val !== '' ? `${tag}: ${val}` : tag;
}

function payloadOf(thrown: unknown): Payload | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const payload: unknown = 'payload' in thrown ? thrown.payload : thrown;
  const isPayload = typeof payload === 'object' && payload !== null && 'tag' in payload;
  return isPayload && typeof payload.tag === 'string' ? (payload as Payload) : undefined;
}
