/**
 * The media types of a body or answer, by the type that they become: what is read into one type is one group.
 */
import type { Media, Schema } from '../../../openapi/model.ts';
import type { Lowering } from '../lower-schema.ts';
import { type FieldsSchema, fieldsOf, hasFiles } from './form.ts';
import { type Format, formatOf, isDataSyntax, isPatch, isStream } from './media-format.ts';
import { mediaLabel } from './media-label.ts';
import { schemaKey } from './same-schema.ts';

/** One media type. */
export interface Form {
  readonly media: Media;
  readonly format: Format;
  /** Without references. */
  readonly schema: Schema | undefined;
  /** Of a form whose schema gives it fields: that schema, or one made from it. */
  readonly fields: FieldsSchema | undefined;
}

/** Media types of one type. An answer is written as the first. */
export interface Group {
  readonly main: Form;
  readonly others: Form[];
}

export interface Grouping {
  readonly groups: readonly Group[];
  /** What another form stands for. */
  readonly leftOut: readonly Form[];
}

const JSON_PATCH = 'application/json-patch+json';

const RANK: Readonly<Record<Format, number>> = {
  json: 0,
  form: 1,
  multipart: 2,
  text: 3,
  content: 4,
  bytes: 4,
};

/**
 * Groups media types: JSON by its schema; forms with the JSON that they have the fields of; a text by what it is called;
 * all that is bytes together. Another syntax of what is also there as JSON or a form is left out.
 */
export function groupMedia(media: readonly Media[], lowering: Lowering): Grouping {
  const forms = media.map((one): Form => {
    const schema = one.schema && lowering.resolve(one.schema);
    const format = formatOf(one.type, schema);
    const isForm = format === 'form' || format === 'multipart';
    return { media: one, format, schema, fields: isForm ? fieldsOf(schema, lowering) : undefined };
  });
  const groups = new Map<string, Group>();
  const leftOut: Form[] = [];
  for (const form of forms.toSorted((a, b) => rank(a) - rank(b))) {
    const known = groups.get(groupKey(form, groups, lowering));
    const typed = [...groups.values()].filter(({ main }) => isTyped(main));
    if (known !== undefined) known.others.push(form);
    else if (typed.some((group) => isTwin(form, group.main))) leftOut.push(form);
    else groups.set(groupKey(form, groups, lowering), { main: form, others: [] });
  }
  return { groups: [...groups.values()], leftOut };
}

/** Plain JSON before JSON of a kind, both before a range, and what has a schema before what has none. */
function rank({ media: { type }, format, schema }: Form): number {
  const precision = type === 'application/json' ? 0 : type.includes('*') ? 0.2 : 0.1;
  return RANK[format] + precision + (schema === undefined ? 0.3 : 0);
}

function groupKey(form: Form, groups: ReadonlyMap<string, Group>, lowering: Lowering): string {
  const { media, format, schema, fields } = form;
  switch (format) {
    case 'json': {
      if (isChange(form) && !isNameOnly(form, groups)) return media.type;
      const [first] = groups;
      // Without a schema it is JSON like the other.
      return schema === undefined && first !== undefined ? first[0] : valueKey(media);
    }
    case 'form':
    case 'multipart': {
      if (fields === undefined || fields !== schema) return media.type;
      return format === 'multipart' && hasFiles(form, lowering)
        ? `files ${valueKey(media)}`
        : valueKey(media);
    }
    case 'text': {
      // Only plain text is the string itself.
      const isString = media.type === 'text/plain' && schema?.kind === 'string';
      return isString && groups.has(valueKey(media)) ? valueKey(media) : mediaLabel(media.type);
    }
    case 'bytes':
    case 'content':
      return 'bytes';
  }
}

function valueKey({ schema }: Media): string {
  return `value ${schema === undefined ? 'any' : schemaKey(schema)}`;
}

function isTyped({ format }: Form): boolean {
  return format === 'json' || format === 'form' || format === 'multipart';
}

/** Whether the body is a change of something. A JSON Patch is an array (RFC 6902 §3). */
function isChange({ media: { type }, schema }: Form): boolean {
  if (type !== JSON_PATCH) return isPatch(type);
  return schema === undefined || ['any', 'array', 'untyped', 'union'].includes(schema.kind);
}

/** Whether `json-patch+json` is another name for the JSON beside it, which ASP.NET gives all bodies. */
function isNameOnly({ media, schema }: Form, groups: ReadonlyMap<string, Group>): boolean {
  return media.type === JSON_PATCH && schema?.kind === 'array' && groups.has(valueKey(media));
}

/** Whether a form says in another syntax what this typed one says. */
function isTwin(form: Form, typed: Form): boolean {
  const { media, schema } = form;
  if (isStream(media.type) || isChange(form) || isChange(typed)) return false;
  if (form.format === 'json' || form.fields !== undefined) return false;
  const isSame =
    media.schema !== undefined &&
    typed.media.schema !== undefined &&
    schemaKey(media.schema) === schemaKey(typed.media.schema);
  if (isDataSyntax(media.type)) return isSame || schema?.kind !== 'string';
  // A text is a string whatever it says; bytes are none.
  return isSame && schema?.kind !== 'any' && (schema?.kind !== 'string' || form.format !== 'text');
}
