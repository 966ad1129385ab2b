import { sep } from 'node:path';
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

export interface ReportOptions {
  readonly style: Style;
  /** Paths below it are shown as seen from it. */
  readonly cwd: string;
  /** Shows the stack of the cause. */
  readonly verbose: boolean;
}

/** A failure as people read it: what, where, what to do. */
export function describeFailure(failure: Failure, options: ReportOptions): string {
  const { style, cwd, verbose } = options;
  const { message, where, hint, cause } = failure;
  const lines = [`${style.red(style.symbols.failed)} ${message}`];
  if (where !== undefined) {
    const shown = where.startsWith(cwd + sep) ? where.slice(cwd.length + 1) : where;
    lines.push(`  ${style.dim('at')} ${shown}`);
  }
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
