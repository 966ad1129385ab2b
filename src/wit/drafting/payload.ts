/**
 * Which of a body's media types is served, and as what.
 */
import type { Media, Schema } from '../../openapi/model.ts';
import { isJson } from '../../runtime/index.ts';
import type { PayloadDraft } from '../graph/draft.ts';
import type { Lowering, Place } from './lower-schema.ts';

type Format = PayloadDraft['format'];

/** Text that isn't `text/*`. */
const TEXT =
  /^text\/|[/+]xml$|[/+]yaml$|\/x-yaml$|\/(?:x-)?ndjson$|\/jsonl(?:ines)?$|\/x-json-stream$/u;
const ANYTHING = /^(?:\*|application)\/\*$/u;

/** How much we like to serve a media type: plain JSON, other JSON, anything, text, bytes. */
function rank({ type, schema }: Media, lowering: Lowering): number {
  if (formatOf(type, schema, lowering) === 'json') {
    if (type === 'application/json') return 0;
    return ANYTHING.test(type) ? 2 : 1;
  }
  return formatOf(type, schema, lowering) === 'text' ? 3 : 4;
}

/**
 * The payload of a body or response; `undefined` when it has none. JSON wins over all else. What is left out, or handed
 * over as raw bytes though the document gives it a type, is reported.
 */
export function payloadOf(
  media: readonly Media[],
  lowering: Lowering,
  place: Place,
): PayloadDraft | undefined {
  const [chosen, ...others] = media.toSorted((a, b) => rank(a, lowering) - rank(b, lowering));
  if (chosen === undefined) return undefined;
  for (const other of others) {
    lowering.omissions.push({
      pointer: other.pointer,
      reason: `${other.type} is left out: the service speaks ${chosen.type}`,
    });
  }
  const { schema, pointer } = chosen;
  const format = formatOf(chosen.type, schema, lowering);
  if (format !== 'json') {
    const served = { media: concrete(chosen.type, format), format };
    if (schema === undefined || !isStructured(lowering.resolve(schema))) return served;
    lowering.demote(pointer, `${chosen.type} is handed over as ${format}`);
    return { ...served, leaf: 'untyped' };
  }
  if (schema !== undefined && lowering.resolve(schema).kind === 'empty') return undefined;
  const shape =
    schema === undefined
      ? ({ kind: 'json', free: true } as const)
      : lowering.nullable(schema, place);
  return { media: concrete(chosen.type, 'json'), format, shape };
}

function formatOf(type: string, schema: Schema | undefined, lowering: Lowering): Format {
  if (isJson(type) || ANYTHING.test(type)) {
    return schema !== undefined && isBinary(lowering.resolve(schema)) ? 'bytes' : 'json';
  }
  return TEXT.test(type) ? 'text' : 'bytes';
}

function isBinary(schema: Schema): boolean {
  return schema.kind === 'string' && schema.format === 'binary';
}

function isStructured({ kind }: Schema): boolean {
  return !['string', 'any', 'empty', 'enum', 'untyped'].includes(kind);
}

/** A media type without wildcards, which can be sent. */
function concrete(type: string, format: Format): string {
  if (!type.includes('*')) return type;
  if (format === 'json') return 'application/json';
  return format === 'text' ? 'text/plain' : 'application/octet-stream';
}
