import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { makeScratch } from '../processes/scratch.ts';
import { proofFailed } from '../terminal/failure.ts';

const require = createRequire(import.meta.url);

/** `src/orders.ts(3,5): error TS2322: Type …`, tsc without `--pretty`. */
const PROBLEM = /^(?<file>[^\s(][^(]*)\((?<line>\d+),(?<column>\d+)\): error TS\d+: (?<text>.*)$/gm;

/**
 * Checks the types of the project's `src` by its own tsconfig.json, with the compiler of this package. Tests are left
 * out: what they import is not installed yet.
 *
 * @throws Failure (code 1) with the place of the first error and the next few below it.
 */
export async function typecheckProject(directory: string): Promise<void> {
  const own = join(directory, 'tsconfig.json');
  if (!existsSync(own)) return;
  const scratch = await makeScratch('typecheck-');
  try {
    const config = join(scratch.folder, 'tsconfig.json');
    await writeFile(config, JSON.stringify(sourcesOnly(directory, own)));
    const output = await tsc(directory, config);
    if (output !== undefined) throw typesWrong(output);
  } finally {
    await scratch.remove();
  }
}

function sourcesOnly(directory: string, own: string) {
  return {
    extends: own,
    compilerOptions: { noEmit: true, types: [], typeRoots: [], incremental: false },
    include: [join(directory, 'src', '**', '*')],
    exclude: [],
  };
}

/** What the compiler prints, `undefined` when it finds no error. */
function tsc(directory: string, config: string): Promise<string | undefined> {
  const program = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const args = [program, '--project', config, '--pretty', 'false'];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { cwd: directory, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        resolve(error === null ? undefined : `${stdout}${stderr}` || error.message);
      },
    );
  });
}

function typesWrong(output: string) {
  const problems = [...output.matchAll(PROBLEM)].map(({ groups }) => ({
    where: `${groups?.file}:${groups?.line}:${groups?.column}`,
    text: groups?.text ?? '',
  }));
  const [first, ...others] = problems;
  if (first === undefined) return proofFailed(`The type checker failed: ${output.trim()}`);
  const shown = others.slice(0, 9).map(({ where, text }) => `\n  ${where}: ${text}`);
  const rest = others.length > 9 ? `\n  … and ${others.length - 9} more` : '';
  return proofFailed(`The types don't fit: ${first.text}${shown.join('')}${rest}`, {
    where: first.where,
  });
}
