import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe } from 'vitest';
import { readApiText } from '../../src/openapi/read-api.ts';
import { typeApi } from '../../src/wit/lower.ts';
import type { TypedApi } from '../../src/wit/typed-api.ts';
import { temporaryFolder } from './files.ts';

/** A published OpenAPI document, as the index of the collection describes it. */
export interface PublishedDocument {
  /** `service/NAME.json.gz`. */
  readonly file: string;
  readonly openapi: string;
  readonly operations: number;
  /** Components. */
  readonly schemas: number;
  readonly tags: readonly string[];
}

export type Collection = 'service' | 'small' | 'large';

const FOLDER = fileURLToPath(new URL('../../../shared/openapi/', import.meta.url));
const INDEX = join(FOLDER, 'index.json');

/** Whether the published documents are beside this checkout. They are not part of it: each has its own licence. */
export const documentsAvailable = existsSync(INDEX);

/** All published documents, or those of one collection; none when they aren't there. */
export function publishedDocuments(collection?: Collection): readonly PublishedDocument[] {
  if (!documentsAvailable) return [];
  const documents: readonly PublishedDocument[] = JSON.parse(readFileSync(INDEX, 'utf8'));
  return documents.filter(
    ({ file }) => collection === undefined || file.startsWith(`${collection}/`),
  );
}

/** The text of a published document. */
export function readDocument(file: string): string {
  return gunzipSync(readFileSync(join(FOLDER, file))).toString('utf8');
}

/** A published document, read and typed. */
export function typedDocument(file: string): TypedApi {
  const api = readApiText(readDocument(file), file);
  return typeApi(api, { namespace: 'acme', name: 'service', version: api.version });
}

/** Writes a published document, unpacked, to a new temporary folder; resolves to the file's path. */
export async function unpackDocument(file: string): Promise<string> {
  const path = join(await temporaryFolder(), basename(file, '.gz'));
  await writeFile(path, readDocument(file));
  return path;
}

/** `describe` for tests that read published documents: without them it skips, and prints why. */
export function describeDocuments(name: string, body: () => void): void {
  if (!documentsAvailable) {
    process.stderr.write(`Skipped: ${name}: there are no published documents in ${FOLDER}\n`);
  }
  describe.skipIf(!documentsAvailable)(name, body);
}
