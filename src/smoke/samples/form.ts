import type { Media } from '../../openapi/model.ts';
import {
  compileMultipart,
  compileUrlencoded,
  encodeUtf8,
  type FilePart,
  Mismatch,
  writeMultipartForm,
  writeUrlencoded,
} from '../../runtime/index.ts';
import type { PayloadCode, TypeCode } from '../../runtime/table.ts';
import { mismatch, type SampleContext } from './context.ts';

/**
 * A value of a form, with files where its type has them; undefined when the form can't say the candidate, as its reader
 * sees it.
 */
export function formValue(
  context: SampleContext,
  form: PayloadCode,
  media: Media | undefined,
  candidate: unknown,
): object | undefined {
  if (typeof candidate !== 'object' || candidate === null) return undefined;
  const entries = Object.entries(candidate)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, withFiles(context, form, media, name, value)] as const);
  const sent = Object.fromEntries(entries);
  const read = sentBack(context, form, sent);
  return read instanceof Mismatch || mismatch(context, form.type ?? 'json', read)
    ? undefined
    : read;
}

/** What the reader of a form makes of a value that is sent. */
export function sentBack(
  { codecs }: SampleContext,
  form: PayloadCode,
  value: object,
): object | Mismatch {
  try {
    if (form.format === 'form') {
      return compileUrlencoded(form, codecs)(writeUrlencoded(value, form.parts));
    }
    const { type, data } = writeMultipartForm(value, form.parts);
    return compileMultipart(form, codecs)(data, type);
  } catch (error) {
    if (error instanceof Mismatch) return error;
    throw error;
  }
}

function withFiles(
  { codecs }: SampleContext,
  form: PayloadCode,
  media: Media | undefined,
  name: string,
  value: unknown,
): unknown {
  const core = codecs.core(fieldType(codecs.core(form.type ?? 'json'), name));
  const file = (text: unknown) => sampleFile(name, media, text);
  if (core === 'file') return file(value);
  const isList = typeof core === 'object' && 'list' in core && codecs.core(core.list) === 'file';
  return isList ? [value].flat().map(file) : value;
}

function fieldType(core: TypeCode, name: string): TypeCode {
  if (typeof core !== 'object') return 'json';
  if ('map' in core) return core.map;
  if (!('record' in core)) return 'json';
  return core.record.find(({ wire }) => wire === name)?.type ?? core.extra?.type ?? 'json';
}

function sampleFile(name: string, media: Media | undefined, value: unknown): FilePart {
  const [contentType = ''] = media?.encoding?.get(name)?.contentType?.split(/\s*,\s*/u) ?? [];
  return {
    name: 'sample',
    contentType: /^[^*\s]+$/u.test(contentType) ? contentType : 'application/octet-stream',
    data: encodeUtf8(typeof value === 'string' ? value : 'sample'),
  };
}
