import process from 'node:process';

/** The world outside a run: streams, environment, working directory. A test gives its own. */
export interface Host {
  readonly stdin: NodeJS.ReadStream;
  /** Only `--json`, `--help` and `--version` write here. */
  readonly stdout: Output;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly cwd: string;
}

export interface Output {
  write(text: string, done?: (error?: Error | null) => void): unknown;
}

export function thisProcess(): Host {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    platform: process.platform,
    cwd: process.cwd(),
  };
}

/** Writes, and waits until it is written: whoever runs us may end the process right after. */
export function print(output: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
