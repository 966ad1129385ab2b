import { PassThrough } from 'node:stream';
import type { Host } from '../../src/run/host.ts';

export interface TestHost extends Host {
  readonly out: () => string;
  readonly err: () => string;
}

/** A world without a terminal, whose output can be read. */
export function testHost(cwd?: string, env: Record<string, string> = {}): TestHost {
  const [stdin, stdout, stderr] = [new PassThrough(), sink(), sink()];
  return {
    // The run asks these only whether they are terminals.
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout.stream,
    stderr: stderr.stream as unknown as NodeJS.WriteStream,
    env: { LANG: 'C', ...env },
    platform: 'linux',
    // yeoman-test changes the working directory when a run begins.
    get cwd() {
      return cwd ?? process.cwd();
    },
    out: stdout.text,
    err: stderr.text,
  };
}

function sink(): { stream: PassThrough; text: () => string } {
  const stream = new PassThrough();
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return { stream, text: () => text };
}
