import { nearest } from '../../../text/nearest.ts';
import { tomlKey } from '../../print.ts';
import type { Span, TomlNode, TomlTable } from '../toml/node.ts';
import { invalidType, missingField, noVariant, unknownField } from './words.ts';

/** What `serde` refuses, by kind; and `sequence-as-table`, which it takes by accident. */
export type MisfitKind =
  | 'unknown-field'
  | 'missing-field'
  | 'wrong-type'
  | 'invalid-value'
  | 'sequence-as-table';

/** A place where a document has another shape than Spin's types. */
export interface Misfit {
  readonly kind: MisfitKind;
  readonly span: Span;
  /** `component.orders.source` */
  readonly key: string;
  readonly message: string;
  readonly hint?: string;
}

/** Told every misfit, not only the first. */
export type Tell = (misfit: Misfit) => void;

/** A type of Spin's manifest, as `serde` deserializes it. */
export interface Shape {
  /** @param key - of the value, for what is told */
  check(node: TomlNode, key: string, tell: Tell): void;
}

/** The key of a value inside another. */
export function keyIn(parent: string, key: string): string {
  return parent === '' ? tomlKey(key) : `${parent}.${tomlKey(key)}`;
}

/** What is wrong with a text, as Spin says it. */
export type Refine = (text: string) => string | undefined;

/** A string, and what else Spin wants of it (`#[serde(try_from = "String")]`). */
export function text(refine?: Refine, suggest?: (text: string) => string | undefined): Shape {
  return {
    check(node, key, tell) {
      if (node.kind !== 'string') return tellType(node, key, 'a string', tell);
      const message = refine?.(node.value);
      if (message !== undefined) {
        tell({
          kind: 'invalid-value',
          span: node.span,
          key,
          message,
          ...better(node.value, suggest),
        });
      }
    },
  };
}

function better(value: string, suggest?: (text: string) => string | undefined): { hint?: string } {
  const suggestion = suggest?.(value);
  return suggestion === undefined ? {} : { hint: `Did you mean \`${suggestion}\`?` };
}

export const boolean: Shape = {
  check(node, key, tell) {
    if (node.kind !== 'boolean') tellType(node, key, 'a boolean', tell);
  },
};

/** An integer from 0 to `largest`. */
export function unsigned(type: string, largest: number): Shape {
  return {
    check(node, key, tell) {
      if (node.kind !== 'integer') return tellType(node, key, type, tell);
      const value = Number(node.text);
      if (value >= 0 && value <= largest) return;
      const message = `invalid value: integer \`${node.text}\`, expected ${type}`;
      tell({ kind: 'invalid-value', span: node.span, key, message });
    },
  };
}

/** A table whose keys are free. */
export const anyTable: Shape = {
  check(node, key, tell) {
    if (node.kind !== 'table') tellType(node, key, 'a map', tell);
  },
};

export function list(item: Shape): Shape {
  return {
    check(node, key, tell) {
      if (node.kind !== 'array') return tellType(node, key, 'a sequence', tell);
      for (const [index, value] of node.items.entries())
        item.check(value, `${key}[${index}]`, tell);
    },
  };
}

/** A table by names that the user chose. */
export function map(
  value: Shape,
  names: { readonly refine?: Refine; readonly suggest?: (text: string) => string | undefined } = {},
): Shape {
  return {
    check(node, key, tell) {
      if (node.kind !== 'table') return tellType(node, key, 'a map', tell);
      for (const entry of node.entries.values()) {
        const path = keyIn(key, entry.key);
        const message = names.refine?.(entry.key);
        if (message !== undefined) {
          const hint = better(entry.key, names.suggest);
          tell({ kind: 'invalid-value', span: entry.span, key: path, message, ...hint });
        }
        value.check(entry.value, path, tell);
      }
    },
  };
}

export interface Field {
  readonly shape: Shape;
  readonly required?: true;
}

export interface StructOptions {
  /** Other keys are let through (no `deny_unknown_fields`). */
  readonly open?: true;
  /** They are kept for somebody else (`#[serde(flatten)]`): only a table will do. */
  readonly flatten?: true;
}

/** A table whose keys Spin knows; in the order of Spin's declaration, which its messages show. */
export function struct(
  type: string,
  fields: Readonly<Record<string, Field>>,
  options: StructOptions = {},
): Shape {
  const known = new Map(Object.entries(fields));
  const closed = options.open === undefined && options.flatten === undefined;
  return {
    check(node, key, tell) {
      if (node.kind === 'table') checkTable(node, key, { known, closed }, tell);
      else if (node.kind === 'array' && options.flatten === undefined) {
        checkSequence(node, key, { type, known }, tell);
      } else tellType(node, key, `struct ${type}`, tell);
    },
  };
}

type Known = ReadonlyMap<string, Field>;

function checkTable(
  table: TomlTable,
  key: string,
  { known, closed }: { readonly known: Known; readonly closed: boolean },
  tell: Tell,
): void {
  for (const entry of table.entries.values()) {
    const path = keyIn(key, entry.key);
    const field = known.get(entry.key);
    if (field !== undefined) field.shape.check(entry.value, path, tell);
    else if (closed) {
      const names = [...known.keys()];
      const message = unknownField(entry.key, names);
      const hint = better(entry.key, (name) => nearest(name, names));
      tell({ kind: 'unknown-field', span: entry.span, key: path, message, ...hint });
    }
  }
  for (const [name, { required }] of known) {
    if (required === undefined || table.entries.has(name)) continue;
    const message = missingField(name);
    tell({ kind: 'missing-field', span: table.span, key: keyIn(key, name), message });
  }
}

/** `serde` also takes a struct as the sequence of its fields, whether anybody meant that or not. */
function checkSequence(
  node: TomlNode & { readonly kind: 'array' },
  key: string,
  { type, known }: { readonly type: string; readonly known: Known },
  tell: Tell,
): void {
  const { items, span } = node;
  const missing = [...known.values()].findIndex(
    ({ required }, index) => required === true && index >= items.length,
  );
  if (missing !== -1) {
    const elements = `${known.size} element${known.size === 1 ? '' : 's'}`;
    const message = `invalid length ${missing}, expected struct ${type} with ${elements}`;
    tell({ kind: 'wrong-type', span, key, message });
    return;
  }
  const names = [...known.keys()].slice(0, items.length);
  tell({
    kind: 'sequence-as-table',
    span,
    key,
    message: `a sequence where a table is meant: Spin takes its elements for ${names.map((name) => `\`${name}\``).join(', ')}`,
    hint: `Write a table: { ${names.map((name) => `${name} = …`).join(', ')} }`,
  });
  for (const [index, [name, { shape }]] of [...known].entries()) {
    const item = items[index];
    if (item !== undefined) shape.check(item, keyIn(key, name), tell);
  }
}

export interface Variant {
  readonly shape: Shape;
  /** As TOML, for people: `{ url = "…", digest = "sha256:…" }`. */
  readonly example: string;
}

/** One of several forms, the first that fits (`#[serde(untagged)]`): Spin only says that none did. */
export function untagged(type: string, variants: readonly Variant[]): Shape {
  return {
    check(node, key, tell) {
      const tries = variants.map((variant) => ({
        ...variant,
        misfits: misfitsOf(variant.shape, node, key),
      }));
      const fit = tries.find(({ misfits }) => misfits.length === 0);
      if (fit !== undefined) return;
      const [close] = tries.sort((a, b) => closeness(a.misfits, node) - closeness(b.misfits, node));
      const forms = `Write one of: ${variants.map(({ example }) => example).join(' · ')}`;
      const why = close?.misfits[0]?.message;
      const hint =
        node.kind === 'table' && why !== undefined ? `As ${close?.example}: ${why}.` : forms;
      tell({ kind: 'invalid-value', span: node.span, key, message: noVariant(type), hint });
    },
  };
}

/** Fewer misfits are closer; a form of another type isn't close at all. */
function closeness(misfits: readonly Misfit[], node: TomlNode): number {
  const otherType = misfits.some(({ kind, span }) => kind === 'wrong-type' && span === node.span);
  return misfits.length + (otherType ? 100 : 0);
}

/** Everything that doesn't fit. A sequence isn't taken for a table inside of `untagged`. */
function misfitsOf(shape: Shape, node: TomlNode, key: string): readonly Misfit[] {
  const misfits: Misfit[] = [];
  shape.check(node, key, (misfit) => misfits.push(misfit));
  return misfits;
}

function tellType(node: TomlNode, key: string, expected: string, tell: Tell): void {
  tell({ kind: 'wrong-type', span: node.span, key, message: invalidType(node, expected) });
}
