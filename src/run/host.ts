import process from 'node:process';
import { proofFailed } from '../terminal/failure.ts';
import { systemCode, systemReason } from '../terminal/system-error.ts';

/** The world outside a run: streams, environment, working directory. A test gives its own. */
export interface Host {
  readonly stdin: NodeJS.ReadStream;
  /** What was asked for: `--json`, `--help`, `--version`, the WIT, a verdict. */
  readonly stdout: Output;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Empty when somebody removed it while a shell was in it. */
  readonly cwd: string;
}

export interface Output {
  readonly isTTY?: boolean;
  write(text: string, done?: (error?: Error | null) => void): unknown;
}

/** The world outside this process. A reader that goes away (`| head`) is no error from here on. */
export function thisProcess(): Host {
  for (const stream of [process.stdout, process.stderr]) {
    // Without a listener a failed write ends the process with a stack; `print` hears of it by its callback.
    if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
  }
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    platform: process.platform,
    cwd: workingDirectory(),
  };
}

function ignore(): void {}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}

/**
 * Writes, and waits until it is written: whoever runs us may end the process right after.
 *
 * @throws Failure (code 1) when it can't be written, but for a reader that has gone: it wants no more
 */
export function print(output: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (!error || systemCode(error) === 'EPIPE') return resolve();
      const why = systemReason(error);
      reject(proofFailed(`The output could not be written: ${why}.`, { cause: error }));
    });
  });
}
