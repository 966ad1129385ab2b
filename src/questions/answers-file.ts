import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseText } from '../source/parse.ts';
import { readText } from '../source/read-text.ts';
import { badInput } from '../terminal/failure.ts';
import { checkAnswers, type Values } from './values.ts';

/**
 * Reads an answers file, JSON or YAML. Relative paths in it are seen from its own folder.
 *
 * @param file - as given; it names the file in messages
 * @param note - told what of an answer is not kept
 * @throws Failure (code 2): not readable, not JSON or YAML (line and column), unknown key or wrong type (pointer)
 */
export async function readAnswersFile(
  file: string,
  cwd: string,
  note?: (text: string) => void,
): Promise<Values> {
  const path = resolve(cwd, file);
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) throw badInput('The answers file is a folder.', { where: file });
  const text = readText(path);
  return checkAnswers(parseText(text, file), `${file}#`, dirname(path), note);
}
