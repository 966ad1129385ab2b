import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { reported } from '../source/read-text.ts';
import type { Evidence, EvidenceOptions, Finding, SkippedFile } from './finding.ts';
import { Malformed, type Reader, type SourceFile } from './reader.ts';
import { createReaders } from './readers.ts';
import { lineFinder } from './text/lines.ts';
import { walk } from './walk.ts';

/** Sources that people write are smaller; what is larger was made by a tool, or to take long. */
const DEFAULTS = { maxFileBytes: 400_000, maxFiles: 100_000 };

/**
 * Reads what the files of `folder` say about the service in it. Runs nothing, follows no link, and never takes a secret's
 * value into its result.
 *
 * @throws Failure (code 2): the folder is missing or can't be listed.
 */
export async function readEvidence(
  folder: string,
  options: EvidenceOptions = {},
): Promise<Evidence> {
  const { maxFileBytes, maxFiles, signal } = { ...DEFAULTS, ...options };
  const root = resolve(folder);
  const listing = reported(folder, () => walk(root, maxFiles));
  const readers = createReaders();
  const found: Finding[] = [];
  const skipped: SkippedFile[] = [...listing.skipped];
  let filesRead = 0;
  for (const path of listing.files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const interested = readers.filter((reader) => reader.accepts(path, name));
    if (interested.length === 0) continue;
    const most = Math.max(maxFileBytes, ...interested.map((reader) => reader.maxFileBytes ?? 0));
    const text = load(join(root, path), options.maxFileBytes ?? most);
    if (typeof text !== 'string') {
      skipped.push({ file: path, ...text });
      continue;
    }
    const file: SourceFile = { path, name, text, lineAt: lineFinder(text) };
    const why = readWith(interested, file, found);
    if (why !== undefined) skipped.push({ file: path, why });
    filesRead += 1;
    if (filesRead % 200 === 0) {
      await breathe();
      signal?.throwIfAborted();
    }
  }
  for (const reader of readers) found.push(...(reader.finish?.() ?? []));
  const documents = readers.flatMap((reader) => reader.documents ?? []);
  return { folder: root, findings: inOrder(found), documents, filesRead, skipped };
}

function readWith(
  readers: readonly Reader[],
  file: SourceFile,
  found: Finding[],
): SkippedFile['why'] | undefined {
  let why: SkippedFile['why'] | undefined;
  for (const reader of readers) {
    try {
      for (const finding of reader.read(file)) found.push(finding);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      why = error.why;
    }
  }
  return why;
}

/** The text of a file, or why it isn't read. Opened without following a link that took the file's place meanwhile. */
function load(path: string, maxFileBytes: number): string | Pick<SkippedFile, 'why'> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(
      path,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { why: 'unreadable' };
    if (stats.size > maxFileBytes) return { why: 'too-large' };
    return decoded(readFileSync(descriptor));
  } catch {
    return { why: 'unreadable' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** UTF-8; else Latin-1, as older Java sources are. */
function decoded(bytes: Uint8Array): string | Pick<SkippedFile, 'why'> {
  if (bytes.includes(0)) return { why: 'binary' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const unique = new Map<string, Finding>();
  for (const finding of findings) {
    const { file, line, kind, what, value } = finding;
    const key = JSON.stringify([file, line, kind, what, value]);
    if (!unique.has(key)) unique.set(key, finding);
  }
  return [...unique.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      compare(a.kind, b.kind) ||
      compare(a.what, b.what) ||
      compare(a.value, b.value),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
