import { CORE_SCHEMA, load, mergeTag, YAMLException } from 'js-yaml';
import { badInput, type Failure } from '../terminal/failure.ts';
import { printable } from '../text/quote.ts';
import { findJsonError } from './json-error.ts';
import { FILE_LIMITS } from './limits.ts';
import { boundNumbers } from './numbers.ts';
import { type JsonPath, repeatedKeys } from './repeated-keys.ts';

/** Core schema (YAML 1.2.2 §10.3): dates stay text, `yes` stays `yes`. `<<` is YAML 1.1, and people use it. */
const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

/**
 * Parses JSON or YAML; the text decides which, not the file's name. YAML may begin with `{` too: such a text is YAML
 * when the name says so and it isn't JSON. YAML refuses a key that is there twice; in JSON the last one counts, as with
 * every JSON parser. A byte order mark is skipped, and numbers are kept within a double's range.
 *
 * @param onRepeated - is told the path of each key that JSON has twice
 * @throws Failure (code 2) with line and column.
 */
export function parseText(
  text: string,
  name: string,
  onRepeated?: (path: JsonPath) => void,
): unknown {
  const content = text.replace(/^\uFEFF/u, '');
  const value = /^\s*[{[]/u.test(content)
    ? parseJson(content, name, onRepeated)
    : parseYaml(content, name);
  return boundNumbers(value, content);
}

function parseJson(
  text: string,
  name: string,
  onRepeated: ((path: JsonPath) => void) | undefined,
): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    if (/\.ya?ml$/iu.test(name)) return parseYaml(text, name);
    throw jsonFailure(text, name, cause);
  }
  if (onRepeated !== undefined) for (const path of repeatedKeys(text)) onRepeated(path);
  return value;
}

function jsonFailure(text: string, name: string, cause: unknown): Failure {
  const error = findJsonError(text);
  if (error === undefined) return badInput('This is not valid JSON.', { where: name, cause });
  const before = text.slice(0, error.offset);
  const line = before.split(/\r\n|[\r\n]/u);
  return badInput(`This is not valid JSON: ${error.reason}.`, {
    where: place(name, line.length, (line.at(-1)?.length ?? 0) + 1),
    cause,
  });
}

function parseYaml(text: string, name: string): unknown {
  try {
    return load(text, {
      schema: SCHEMA,
      maxDepth: FILE_LIMITS.depth,
      maxAliases: FILE_LIMITS.aliases,
    });
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const { mark } = cause;
    throw badInput(`This is not valid YAML: ${printable(cause.reason)}.`, {
      where: mark === undefined ? name : place(name, mark.line + 1, mark.column + 1),
      cause,
    });
  }
}

function place(name: string, line: number, column: number): string {
  return `${name}:${line}:${column}`;
}
