/**
 * What a media type says about its bytes.
 */
import type { Schema } from '../../../openapi/model.ts';
import { isJson } from '../../../runtime/index.ts';
import type { PayloadDraft } from '../../graph/content-draft.ts';

export type Format = PayloadDraft['format'];

/** Text that isn't `text/*`. */
const TEXT =
  /^text\/|^plain\/text$|[/+]xml$|[/+]ya?ml$|\/x-yaml$|\/(?:x-)?ndjson$|\/jsonl(?:ines)?$|\/x-json-stream$|\/(?:x-)?(?:java|ecma|type)script$|\/(?:graphql|sql|toml|jwt|jose|rtf|x-sh|x-pem-file)$/u;
const ANYTHING = /^(?:\*|application)\/\*$/u;

/** Syntaxes in which servers offer what they also say as JSON. */
const DATA_SYNTAX = /\/(?:xml|ya?ml|x-yaml)$/u;
const STREAM =
  /^text\/event-stream$|\/(?:x-)?ndjson$|\/jsonl(?:ines)?$|\/(?:x-)?json-(?:stream|seq)$/u;

/** The body describes a change: JSON Patch (RFC 6902), JSON Merge Patch (RFC 7396) and others in their manner. */
const PATCH = /[/.-]patch(?:-[a-z]+)?\+[a-z]+$/u;

export const URL_ENCODED = 'application/x-www-form-urlencoded';
export const MULTIPART = 'multipart/form-data';

/**
 * How the bytes of a media type become a value. A schema of `binary` data counts for more than a media type that is
 * read as text or JSON otherwise.
 *
 * @param schema - without references
 */
export function formatOf(type: string, schema: Schema | undefined): Format {
  const isBinary = schema?.kind === 'string' && schema.format === 'binary';
  const isRange = type.includes('*') && !type.endsWith('+json');
  if (type === URL_ENCODED) return 'form';
  if (type === MULTIPART) return 'multipart';
  if (type.startsWith('multipart/')) return 'content';
  if (isBinary) return isRange ? 'content' : 'bytes';
  // GitHub's `application/json+sarif` has the suffix in front.
  if (isJson(type) || type.startsWith('application/json+')) return 'json';
  if (ANYTHING.test(type)) return schema === undefined ? 'content' : 'json';
  if (TEXT.test(type)) return 'text';
  return isRange ? 'content' : 'bytes';
}

/** Whether the media type is only another name, or a range, of plain JSON. */
export function isImplied(type: string): boolean {
  return type === 'text/json' || type.endsWith('/*+json') || ANYTHING.test(type);
}

/** Whether the media type is a general syntax of data, such as XML. */
export function isDataSyntax(type: string): boolean {
  return DATA_SYNTAX.test(type);
}

/** Whether the content is a row of values. */
export function isStream(type: string): boolean {
  return STREAM.test(type);
}

/** Whether the body describes a change of something rather than the thing. */
export function isPatch(type: string): boolean {
  return PATCH.test(type);
}

/** A media type that can be sent: without a wildcard where there is one that is meant. */
export function concrete(type: string, format: Format): string {
  if (!type.includes('*')) return type;
  if (format === 'json') return 'application/json';
  return format === 'text' ? 'text/plain' : type;
}
