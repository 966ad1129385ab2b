import { EXIT, Failure } from './failure.ts';
import type { Style } from './style.ts';

/** Any error as a Failure: what is not one is a bug of ours, or the machine's. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Failure(EXIT.proofFailed, `Something went wrong that should not: ${message}`, {
    hint: 'This is a bug of the generator: please report it, with the output of --verbose.',
    cause: error,
  });
}

/** A failure as people read it: what, where, what to do; with `verbose`, the stack of what caused it. */
export function describeFailure(failure: Failure, style: Style, verbose: boolean): string {
  const { message, where, hint, cause } = failure;
  const lines = [`${style.red(style.symbols.failed)} ${message}`];
  if (where !== undefined) lines.push(`  ${style.dim('at')} ${where}`);
  if (hint !== undefined) lines.push(...hint.split('\n').map((line) => `  ${line}`));
  if (verbose && cause instanceof Error) lines.push('', style.dim(cause.stack ?? cause.message));
  return lines.join('\n');
}

/** A failure as `--json` shows it. */
export function failureJson(failure: Failure): {
  readonly code: number;
  readonly message: string;
  readonly where?: string;
  readonly hint?: string;
} {
  const { code, message, where, hint } = failure;
  return {
    code,
    message,
    ...(where === undefined ? {} : { where }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/**
 * A failure on its way to whoever runs the generator: its message is the whole report, because `yo` prints the message
 * and nothing else; its code is the exit code.
 */
export class ReportedFailure extends Error {
  override readonly name = 'ReportedFailure';
  readonly code: number;

  constructor(report: string, failure: Failure) {
    super(report, { cause: failure });
    this.code = failure.code;
  }
}
