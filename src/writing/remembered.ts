import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Answers } from '../questions/answers.ts';
import { questions } from '../questions/index.ts';
import type { AnswerKey } from '../questions/question.ts';
import { checkAnswers, type Values } from '../questions/values.ts';
import { parseText } from '../source/parse.ts';
import { badInput } from '../terminal/failure.ts';
import { systemReason } from '../terminal/system-error.ts';

export const REMEMBERED_FILE = '.yo-rc.json';

/** The key Yeoman itself would use: the package's name. */
const OURS = 'generator-wasm-component';

/** What `.yo-rc.json` of a project remembers. */
export interface Remembered {
  /** Answers of the last run. */
  readonly answers: Values;
  /** Fingerprint of each file as it was written, by its POSIX path. */
  readonly files: ReadonlyMap<string, string>;
  /** The whole file, with what other generators keep there. */
  readonly whole: Readonly<Record<string, unknown>>;
}

const NOTHING: Remembered = { answers: new Map(), files: new Map(), whole: {} };

/**
 * Reads what a folder remembers; nothing when it has no `.yo-rc.json`, or none of ours.
 *
 * @throws Failure (code 2) when the file is broken or holds wrong answers
 */
export async function readRemembered(folder: string): Promise<Remembered> {
  const path = join(folder, REMEMBERED_FILE);
  const text = await readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw badInput(`The file can not be read: ${systemReason(error)}.`, {
      where: path,
      cause: error,
    });
  });
  if (text === undefined || text.trim() === '') return NOTHING;
  const whole = parseText(text, path);
  if (!isRecord(whole)) throw badInput('This is not a JSON object.', { where: path });
  const ours = Object.hasOwn(whole, OURS) ? whole[OURS] : undefined;
  if (!isRecord(ours)) return { ...NOTHING, whole };
  const at = `${path}#/${OURS}`;
  return {
    whole,
    answers: checkAnswers(ours.answers ?? {}, `${at}/answers`, folder),
    files: checkFiles(ours.files ?? {}, `${at}/files`),
  };
}

/** Whether the folder holds a project of ours. */
export function isProject(remembered: Remembered): boolean {
  return remembered.answers.size > 0;
}

/**
 * The text of `.yo-rc.json`: what others keep there stays, ours is replaced.
 *
 * @param given - the answers that somebody gave (now or before); the others came from defaults
 */
export function printRemembered(
  before: Remembered,
  answers: Answers,
  given: ReadonlySet<AnswerKey>,
  files: ReadonlyMap<string, string>,
  folder: string,
): string {
  const kept: Record<string, unknown> = {};
  for (const { key, remembered, kind } of questions) {
    const value = answers[key];
    if (value === undefined || (remembered === 'given' && !given.has(key))) continue;
    // Nothing is an answer when somebody gave it.
    if (Array.isArray(value) && value.length === 0 && !given.has(key)) continue;
    kept[key] = kind === 'path' ? posix(relative(folder, String(value))) : value;
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const ours = { answers: kept, files: Object.fromEntries(sorted) };
  return `${JSON.stringify({ ...before.whole, [OURS]: ours }, undefined, 2)}\n`;
}

function posix(path: string): string {
  return path.split(sep).join('/');
}

function checkFiles(value: unknown, at: string): ReadonlyMap<string, string> {
  if (!isRecord(value)) throw badInput('The list of files is not an object.', { where: at });
  const files = new Map<string, string>();
  for (const [path, fingerprint] of Object.entries(value)) {
    if (typeof fingerprint !== 'string') {
      throw badInput(`The fingerprint is not a string.`, { where: `${at}/${path}` });
    }
    files.set(path, fingerprint);
  }
  return files;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
