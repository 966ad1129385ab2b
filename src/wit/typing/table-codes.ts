/**
 * Drafts with names → codec codes.
 */
import type { FieldCode, TypeCode } from '../../runtime/table.ts';
import type { Draft, DraftKind, FieldDraft, ScalarShape, Shape } from '../graph/draft.ts';
import { jsName } from '../naming/js-names.ts';
import { jsTypeName, type TypeNames } from './finish.ts';
import type { MappingType } from './mapping-types.ts';

/** How the JSON of a position is read and written. */
export function typeCode(shape: Shape, names: TypeNames): TypeCode {
  switch (shape.kind) {
    case 'scalar':
      return scalarCode(shape);
    case 'json':
      return 'json';
    case 'list': {
      const { min, max } = shape;
      return {
        list: typeCode(shape.of, names),
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
      };
    }
    case 'map':
      return { map: typeCode(shape.of, names) };
    case 'nullable':
      return { nullable: typeCode(shape.of, names) };
    case 'tuple':
      return { tuple: shape.items.map((item) => typeCode(item, names)) };
    case 'reference':
      if (isFile(shape.to)) return 'file';
      return shape.demoted ? 'json' : { ref: jsTypeName(shape.to, names) };
  }
}

/** How the JSON of a type is read and written; `undefined` for a variant that HTTP tells apart by status. */
export function definitionCode(draft: Draft, names: TypeNames): TypeCode | undefined {
  switch (draft.kind) {
    case 'alias':
      return typeCode(draft.shape, names);
    case 'enum':
      return { enum: draft.cases.map(({ label, wire }) => [label, wire] as const) };
    case 'record':
      return recordCode(draft, names);
    case 'union': {
      const variant = draft.cases.map(({ label, payload }) => ({
        tag: label,
        type: payload.kind === 'constant' ? { constant: payload.value } : typeCode(payload, names),
      }));
      return { variant, by: draft.by };
    }
    case 'variant':
      return undefined;
  }
}

function recordCode({ fields, fixed, extra }: DraftKind<'record'>, names: TypeNames): TypeCode {
  return {
    record: fields.map((field) => fieldCode(field, names)),
    ...(fixed === undefined
      ? {}
      : { fixed: fixed.map(({ wire, value }) => [wire, value] as const) }),
    ...(extra === undefined
      ? {}
      : { extra: { js: jsName(extra.label), type: typeCode(extra.shape, names) } }),
  };
}

function fieldCode(field: FieldDraft, names: TypeNames): FieldCode {
  return {
    js: jsName(field.label),
    wire: field.wire,
    type: typeCode(field.shape, names),
    ...(field.optional ? { optional: true } : {}),
    ...(field.nullable ? { nullable: true } : {}),
    ...(field.triState === true ? { triState: true } : {}),
  };
}

function scalarCode({ scalar, limits }: ScalarShape): TypeCode {
  return limits === undefined ? scalar : { scalar, ...limits };
}

function isFile({ origin }: Draft): boolean {
  return origin.from === 'mapping' && origin.label === ('file-part' satisfies MappingType);
}
