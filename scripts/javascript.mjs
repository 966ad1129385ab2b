// The JavaScript variant of TypeScript that emitted projects carry: the same text without types, formatted again.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transform } from 'sucrase';

const require = createRequire(import.meta.url);

const HEADER = '// @ts-nocheck This file was written in TypeScript; its types were removed.\n\n';

/** A comment right above a type: it would be left over. */
const COMMENT_OF_TYPE =
  /(?:^\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n|^(?:\/\/.*\n)+)(?=(?:export )?(?:interface|type) )/gm;

/** Types erased, comments kept, `./x.ts` imports turned into `./x.js`; `name` only says that it is JavaScript. */
export function toJavaScript(source, name) {
  const { code } = transform(source.replace(COMMENT_OF_TYPE, ''), {
    transforms: ['typescript'],
    disableESTransforms: true,
  });
  const local = code
    .replace(/(\bfrom |\bimport |\bimport\()'(\.{1,2}\/[^']+)\.ts'/g, "$1'$2.js'")
    .replace(/\n\n+(?=import )/g, '\n'); // where a type-only import was
  return format(HEADER + local.trimStart(), name);
}

function format(code, name) {
  const biome = commandOf('@biomejs/biome', 'bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${name}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    input: code,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`biome could not format ${name}:\n${stderr}`);
  return stdout;
}

/** Path of a package's command, to be run with this Node and without a shell. */
export function commandOf(packageName, command) {
  return join(dirname(require.resolve(`${packageName}/package.json`)), command);
}
