import { readFileSync, statSync } from 'node:fs';
import { badInput, type Failure } from '../terminal/failure.ts';
import { systemCode, systemReason } from '../terminal/system-error.ts';
import { decode } from './decode.ts';
import { FILE_LIMITS } from './limits.ts';

/**
 * Reads the text of a file. Synchronous, because references to other files are followed in the middle of reading.
 *
 * @param name - what messages call the file
 * @throws Failure (code 2): no such file, no permission, not a file, more than 50 MB, not text.
 */
export function readText(path: string, name: string = path): string {
  return reported(name, () => {
    const stats = statSync(path);
    if (!stats.isFile()) {
      throw badInput(
        stats.isDirectory()
          ? 'This is a folder, not a file.'
          : 'This is neither a file nor a folder.',
        { where: name, hint: 'Save the document to a file first.' },
      );
    }
    if (stats.size > FILE_LIMITS.bytes) throw tooLarge(stats.size, name);
    return decode(readFileSync(path), name);
  });
}

/**
 * What `work` returns on the file or folder `name`.
 *
 * @throws Failure (code 2) for an error of the operating system.
 */
export function reported<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw systemCode(error) === undefined ? error : unreadable(error, name);
  }
}

const MISSING = new Map([
  ['ENOENT', 'No such file.'],
  ['ENOTDIR', 'No such file: a part of the path is not a folder.'],
]);

function unreadable(error: unknown, name: string): Failure {
  const reason = MISSING.get(systemCode(error) ?? '');
  return badInput(reason ?? `The file can not be read: ${systemReason(error)}.`, {
    where: name,
    cause: error,
  });
}

function tooLarge(bytes: number, where: string): Failure {
  const [megabytes, most] = [bytes, FILE_LIMITS.bytes].map((size) => Math.ceil(size / 1024 ** 2));
  return badInput(`The file is too large: ${megabytes} MB, and at most ${most} MB are read.`, {
    where,
    hint: 'Split the document, or remove the parts that this service does not serve.',
  });
}
