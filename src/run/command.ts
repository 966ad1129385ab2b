import { createProgress } from '../terminal/create-progress.ts';
import type { Failure } from '../terminal/failure.ts';
import type { Progress } from '../terminal/progress.ts';
import { isCi } from '../terminal/prompt.ts';
import { asFailure, describeFailure, failureJson, ReportedFailure } from '../terminal/report.ts';
import { createStyle, type Style, wantsColor, wantsUnicode } from '../terminal/style.ts';
import { type Host, print } from './host.ts';

/** A command beside the run of the generator: it has a name of its own, and writes no project. */
export interface Command {
  /** The first word of its command line, and its sub-generator's name. */
  readonly name: string;
  help(): string;
  /**
   * @param words - the command line after the name
   * @returns a failure that is a result: it was told already, and only decides how the program ends
   * @throws Failure
   */
  run(words: readonly string[], context: CommandContext): Promise<Failure | undefined>;
}

/** What a command may use. */
export interface CommandContext {
  readonly host: Host;
  readonly progress: Progress;
  /** Of stderr. */
  readonly style: Style;
}

/**
 * Runs a command to its end.
 *
 * @throws ReportedFailure, after a failure was told as JSON when `--json` asks for that
 */
export async function runCommand(
  command: Command,
  words: readonly string[],
  host: Host,
): Promise<void> {
  const style = createStyle({
    color: wantsColor(host.stderr, host.env),
    unicode: wantsUnicode(host.env, host.platform),
  });
  const interactive = host.stderr.isTTY === true && !isCi(host.env);
  const progress = createProgress({ stream: host.stderr, interactive, style });
  const reported = (failure: Failure): ReportedFailure => {
    const verbose = words.includes('--verbose');
    return new ReportedFailure(
      describeFailure(failure, { style, cwd: host.cwd, verbose }),
      failure,
    );
  };
  let result: Failure | undefined;
  try {
    result = await command.run(words, { host, progress, style });
  } catch (error) {
    const failure = asFailure(error);
    if (words.includes('--json')) {
      const { timings, warnings } = progress;
      const told = { ok: false, timings, warnings, error: failureJson(failure) };
      // Where even this can't be written, the report is what is left.
      await printJson(told, host).catch(() => {});
    }
    throw reported(failure);
  }
  if (result !== undefined) throw reported(result);
}

/** One JSON object on stdout. */
export function printJson(result: object, host: Host): Promise<void> {
  return print(host.stdout, `${JSON.stringify(result, undefined, 2)}\n`);
}
