import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { badInput, type Failure } from '../../terminal/failure.ts';
import { shellWord } from '../../text/shell-word.ts';
import { LIMITS } from '../limits.ts';

/** A document's text, and the name of the file it is from. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Names by which a document is found in a folder, in any case. */
const USUAL_NAMES = ['openapi', 'swagger'].flatMap((stem) =>
  ['yaml', 'yml', 'json'].map((extension) => `${stem}.${extension}`),
);

/**
 * Reads the text of a document. In a folder it takes the one file with a usual name (`openapi.yaml`, `swagger.json` …).
 *
 * @throws Failure (code 2): no such file, no permission, more than 50 MB, a folder without exactly one document, not
 *   UTF-8.
 */
export async function readSource(path: string): Promise<Source> {
  if (isAddress(path)) {
    throw badInput('Nothing is fetched from the network: give a file.', {
      where: path,
      hint: `Save it first: curl -o openapi.json ${shellWord(path)}`,
    });
  }
  const name = await locate(path);
  try {
    return { name, text: decode(await readFile(name), name) };
  } catch (error) {
    throw readable(error, name);
  }
}

/** Whether this is a web address, which stands for no file. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//iu.test(path);
}

async function locate(path: string): Promise<string> {
  const stats = await stat(path).catch((error) => {
    throw readable(error, path);
  });
  if (stats.isDirectory()) return locate(await documentIn(path));
  if (!stats.isFile()) {
    throw badInput('This is neither a file nor a folder.', {
      where: path,
      hint: 'Save the document to a file first.',
    });
  }
  if (stats.size > LIMITS.bytes) {
    const megabytes = Math.ceil(stats.size / 1024 / 1024);
    throw badInput(
      `The file is too large: ${megabytes} MB, and at most ${LIMITS.bytes / 1024 / 1024} MB are read.`,
      {
        where: path,
        hint: 'Split the document, or remove the parts that this service does not serve.',
      },
    );
  }
  return path;
}

/** Those names of files that an OpenAPI document usually has, sorted. */
export function documentsAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => USUAL_NAMES.includes(name.toLowerCase())).sort();
}

async function documentIn(folder: string): Promise<string> {
  const entries = await readdir(folder).catch((error) => {
    throw readable(error, folder);
  });
  const found = documentsAmong(entries);
  const [only] = found;
  if (only !== undefined && found.length === 1) return join(folder, only);
  if (only === undefined) {
    throw badInput(
      'There is nothing readable in this folder: no OpenAPI document with a usual name.',
      {
        where: folder,
        hint: `Name the file itself. Looked for: ${USUAL_NAMES.join(', ')}.`,
      },
    );
  }
  throw badInput('There are several documents in this folder.', {
    where: folder,
    hint: `Name the one to use: ${found.join(', ')}.`,
  });
}

const REASONS = new Map([
  ['ENOENT', 'No such file.'],
  ['ENOTDIR', 'No such file: a part of the path is not a folder.'],
  ['EACCES', 'The file can not be read: permission denied.'],
  ['EPERM', 'The file can not be read: permission denied.'],
]);

function readable(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return error;
  const reason = REASONS.get(code) ?? `The file can not be read (${code}).`;
  return badInput(reason, { where: path, cause: error });
}

/** UTF-8, with or without a byte order mark (RFC 8259 §8.1; YAML's UTF-16 and UTF-32 are not read). */
function decode(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw notText('The file is compressed with gzip.', name, 'Unpack it first.');
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw notText('The file is UTF-16; only UTF-8 is read.', name, 'Save it as UTF-8.');
  }
  if (bytes.includes(0)) {
    throw notText(
      'The file is binary or UTF-16: it contains NUL bytes.',
      name,
      'Give a UTF-8 JSON or YAML file.',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notText('The file is not UTF-8.', name, 'Save it as UTF-8.');
  }
}

function notText(message: string, where: string, hint: string): Failure {
  return badInput(message, { where, hint });
}
