/**
 * Drafts with names → the TypedApi's types.
 */

import { code, describeFixed, describeValues, paragraphs } from '../drafting/describe.ts';
import type { Draft, Shape, UnionCaseDraft } from '../graph/draft.ts';
import { jsName } from '../naming/js-names.ts';
import type { TypeDefinition, TypeDefinitionBase, VariantCase, WitType } from '../typed-api.ts';

/** How types are called in WIT and TypeScript. */
export interface TypeNames {
  readonly labels: ReadonlyMap<Draft, string>;
  readonly inTypeScript: ReadonlyMap<string, string>;
  /** Formats that have an alias of their name; the others are plain strings. */
  readonly formats: ReadonlySet<string>;
}

const STRING: WitType = { kind: 'primitive', name: 'string' };
const STATUS: WitType = { kind: 'primitive', name: 'u16' };
const JSON_TYPE: WitType = { kind: 'named', label: 'json' };

/** The type of a position: what may be absent or null is an `option`, once. */
export function witType(shape: Shape, option: boolean, names: TypeNames): WitType {
  if (shape.kind === 'nullable') return witType(shape.of, true, names);
  const type = coreType(shape, names);
  return option ? { kind: 'option', of: type } : type;
}

function coreType(shape: Exclude<Shape, { kind: 'nullable' }>, names: TypeNames): WitType {
  switch (shape.kind) {
    case 'scalar':
      return scalarType(shape, names);
    case 'json':
      return JSON_TYPE;
    case 'list':
      return { kind: 'list', of: witType(shape.of, false, names) };
    case 'map': {
      const entry: WitType = { kind: 'tuple', of: [STRING, witType(shape.of, false, names)] };
      return { kind: 'list', of: entry };
    }
    case 'tuple':
      return { kind: 'tuple', of: shape.items.map((item) => witType(item, false, names)) };
    case 'reference':
      return shape.demoted ? JSON_TYPE : { kind: 'named', label: labelOf(shape.to, names) };
  }
}

function scalarType(
  { scalar, format }: Extract<Shape, { kind: 'scalar' }>,
  names: TypeNames,
): WitType {
  if (scalar === 'bytes') return { kind: 'list', of: { kind: 'primitive', name: 'u8' } };
  if (format !== undefined && names.formats.has(format)) return { kind: 'named', label: format };
  return { kind: 'primitive', name: scalar };
}

/** The name of a draft in WIT. */
export function labelOf(draft: Draft, names: TypeNames): string {
  const label = names.labels.get(draft);
  if (label === undefined) throw new Error(`a type at ${draft.pointer} has no name`);
  return label;
}

/** The name of a draft in TypeScript, which is its name in the codec table. */
export function jsTypeName(draft: Draft, names: TypeNames): string {
  return tsName(labelOf(draft, names), names);
}

export function tsName(label: string, names: TypeNames): string {
  return names.inTypeScript.get(label) ?? label;
}

export function typeDefinition(draft: Draft, names: TypeNames): TypeDefinition {
  const label = labelOf(draft, names);
  const base: TypeDefinitionBase = { label, js: tsName(label, names), docs: draft.docs };
  switch (draft.kind) {
    case 'alias':
      return { ...base, kind: 'alias', to: witType(draft.shape, false, names) };
    case 'enum':
      return {
        ...base,
        kind: 'enum',
        docs: paragraphs(draft.docs, describeValues(draft.cases)),
        cases: draft.cases.map((one) => ({ label: one.label, docs: undefined })),
      };
    case 'variant':
      return {
        ...base,
        kind: 'variant',
        cases: draft.cases.map(({ label: name, docs, shape, anyStatus }) => {
          const type = shape === undefined ? undefined : witType(shape, false, names);
          return {
            label: name,
            docs: paragraphs(docs, shape && demotedTo(shape, names)),
            type: anyStatus ? withStatus(type) : type,
          };
        }),
      };
    case 'union':
      return {
        ...base,
        kind: 'variant',
        cases: draft.cases.map((one) => unionCase(one, names)),
      };
    case 'record':
      return {
        ...base,
        docs: paragraphs(draft.docs, describeFixed(draft.fixed ?? [])),
        kind: 'record',
        fields: recordFields(draft, names),
      };
  }
}

function unionCase({ label, docs, payload }: UnionCaseDraft, names: TypeNames): VariantCase {
  if (payload.kind === 'constant') return { label, docs, type: undefined };
  return {
    label,
    docs: paragraphs(docs, demotedTo(payload, names)),
    type: witType(payload, false, names),
  };
}

function recordFields(
  { fields, extra }: Extract<Draft, { kind: 'record' }>,
  names: TypeNames,
): Extract<TypeDefinition, { kind: 'record' }>['fields'] {
  const named = fields.map(({ label, docs, shape, optional, nullable, triState }) => {
    const type = witType(shape, optional || nullable, names);
    return {
      label,
      js: jsName(label),
      docs: paragraphs(docs, demotedTo(shape, names)),
      type: triState === true ? ({ kind: 'option', of: type } as const) : type,
    };
  });
  if (extra === undefined) return named;
  const { label, shape } = extra;
  return [
    ...named,
    {
      label,
      js: jsName(label),
      docs: 'Properties that the document does not name.',
      type: witType({ kind: 'map', of: shape }, false, names),
    },
  ];
}

/** What the JSON of a demoted use holds, when that is a type which others see. */
function demotedTo(shape: Shape, names: TypeNames): string | undefined {
  if ('of' in shape) return demotedTo(shape.of, names);
  if (shape.kind === 'tuple') {
    const told = shape.items.map((item) => demotedTo(item, names));
    return told.find((text) => text !== undefined);
  }
  if (shape.kind !== 'reference' || !shape.demoted) return undefined;
  const label = names.labels.get(shape.to);
  return label === undefined ? 'As JSON.' : `As JSON: ${code(label)}.`;
}

function withStatus(type: WitType | undefined): WitType {
  return type === undefined ? STATUS : { kind: 'tuple', of: [STATUS, type] };
}
