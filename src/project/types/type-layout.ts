import type { TypeDefinition, VariantCase, WitType } from '../../wit/typed-api.ts';
import { jsDoc, jsProperty, jsString } from '../encode/javascript.ts';
import {
  bracketed,
  following,
  group,
  ifBroken,
  indent,
  type Layout,
  softline,
  spaceOrLine,
} from '../format/layout.ts';
import { print } from '../format/print.ts';

/** TypeScript names by WIT label; the type layer has kept them apart from ours and the global ones. */
export type TypeNames = ReadonlyMap<string, string>;

const PRIMITIVES = {
  bool: 'boolean',
  s8: 'number',
  s16: 'number',
  s32: 'number',
  s64: 'bigint',
  u8: 'number',
  u16: 'number',
  u32: 'number',
  u64: 'bigint',
  f64: 'number',
  string: 'string',
} as const;

/**
 * A WIT type as TypeScript, in the shapes that componentize-js and jco give values
 * (jco docs, wit-type-representations): s64 is bigint, `list<u8>` a Uint8Array, `option` undefined when none, and an
 * option in an option a `PatchField`.
 */
export function typeLayout(type: WitType, names: TypeNames): Layout {
  const union = unionMembers(type, names);
  if (union !== undefined) return unionLayout(union);
  switch (type.kind) {
    case 'primitive':
      return PRIMITIVES[type.name];
    case 'named':
      return names.get(type.label) ?? 'unknown';
    case 'tuple':
      return bracketed(
        '[',
        type.of.map((item) => typeLayout(item, names)),
        ']',
      );
    case 'list':
      return listLayout(type.of, names);
    case 'option':
      return patchField(type.of, names);
  }
}

/** The type of an optional field or parameter, behind its colon. */
export function annotation(type: WitType, names: TypeNames): Layout {
  const union = unionMembers(type, names);
  if (union === undefined) return [': ', typeLayout(type, names)];
  return [':', group(indent([spaceOrLine, unionBody(union)]))];
}

/** Whether a value of the type may be undefined. Of `option<option<T>>` the outer one is a variant: `some`, `none`. */
export function maybeUndefined(type: WitType): boolean {
  return type.kind === 'option' && type.of.kind !== 'option';
}

function unionMembers(type: WitType, names: TypeNames): readonly Layout[] | undefined {
  if (type.kind !== 'option' || !maybeUndefined(type)) return undefined;
  return [typeLayout(type.of, names), 'undefined'];
}

function listLayout(item: WitType, names: TypeNames): Layout {
  if (item.kind === 'primitive' && item.name === 'u8') return 'Uint8Array';
  if (item.kind !== 'option') return [typeLayout(item, names), '[]'];
  const members = unionMembers(item, names);
  if (members === undefined) return [typeLayout(item, names), '[]'];
  return ['(', group([indent([softline, unionBody(members)]), softline]), ')[]'];
}

/** `PatchField<T>`, for an option of the option `inner`. */
function patchField(inner: WitType, names: TypeNames): Layout {
  const value = inner.kind === 'option' ? inner.of : inner;
  const layout = typeLayout(value, names);
  // A plain name stays in its brackets, however long the line gets.
  if (typeof layout === 'string') return ['PatchField<', layout, '>'];
  return group(['PatchField<', indent([softline, layout]), softline, '>']);
}

function unionLayout(members: readonly Layout[]): Layout {
  return group(indent([softline, unionBody(members)]));
}

function unionBody(members: readonly Layout[]): Layout {
  return [
    ifBroken('| '),
    ...members.flatMap((member, index) =>
      index === 0 ? [indent(member)] : [spaceOrLine, '| ', indent(member)],
    ),
  ];
}

/** A named type's declaration, with its documentation. */
export function declaration(definition: TypeDefinition, names: TypeNames): string {
  const name = names.get(definition.label) ?? definition.js;
  const text = definitionText(definition, name, names);
  return [...jsDoc(definitionDocs(definition)), text, ''].join('\n');
}

/** A comment above the first case alone would be moved by Biome: it goes to the type's own. */
function definitionDocs(definition: TypeDefinition): string {
  const docs = definition.docs ?? '';
  if (!('cases' in definition) || documentsCases(definition.cases)) return docs;
  const [first] = definition.cases;
  if (first?.docs === undefined) return docs;
  return `${docs}\n\n\`${first.label}\`: ${first.docs}`.trimStart();
}

function documentsCases(cases: readonly { readonly docs: string | undefined }[]): boolean {
  return cases.slice(1).some(({ docs }) => docs !== undefined);
}

function definitionText(definition: TypeDefinition, name: string, names: TypeNames): string {
  switch (definition.kind) {
    case 'record': {
      const fields = definition.fields.flatMap((field) => {
        const optional = maybeUndefined(field.type) ? '?' : '';
        const text = [jsProperty(field.js), optional, annotation(field.type, names), ';'];
        return [...jsDoc(field.docs ?? '', 2), `  ${print(text, 2)}`];
      });
      return [`export interface ${name} {`, ...fields, '}'].join('\n');
    }
    case 'alias': {
      const target = following(typeLayout(definition.to, names));
      return print([`export type ${name} =`, target, ';']);
    }
    case 'enum':
      return casesText(name, definition.cases, ({ label }) => jsString(label));
    case 'variant':
      return casesText(name, definition.cases, (item) => variantCase(item, names));
  }
}

/** A union of cases; documented ones stand on lines of their own, each under its comment. */
function casesText<Case extends { readonly docs: string | undefined }>(
  name: string,
  cases: readonly Case[],
  layout: (item: Case) => Layout,
): string {
  if (cases.length === 1) {
    return print([`export type ${name} =`, following(cases.map(layout)), ';']);
  }
  if (!documentsCases(cases)) {
    const members = unionBody(cases.map(layout));
    return print([`export type ${name} =`, group(indent([spaceOrLine, members])), ';']);
  }
  const lines = cases.flatMap((item) => [
    ...jsDoc(item.docs ?? '', 2),
    `  | ${print(layout(item), 4)}`,
  ]);
  return `${[`export type ${name} =`, ...lines].join('\n')};`;
}

function variantCase(item: VariantCase, names: TypeNames): Layout {
  const tag = `tag: ${jsString(item.label)}`;
  if (item.type === undefined) return `{ ${tag} }`;
  const value = ['val', annotation(item.type, names)];
  const fields = indent([spaceOrLine, tag, ';', spaceOrLine, value]);
  return group(['{', fields, ifBroken(';'), spaceOrLine, '}']);
}
