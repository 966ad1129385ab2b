import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Flags that `yo` 7.0.1 and yeoman-environment 6.3.0 take for themselves, wherever they stand. All are switches.
 */
const YO_FLAGS = new Set([
  '--ask-answered',
  '--debug',
  '--experimental',
  '--force-install',
  '--ignore-version-check',
  '--insight',
  '--no-insight',
  '--local-config-only',
  '--local-only',
  '--skip-cache',
  '--skip-local-cache',
]);

/**
 * The words for us on the command line of `yo`, or `undefined` when this process is not `yo`, or not for us.
 *
 * What `yo` hands to a generator has lost too much: its parser doesn't know our flags, so `--yes orders` becomes the
 * value of `yes`, `1.10` the number 1.1 and `--operation` twice a guess; the environment then overwrites `namespace`
 * with its own (yo 7.0.1 `lib/cli.js`, yeoman-environment 6.3.0 `instantiate`).
 *
 * @param argv - `process.argv`
 * @param names - what the generator may be called: `wasm-component`, a path
 */
export function yoCommandLine(
  argv: readonly string[],
  names: (word: string) => boolean,
): readonly string[] | undefined {
  const [, script, ...words] = argv;
  if (script === undefined || !isYo(script)) return undefined;
  const command = splitCommands(words).find((candidate) => candidate.some(names));
  // Another generator runs and composes with us, or the menu of `yo` does: what they pass is all there is.
  if (command === undefined) return undefined;
  const at = command.findIndex(names);
  return command.filter((word, index) => index !== at && !YO_FLAGS.has(word));
}

/** `yo` runs several generators in a row when a word ends with a comma (package cli-list). */
function splitCommands(words: readonly string[]): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const word of words) {
    const ends = word.endsWith(',');
    commands.at(-1)?.push(ends ? word.slice(0, -1) : word);
    if (ends) commands.push([]);
  }
  return commands;
}

function isYo(script: string): boolean {
  try {
    // node_modules/.bin/yo is a link to node_modules/yo/lib/cli.js.
    const folder = dirname(dirname(realpathSync(script)));
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === 'yo';
  } catch {
    return false;
  }
}
