/**
 * The gate for the WIT that we emit: nothing is written that a host would refuse.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeScratch, type Scratch } from '../../processes/scratch.ts';
import { badInput, type Failure, proofFailed } from '../../terminal/failure.ts';
import { systemReason } from '../../terminal/system-error.ts';
import { embed } from './embed.ts';

/**
 * Types and functions that came after WASI 0.2, or are drafts (component-model 6d28164, `design/mvp/Explainer.md`,
 * "Gated features"). Newer parsers take them, and the hosts that we emit for don't.
 */
const LATER: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['map<K, V>', /(?<![\w%-])map\s*</u],
  ['async func', /(?<![\w%-])async\s+func\b/u],
  ['stream<T>', /(?<![\w%-])stream\s*</u],
  ['future<T>', /(?<![\w%-])future\s*</u],
  ['error-context', /(?<![\w%-])error-context(?![\w-])/u],
  ['a list of fixed size', /,\s*\d+\s*>/u],
];

/**
 * Checks WIT by making a component of it, in a child process.
 *
 * @param files - texts by path relative to the folder `wit`, `deps` included
 * @throws Failure: code 2 when there is no room for it; code 1 when it is refused. That is our bug, not the user's: the WIT stays in a temporary folder,
 *   which the message names.
 */
export async function checkWit(files: ReadonlyMap<string, string>, world: string): Promise<void> {
  const scratch = await stage(files);
  const job = { witPath: scratch.folder, world, source: oneText(files) };
  const problem = laterFeature(files) ?? (await embed([job]))[0];
  if (problem === undefined) return scratch.remove();
  scratch.keep();
  throw refused(problem, scratch.folder);
}

/**
 * Writes the files to a new temporary folder.
 *
 * @throws Failure (code 2): this is the first that a run writes anywhere, so here it shows when that folder is no use
 */
async function stage(files: ReadonlyMap<string, string>): Promise<Scratch> {
  let scratch: Scratch | undefined;
  try {
    scratch = await makeScratch('wit-check-');
    for (const [path, text] of files) {
      const target = join(scratch.folder, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    return scratch;
  } catch (cause) {
    await scratch?.remove();
    throw badInput(`The temporary folder can't be used: ${systemReason(cause)}.`, {
      where: tmpdir(),
      hint: 'Set TMPDIR (on Windows TEMP) to a folder that you can write.',
      cause,
    });
  }
}

/** Names the first feature from after WASI 0.2 that the texts use. */
function laterFeature(files: ReadonlyMap<string, string>): string | undefined {
  for (const [path, text] of files) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
    const found = LATER.find(([, pattern]) => pattern.test(code));
    if (found !== undefined) return `${path} uses ${found[0]}, which is not in WASI 0.2`;
  }
  return undefined;
}

/** All packages in one text: the world's own, and the others nested in it. */
function oneText(files: ReadonlyMap<string, string>): string {
  return [...files]
    .toSorted(([a], [b]) => Number(a.startsWith('deps/')) - Number(b.startsWith('deps/')))
    .map(([path, text]) => (path.startsWith('deps/') ? nested(text) : text))
    .join('\n');
}

function nested(text: string): string {
  return `${text.replace(/^(package [^;]+);/mu, '$1 {')}\n}`;
}

function refused(problem: string, folder: string): Failure {
  return proofFailed(
    `The WIT that was made is not valid, which is a bug in this generator: ${problem}`,
    {
      where: folder,
      hint: `Please report it with the files in ${folder}.`,
    },
  );
}
