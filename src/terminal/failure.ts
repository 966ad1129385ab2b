/** Exit codes of every command (design §8). */
export const EXIT = { ok: 0, proofFailed: 1, badInput: 2, stays: 3, cancelled: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface FailureDetails {
  /** Where the cause is: `file:line:column`, `file#/json/pointer`, or a flag name. */
  readonly where?: string;
  /** What to do about it, as a sentence or a command to copy. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * An error that is meant for the user. The message says what failed and why.
 *
 * `code` is numeric because `yo` passes it to `process.exit`: a string code (as Node's own `ENOENT`)
 * crashes its error handler and hides the message (yo 7.0.1, lib/cli.js).
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ExitCode;
  readonly where: string | undefined;
  readonly hint: string | undefined;

  constructor(code: ExitCode, message: string, details: FailureDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.where = details.where;
    this.hint = details.hint;
  }
}

/** Bad input or usage: exit 2, nothing written. */
export function badInput(message: string, details?: FailureDetails): Failure {
  return new Failure(EXIT.badInput, message, details);
}

/** The proof failed: exit 1, the project is kept. */
export function proofFailed(message: string, details?: FailureDetails): Failure {
  return new Failure(EXIT.proofFailed, message, details);
}

/**
 * The user cancelled: exit 130.
 *
 * @param left - what there is of the work, as a sentence; nothing was written when absent
 */
export function cancelled(left = 'Nothing was written.'): Failure {
  return new Failure(EXIT.cancelled, `Cancelled. ${left}`);
}
