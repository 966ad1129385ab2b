import { readCommandLine } from '../command-line/command-line.ts';
import { Failure } from '../terminal/failure.ts';
import { asFailure, describeFailure, ReportedFailure } from '../terminal/report.ts';
import { createStyle } from '../terminal/style.ts';
import { runCommand } from './command.ts';
import { COMMANDS } from './commands.ts';
import { type Host, print, thisProcess } from './host.ts';
import { OwnMemory } from './own-memory.ts';
import { Run } from './run.ts';
import { services } from './services.ts';

/**
 * Our own door: the commands, and without one the same phases as through `yo`. No Yeoman is there: nothing looks for
 * other generators or writes to the home folder, and it works as root and without a terminal.
 *
 * @param words - the command line after the program's name
 * @returns the exit code
 */
export async function main(words: readonly string[]): Promise<number> {
  const host = thisProcess();
  try {
    const [first = '', ...rest] = words;
    const load = COMMANDS.get(first);
    if (load !== undefined) {
      await runCommand(await load(), rest, host);
      return 0;
    }
    await runAlone(words, host);
    return 0;
  } catch (error) {
    return report(error, host);
  }
}

async function runAlone(words: readonly string[], host: Host): Promise<void> {
  const run = new Run(host, services);
  const memory = new OwnMemory();
  await run.start(() => readCommandLine(words, host.cwd), words.includes('--json'));
  await run.ask(undefined);
  await run.understand();
  await run.decide(memory);
  await run.commit(memory);
  await run.install();
  await run.finish();
}

async function report(error: unknown, host: Host): Promise<number> {
  if (error instanceof ReportedFailure) {
    await print(host.stderr, `${error.message}\n`);
    return error.code;
  }
  const failure = asFailure(error);
  const style = createStyle({ color: false, unicode: false });
  const report = describeFailure(failure, {
    style,
    cwd: host.cwd,
    verbose: !(error instanceof Failure),
  });
  await print(host.stderr, `${report}\n`);
  return failure.code;
}
