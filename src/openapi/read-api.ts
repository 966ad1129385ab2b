import { parseText } from '../source/parse.ts';
import { readText } from '../source/read-text.ts';
import type { JsonPath } from '../source/repeated-keys.ts';
import { checkTree } from '../source/tree.ts';
import { badInput } from '../terminal/failure.ts';
import { quote } from '../text/quote.ts';
import { checkText, detect } from './detect.ts';
import { type Opened, REPEATED } from './files/files.ts';
import { locateDocument } from './locate.ts';
import type { ApiModel } from './model.ts';
import { readOperations } from './operations.ts';
import { child, ROOT } from './pointer.ts';
import { isRaw, itemsOf, textOf } from './raw.ts';
import { Reading } from './reading.ts';
import { readNamedSchemas } from './schema/named-schemas.ts';
import { schemaReader } from './schema/schema.ts';

/**
 * Reads an OpenAPI document from a file, or from a folder that holds one with a usual name, and the files that its
 * references name, as long as they are in or below its folder. Never from the network.
 *
 * @throws Failure (code 2) when it can't be read, isn't OpenAPI, has no operations, or has a broken reference.
 */
export async function readApi(path: string): Promise<ApiModel> {
  const name = locateDocument(path);
  return readApiText(readText(name), name, name);
}

/**
 * Reads the text of an OpenAPI document, JSON or YAML.
 *
 * @param name - what messages call it
 * @param path - the file it is from; without one, references to other files are refused
 * @throws Failure (code 2) as `readApi` does.
 */
export function readApiText(text: string, name: string, path?: string): ApiModel {
  checkText(text, name);
  const repeated: JsonPath[] = [];
  const value = parseText(text, name, (at) => repeated.push(at));
  return readOpened({ value, name, path }, repeated);
}

/**
 * Reads an OpenAPI document that is parsed already. The model shares its values (examples, defaults) with it.
 *
 * @param name - what messages call it
 * @throws Failure (code 2) as `readApi` does.
 */
export function readApiDocument(value: unknown, name: string): ApiModel {
  return readOpened({ value, name }, []);
}

function readOpened(opened: Opened, repeated: readonly JsonPath[]): ApiModel {
  const { name } = opened;
  checkTree(opened.value, name);
  const { document, dialect, newer } = detect(opened.value, name);
  const reading = new Reading({ ...opened, value: document }, dialect, schemaReader);
  for (const path of repeated) reading.note(child(ROOT, ...path), REPEATED);
  if (newer !== undefined) {
    reading.note(
      child(ROOT, 'openapi'),
      `OpenAPI ${quote(newer)} is read as 3.1; what is new in it is left out.`,
    );
  }
  dialect.noteUnread(reading, document);
  // Documents of several files have whole fields elsewhere, which the specification has no reference for.
  const field = (key: string) => reading.references.follow(document[key], child(ROOT, key));
  const paths = field('paths');
  const operations = readOperations(reading, paths);
  if (operations.length === 0) throw withoutOperations(paths.value, name);
  const info = field('info').value;
  const { title, version, description } = isRaw(info) ? info : {};
  const schemas = readNamedSchemas(reading);
  return {
    title: textOf(title) ?? '',
    version: versionOf(version),
    description: textOf(description),
    basePath: dialect.basePath(document),
    tags: tagDescriptions(field('tags').value),
    operations,
    schemas,
    notes: reading.notes(),
  };
}

function tagDescriptions(tags: unknown): ReadonlyMap<string, string> {
  return new Map(
    itemsOf(tags).flatMap((tag) => {
      const { name, description } = isRaw(tag) ? tag : {};
      const [key, text] = [textOf(name), textOf(description)];
      return key === undefined || text === undefined ? [] : [[key, text]];
    }),
  );
}

/** `version: 1.0` without quotes is a number in YAML. */
function versionOf(version: unknown): string {
  return typeof version === 'number' ? String(version) : (textOf(version) ?? '');
}

function withoutOperations(paths: unknown, name: string): Error {
  return badInput(`The document describes no operation: ${missing(paths)}.`, {
    where: `${name}#/paths`,
    hint: 'Give the document that lists the requests, such as GET /orders; webhooks and components alone are no service.',
  });
}

function missing(paths: unknown): string {
  if (!isRaw(paths)) return 'it has no "paths"';
  return Object.keys(paths).length > 0 ? 'no path of it has an operation' : 'its "paths" are empty';
}
