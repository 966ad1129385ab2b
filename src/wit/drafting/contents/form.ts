/**
 * Forms: `application/x-www-form-urlencoded` and `multipart/form-data` as records (OAS 3.1.1, Encoding Object).
 */
import type { Encoding, Media, Property, Schema } from '../../../openapi/model.ts';
import { isJson, mediaType } from '../../../runtime/index.ts';
import type { PartCode } from '../../../runtime/table.ts';
import type { Parts, PayloadDraft } from '../../graph/content-draft.ts';
import {
  type DraftKind,
  type FieldDraft,
  type Reference,
  reference,
  type ScalarShape,
  type Shape,
} from '../../graph/draft.ts';
import { describeParameter, describeType } from '../describe.ts';
import { fillRecord } from '../lower-record.ts';
import type { Lowering, Place } from '../lower-schema.ts';
import type { Form } from './groups.ts';
import { mergedFields } from './merged-fields.ts';

type ObjectSchema = Extract<Schema, { kind: 'object' }>;
export type FieldsSchema = ObjectSchema | Extract<Schema, { kind: 'map' }>;

const TEXT: ScalarShape = { kind: 'scalar', scalar: 'string' };

/** The schema of a form's fields: its own, or that of a choice between objects; `undefined` when it has none. */
export function fieldsOf(schema: Schema | undefined, lowering: Lowering): FieldsSchema | undefined {
  if (schema?.kind === 'union') return mergedFields(schema, lowering);
  return schema?.kind === 'object' || schema?.kind === 'map' ? schema : undefined;
}

/** Whether a part of the form is a file. */
export function hasFiles({ media, fields }: Form, lowering: Lowering): boolean {
  if (fields === undefined) return false;
  if (fields.kind === 'map') return isFile(fields.values, undefined, lowering);
  return fields.properties.some((property) => isFileProperty(property, media, lowering));
}

/** How the fields of a form are written, where that is not the rule. */
export function partsOf({ encoding }: Media): { readonly parts?: Parts } {
  const parts = [...(encoding ?? [])].flatMap(([name, one]): [string, PartCode][] => {
    const part = partCode(one);
    return Object.keys(part).length === 0 ? [] : [[name, part]];
  });
  return parts.length === 0 ? {} : { parts: new Map(parts) };
}

function partCode({ style, explode, contentType }: Encoding): PartCode {
  return {
    ...(style === undefined ? {} : { style }),
    ...(explode === undefined ? {} : { explode }),
    // How it is split up counts for more than its content type (OAS 3.1.1, Encoding Object).
    ...(style === undefined && contentType !== undefined && isJson(mediaType(contentType))
      ? { json: true }
      : {}),
  };
}

/**
 * The payload of a form. One whose schema has fields is a record or a map. A choice between objects has the fields of
 * all. Without a type it is a map of what a form is made of, texts or parts. Anything else no form can say: it stays as
 * it came.
 */
export function formPayload(form: Form, lowering: Lowering, place: Place): PayloadDraft {
  const { media, format, fields } = form;
  const shape =
    fields === undefined ? looseShape(form, lowering) : fieldsShape(form, fields, lowering, place);
  if (shape !== undefined) return { media: media.type, format, shape, ...partsOf(media) };
  return rawPayload(form, lowering);
}

function fieldsShape(form: Form, fields: FieldsSchema, lowering: Lowering, place: Place): Shape {
  const { media, format, schema } = form;
  const hasOwnTypes = format === 'multipart' && hasFiles(form, lowering);
  if (fields === schema && !hasOwnTypes) return lowering.shape(media.schema ?? fields, place);
  if (fields.kind === 'map') return { kind: 'map', of: fileShape(fields, lowering) };
  if (schema?.kind === 'union') {
    const reason = `${schema.keyword}: a form has the fields of all members, whichever it is`;
    lowering.demotions.push({ pointer: schema.pointer, reason });
  }
  return ownRecord(form, fields, lowering, place);
}

/** A record that only this form has, under the name of its schema, which has other fields elsewhere. */
function ownRecord(
  { media, format }: Form,
  schema: ObjectSchema,
  lowering: Lowering,
  place: Place,
): Reference {
  const { parent, role, shared } = place;
  const title = (media.schema && lowering.nameOf(media.schema)) ?? schema.title;
  const { pointer } = schema;
  const draft: DraftKind<'record'> = {
    pointer,
    origin: { from: 'inline', title, parent, role, shared, item: false },
    kind: 'record',
    docs: describeType(schema),
    fields: [],
  };
  fillRecord(draft, schema, place, lowering, (property) =>
    format === 'multipart' ? partShape(property, media, lowering) : undefined,
  );
  draft.fields = draft.fields.map((field) => sentField(field, schema));
  return reference(pointer, draft);
}

/** With the documentation of a field that is no JSON. */
function sentField(field: FieldDraft, { properties }: ObjectSchema): FieldDraft {
  const property = properties.find(({ name }) => name === field.wire);
  if (property === undefined) return field;
  const { name, schema } = property;
  const sent = { name, schema, description: schema.description, deprecated: false };
  return { ...field, docs: describeParameter(sent, field.label) };
}

/** The type of a part that is a file, or several. */
function partShape(property: Property, media: Media, lowering: Lowering): Shape | undefined {
  if (!isFileProperty(property, media, lowering)) return undefined;
  const target = lowering.resolve(property.schema);
  const file = fileShape(property.schema, lowering);
  if (target.kind !== 'array') return file;
  const { minItems: min, maxItems: max } = target;
  const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  return { kind: 'list', of: file, ...limits };
}

function fileShape({ pointer }: Schema, lowering: Lowering): Shape {
  return reference(pointer, lowering.mappingType('file-part'));
}

function isFileProperty({ name, schema }: Property, media: Media, lowering: Lowering): boolean {
  const encoding = media.encoding?.get(name);
  const target = lowering.resolve(schema);
  return isFile(target.kind === 'array' ? target.items : target, encoding, lowering);
}

/** What is binary, or has no type (OAS 3.1.1: `application/octet-stream`), or is sent as neither text nor JSON. */
function isFile(schema: Schema, encoding: Encoding | undefined, lowering: Lowering): boolean {
  const target = lowering.resolve(schema);
  const type = mediaType(encoding?.contentType?.split(',')[0] ?? '');
  if (target.kind === 'string') {
    const isOpaque = type !== '' && !type.startsWith('text/') && !isJson(type);
    return target.format === 'binary' || (isOpaque && target.format !== 'byte');
  }
  return target.kind === 'any' && (type === '' || !(type.startsWith('text/') || isJson(type)));
}

/** The fields of a form whose schema names none; `undefined` when it can't have any. */
function looseShape({ media, format, schema }: Form, lowering: Lowering): Shape | undefined {
  const isOpen = schema === undefined || schema.kind === 'any' || schema.kind === 'empty';
  if (!isOpen && schema.kind !== 'untyped' && schema.kind !== 'union') return undefined;
  if (!isOpen) lowering.demote(schema.pointer, `${media.type}: its fields are not typed`);
  if (format === 'multipart') {
    return {
      kind: 'map',
      of: fileShape(schema ?? { kind: 'any', pointer: media.pointer }, lowering),
    };
  }
  return { kind: 'map', of: { ...TEXT, leaf: isOpen ? 'ours' : 'untyped' } };
}

/** A form that is no fields: a text as it came, or bytes with the `boundary` that takes them apart. */
function rawPayload({ media, format, schema }: Form, lowering: Lowering): PayloadDraft {
  const isStated = schema?.kind === 'string';
  if (!isStated) lowering.demote(media.pointer, `${media.type} is handed over as it comes`);
  if (format === 'form') {
    const shape: Shape = isStated ? TEXT : { ...TEXT, leaf: 'untyped' };
    return { media: media.type, format: 'text', shape };
  }
  const { pointer } = media;
  const whole = reference(pointer, lowering.mappingType('content'));
  const shape: Shape = isStated ? whole : { ...whole, leaf: 'untyped' };
  return { media: media.type, format: 'content', shape, accepts: [media.type] };
}
