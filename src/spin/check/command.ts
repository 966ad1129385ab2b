import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Command, type CommandContext, printJson } from '../../run/command.ts';
import { type Host, print } from '../../run/host.ts';
import { readText } from '../../source/read-text.ts';
import { EXIT, Failure } from '../../terminal/failure.ts';
import { createStyle, wantsColor } from '../../terminal/style.ts';
import { RUNTIME_CONFIG } from '../runtime-config.ts';
import { beside } from './beside.ts';
import { checkSpinManifest, type Problem } from './check.ts';
import { type CheckLine, checkHelp, readCheckLine } from './flags.ts';
import { counts, terminalReport } from './report.ts';

/**
 * The command `check`: judges a Spin manifest, and what stands beside it. What Spin refuses ends with code 1, with
 * `--strict` a warning too.
 *
 * Stdout has the problems: for terminals, or one JSON object (schemas/check.schema.json).
 */
export const checkCommand: Command = {
  name: 'check',
  help: checkHelp,
  async run(words, context) {
    const line = readCheckLine(words, context.host.cwd);
    if (!line.help) return check(line, context);
    await print(context.host.stdout, checkHelp());
    return undefined;
  },
};

async function check(line: CheckLine, context: CommandContext): Promise<Failure | undefined> {
  const { host } = context;
  const path = manifestAt(line.manifest);
  const name = shownFrom(host.cwd, path);
  const config = configOf(line);
  const configName = config === undefined ? undefined : shownFrom(host.cwd, config);
  const files = readFiles([
    [path, name],
    ...(config === undefined ? [] : [[config, configName ?? config] as const]),
  ]);
  const problems = checkSpinManifest(files.get(name) ?? '', {
    name,
    ...(line.textOnly ? {} : { around: beside(dirname(path)) }),
    ...(configName === undefined
      ? {}
      : { runtimeConfig: files.get(configName) ?? '', runtimeConfigName: configName }),
  });
  const failing = problems.filter(({ severity }) => line.strict || severity === 'error');
  const summary = `${name}: ${counts(problems)}`;
  if (line.json) {
    const { timings, warnings } = context.progress;
    const told = { ok: failing.length === 0, manifest: path, problems: problems.map(problemJson) };
    await printJson({ ...told, timings, warnings }, host);
  } else {
    const end = failing.length > 0 ? '' : `${summary}\n`;
    await print(host.stdout, report(problems, files, end, host));
  }
  if (failing.length === 0) return undefined;
  const [first] = failing;
  return new Failure(EXIT.proofFailed, `${summary}.`, {
    ...(first?.severity === 'warning'
      ? { hint: 'Without --strict, warnings are no failure.' }
      : {}),
  });
}

/** A folder stands for the manifest in it, as for `spin up -f`. */
function manifestAt(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(path, 'spin.toml') : path;
}

/** Relative where that is shorter, and with `/` on every system. */
function shownFrom(cwd: string, path: string): string {
  const seen = relative(cwd, path);
  return seen === '' || seen.startsWith('..') ? path : seen.replaceAll('\\', '/');
}

/** The runtime configuration that is named, or the one beside the manifest. */
function configOf({ manifest, runtimeConfig }: CheckLine): string | undefined {
  if (runtimeConfig !== undefined) return runtimeConfig;
  const here = join(dirname(manifestAt(manifest)), RUNTIME_CONFIG);
  return existsSync(here) ? here : undefined;
}

/** Texts by the names that messages have for them. */
function readFiles(
  files: readonly (readonly [path: string, name: string])[],
): ReadonlyMap<string, string> {
  return new Map(files.map(([path, name]) => [name, readText(path, name)]));
}

/** @param end - how many there are, unless the failure of the command says so */
function report(
  problems: readonly Problem[],
  files: ReadonlyMap<string, string>,
  end: string,
  host: Host,
): string {
  const style = createStyle({ color: wantsColor(host.stdout, host.env), unicode: false });
  const lines = new Map([...files].map(([file, text]) => [file, linesOf(text)]));
  const told = terminalReport(problems, lines, style);
  return told === '' || end === '' ? told + end : `${told}\n${end}`;
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/u, '').split(/\r?\n/u);
}

/** A problem as `--json` shows it. */
function problemJson({ rule, severity, stage, message, file, span, key, hint }: Problem): object {
  const { line, column } = span.start;
  const where = { file, line, column };
  return { rule, severity, stage, message, where, key, ...(hint === undefined ? {} : { hint }) };
}
