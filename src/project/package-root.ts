import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = 'generator-wasm-component';
let known: string | undefined;

/**
 * The folder of this package, with `templates/` and `dist/`: found by walking up to the package.json with our name,
 * because `dist/src/project` lies one level deeper than `src/project`.
 */
export function packageRoot(): string {
  known ??= findRoot(dirname(fileURLToPath(import.meta.url)));
  return known;
}

function findRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === NAME) {
    return folder;
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json of ${NAME} above ${import.meta.url}`);
  return findRoot(parent);
}
