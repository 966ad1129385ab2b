import type { TypeDefinition, VariantCase, WitType } from '../../wit/typed-api.ts';
import { jsDoc, jsProperty, jsString } from '../encode/javascript.ts';
import { bracketed, type Layout, print, softline, spaceOrLine } from '../format/layout.ts';

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
 * (jco docs, wit-type-representations): s64 is bigint, `list<u8>` a Uint8Array, `option` undefined when none.
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
      return nestedOption(type.of, names);
  }
}

/** The type of an optional field or parameter, behind its colon. */
export function annotation(type: WitType, names: TypeNames): Layout {
  const union = unionMembers(type, names);
  if (union === undefined) return [': ', typeLayout(type, names)];
  return [':', { group: { indent: [spaceOrLine, unionBody(union)] } }];
}

function unionMembers(type: WitType, names: TypeNames): readonly Layout[] | undefined {
  if (type.kind !== 'option' || type.of.kind === 'option') return undefined;
  return [typeLayout(type.of, names), 'undefined'];
}

function listLayout(item: WitType, names: TypeNames): Layout {
  if (item.kind === 'primitive' && item.name === 'u8') return 'Uint8Array';
  if (item.kind !== 'option') return [typeLayout(item, names), '[]'];
  const members = unionMembers(item, names) ?? [nestedOption(item, names)];
  return ['(', { group: [{ indent: [softline, unionBody(members)] }, softline] }, ')[]'];
}

/** `option<option<T>>`: only the outer one can be undefined. */
function nestedOption(inner: WitType, names: TypeNames): Layout {
  const some = ["{ tag: 'some'; val: ", typeLayout(inner, names), ' }'];
  return unionLayout([some, "{ tag: 'none' }"]);
}

function unionLayout(members: readonly Layout[]): Layout {
  return { group: { indent: [softline, unionBody(members)] } };
}

function unionBody(members: readonly Layout[]): Layout {
  return [
    { ifBroken: '| ' },
    ...members.flatMap((member, index) =>
      index === 0 ? [{ indent: member }] : [spaceOrLine, '| ', { indent: member }],
    ),
  ];
}

/** A named type's declaration, with its documentation. */
export function declaration(definition: TypeDefinition, names: TypeNames): string {
  const name = names.get(definition.label) ?? definition.js;
  const docs = jsDoc(definition.docs ?? '');
  return [...docs, definitionText(definition, name, names), ''].join('\n');
}

function definitionText(definition: TypeDefinition, name: string, names: TypeNames): string {
  switch (definition.kind) {
    case 'record': {
      const fields = definition.fields.flatMap((field) => {
        const optional = field.type.kind === 'option' ? '?' : '';
        const text = [jsProperty(field.js), optional, annotation(field.type, names), ';'];
        return [...jsDoc(field.docs ?? '', 2), `  ${print(text, 2)}`];
      });
      return [`export interface ${name} {`, ...fields, '}'].join('\n');
    }
    case 'alias':
      return print([`export type ${name} =`, { following: typeLayout(definition.to, names) }, ';']);
    case 'enum':
      return casesText(
        name,
        definition.cases.map((item) => ({ docs: item.docs, layout: jsString(item.label) })),
      );
    case 'variant':
      return casesText(
        name,
        definition.cases.map((item) => ({ docs: item.docs, layout: variantCase(item, names) })),
      );
  }
}

interface Case {
  readonly docs: string | undefined;
  readonly layout: Layout;
}

/** A union of cases; documented ones stand on lines of their own, each under its comment. */
function casesText(name: string, cases: readonly Case[]): string {
  const [only] = cases;
  if (cases.length === 1 && only !== undefined) {
    return print([`export type ${name} = `, only.layout, ';']);
  }
  if (cases.every(({ docs }) => docs === undefined)) {
    const members = unionBody(cases.map(({ layout }) => layout));
    return print([`export type ${name} =`, { group: { indent: [spaceOrLine, members] } }, ';']);
  }
  const lines = cases.flatMap(({ docs, layout }) => [
    ...jsDoc(docs ?? '', 2),
    `  | ${print(layout, 4)}`,
  ]);
  return [`export type ${name} =`, ...lines].join('\n').concat(';');
}

function variantCase(item: VariantCase, names: TypeNames): Layout {
  const tag = `tag: ${jsString(item.label)}`;
  if (item.type === undefined) return `{ ${tag} }`;
  const value = ['val', annotation(item.type, names)];
  return {
    group: [
      '{',
      { indent: [spaceOrLine, tag, ';', spaceOrLine, value] },
      { ifBroken: ';' },
      spaceOrLine,
      '}',
    ],
  };
}
