/**
 * Forms, read: the fields of a url-encoded or multipart body → the JSON that the codec of its type expects.
 */
import type { Codecs, CoreCode, ObjectCode } from './codec.ts';
import { compileDeepObject, type NamedTexts } from './deep-object.ts';
import { JsonError, parseJson, put } from './json.ts';
import { Mismatch, under } from './mismatch.ts';
import {
  constantType,
  type ItemsCode,
  itemsReader,
  mayHoldComma,
  memberReader,
  onlyOne,
  textReader,
  textsReader,
} from './parameter-text.ts';
import { piecesOf } from './styles.ts';
import type { PartCode, TypeCode } from './table.ts';
import { caseReader } from './union-text.ts';

/** The texts of a form's fields, however they came. */
export type FormTexts = NamedTexts;

/** One field as JSON; undefined when the form does not have it. Throws Mismatch. */
export type FieldReader<Form> = (form: Form) => unknown;

/**
 * Compiles the reading of all fields of a form that is of `type`; fields that it does not know are left out.
 * `compileField` makes the reader of one. What is read throws Mismatch, with the field's pointer.
 */
export function compileFields<Form extends FormTexts>(
  type: TypeCode,
  codecs: Codecs,
  compileField: (name: string, type: TypeCode) => FieldReader<Form>,
): (form: Form) => object {
  const core = codecs.core(type);
  const readers = new Map(
    knownFields(core).map(([name, of]) => [name, compileField(name, of)] as const),
  );
  const others = otherFields(core);
  return (form) => {
    const json = {};
    for (const [name, read] of readers) putField(json, name, read, form);
    if (others !== undefined) {
      for (const name of form.names()) {
        // `filter[color]` belongs to `filter`.
        const [base = ''] = name.split('[', 1);
        if (!readers.has(base) && !readers.has(name)) {
          putField(json, name, compileField(name, others), form);
        }
      }
    }
    return json;
  };
}

function knownFields(core: CoreCode): readonly (readonly [name: string, type: TypeCode])[] {
  if (typeof core !== 'object' || !('record' in core)) return [];
  const fields = core.record.map(({ wire, type }) => [wire, type] as const);
  const fixed = core.fixed?.map(([wire, value]) => [wire, constantType(value)] as const) ?? [];
  return [...fields, ...fixed];
}

/** The type of fields that are not known by name. A form without a type is an object of texts. */
function otherFields(core: CoreCode): TypeCode | undefined {
  if (typeof core !== 'object') return 'json';
  if ('map' in core) return core.map;
  return 'record' in core ? core.extra?.type : 'json';
}

function putField<Form>(json: object, name: string, read: FieldReader<Form>, form: Form): void {
  try {
    const value = read(form);
    if (value !== undefined) put(json, name, value);
  } catch (error) {
    throw under(name, error);
  }
}

/** The reader of a field that is text: a scalar, a list, or an object in one of the styles or as JSON. */
export function compileTextField(
  name: string,
  type: TypeCode,
  part: PartCode,
  codecs: Codecs,
): FieldReader<FormTexts> {
  const core = codecs.core(type);
  if (part.style === 'deepObject') return compileDeepObject(name, type, codecs);
  if (typeof core === 'object' && 'variant' in core && !part.json) {
    return caseReader(core, codecs, (of) => compileTextField(name, of, part, codecs));
  }
  if (typeof core === 'object' && ('list' in core || 'tuple' in core)) {
    return compileList(name, core, part, codecs);
  }
  const isObject = typeof core === 'object' && ('record' in core || 'map' in core);
  if (isObject && part.style !== undefined && !part.json) {
    return compileObject(name, core, part, codecs);
  }
  const read = part.json ? jsonText : textReader(type, codecs);
  return (form) => {
    const value = onlyOne(form.values(name));
    return value === undefined ? undefined : read(form.decode(value));
  };
}

/** Repeated, delimited, or as one JSON text where its items are more than texts. */
function compileList(
  name: string,
  code: ItemsCode & TypeCode,
  part: PartCode,
  codecs: Codecs,
): FieldReader<FormTexts> {
  const { style = 'form', explode = style === 'form' } = part;
  const read = part.json
    ? (texts: readonly string[]) => texts.map(jsonText)
    : itemsReader(code, codecs);
  const readWhole = textReader(code, codecs);
  const items = 'tuple' in code ? code.tuple : [code.list];
  const looseComma = !items.some((item) => mayHoldComma(item, codecs));
  // Objects of which nothing is known are written as those of a known type: all in one text.
  const isLoose = items.some((item) => codecs.core(item) === 'json');
  const { list: split } = piecesOf(style, { name, explode, looseComma });
  return (form) => {
    const values = form.values(name);
    if (values.length === 0) return undefined;
    const pieces = explode || part.json ? values : values.flatMap(split);
    const texts = pieces.map(form.decode);
    if (isLoose && texts.length === 1) {
      const [whole] = texts.map(readWhole);
      if (Array.isArray(whole)) return whole;
    }
    const json = 'tuple' in code && texts.length === 1 ? texts.map(readWhole) : read(texts);
    return json.length === 1 && Array.isArray(json[0]) ? json[0] : json;
  };
}

/** `R,100,G,200`; exploded, its properties are fields of the form itself. */
function compileObject(
  name: string,
  core: ObjectCode,
  { style = 'form', explode = style === 'form' }: PartCode,
  codecs: Codecs,
): FieldReader<FormTexts> {
  const addMember = memberReader<readonly string[]>(core, (type) => textsReader(type, codecs));
  const { object: split } = piecesOf(style, { name, explode, looseComma: false });
  return (form) => {
    const json = {};
    if (explode) {
      for (const member of form.names()) {
        addMember(json, member, form.values(member).map(form.decode));
      }
      return Object.keys(json).length === 0 ? undefined : json;
    }
    const value = onlyOne(form.values(name));
    if (value === undefined) return undefined;
    for (const [member, text] of split(value)) {
      addMember(json, form.decode(member), [form.decode(text)]);
    }
    return json;
  };
}

function jsonText(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw error instanceof JsonError ? new Mismatch(`is not JSON: ${error.message}`) : error;
  }
}
