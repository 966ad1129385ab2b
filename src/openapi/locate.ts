import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reported } from '../source/read-text.ts';
import { badInput } from '../terminal/failure.ts';
import { shellWord } from '../text/shell-word.ts';

/** Names by which a document is found in a folder, in any case. */
const USUAL_NAMES = ['openapi', 'swagger'].flatMap((stem) =>
  ['yaml', 'yml', 'json'].map((extension) => `${stem}.${extension}`),
);

/** Those names of files that an OpenAPI document usually has, sorted. */
export function documentsAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => USUAL_NAMES.includes(name.toLowerCase())).sort();
}

/** Whether this is a web address, which stands for no file. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//iu.test(path);
}

/**
 * The file of a document: `path` itself or, in a folder, the one file with a usual name (`openapi.yaml`,
 * `swagger.json` …).
 *
 * @throws Failure (code 2): a web address, no such file, a folder without exactly one document.
 */
export function locateDocument(path: string): string {
  if (isAddress(path)) {
    throw badInput('Nothing is fetched from the network: give a file.', {
      where: path,
      hint: `Save it first: curl -o openapi.json ${shellWord(path)}`,
    });
  }
  return reported(path, () => (statSync(path).isDirectory() ? documentIn(path) : path));
}

function documentIn(folder: string): string {
  const found = documentsAmong(readdirSync(folder));
  const [only] = found;
  if (only === undefined) {
    throw badInput(
      'There is nothing readable in this folder: no OpenAPI document with a usual name.',
      { where: folder, hint: `Name the file itself. Looked for: ${USUAL_NAMES.join(', ')}.` },
    );
  }
  if (found.length === 1) return join(folder, only);
  throw badInput('There are several documents in this folder.', {
    where: folder,
    hint: `Name the one to use: ${found.join(', ')}.`,
  });
}
