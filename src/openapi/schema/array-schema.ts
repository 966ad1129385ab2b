import type { Pointer, Schema, SchemaKind } from '../model.ts';
import { child } from '../pointer.ts';
import { itemsOf, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { untyped } from './annotations.ts';
import { sizesOf } from './scalar-schema.ts';
import { unionOf } from './union-schema.ts';

/** Items whose types go by their position, and what may come after them. */
interface Positions {
  readonly keyword: 'prefixItems' | 'items';
  readonly schemas: readonly unknown[];
  readonly rest: unknown;
  readonly restKeyword: 'items' | 'additionalItems';
}

/**
 * Reads an array: of items of one type, or a tuple when the document states each item, and nothing more. One that may
 * be shorter or longer has items that are one of those types.
 *
 * @throws Failure (code 2) for a broken reference in its items.
 */
export function readArray(reading: Reading, raw: Raw, pointer: Pointer): SchemaKind {
  const sizes = sizesOf(raw, 'minItems', 'maxItems');
  const positions = positionsOf(raw);
  if (positions === undefined) {
    return { kind: 'array', items: reading.schema(raw.items, child(pointer, 'items')), ...sizes };
  }
  const { keyword, schemas } = positions;
  const items = schemas.map((schema, index) =>
    reading.schema(schema, child(pointer, keyword, index)),
  );
  const [only, ...more] = items;
  if (isExact(raw, positions)) return { kind: 'tuple', items };
  // A list of one schema in a document before 3.1 is a slip: `items` is a schema there (OAS 3.0.4, Schema Object).
  const isSlip = keyword === 'items' && more.length === 0 && positions.rest === undefined;
  if (isSlip && only !== undefined) {
    reading.note(
      child(pointer, 'items'),
      'A list of one schema is read as the schema of every item.',
    );
    return { kind: 'array', items: only, ...sizes };
  }
  return {
    kind: 'array',
    items: itemOf(reading, positions, items, pointer, endsAt(raw)),
    ...sizes,
  };
}

/** 2020-12: `prefixItems`, and `items` for the rest. Before that: `items`, and `additionalItems` for the rest. */
function positionsOf(raw: Raw): Positions | undefined {
  const prefix = itemsOf(raw.prefixItems);
  if (prefix.length > 0) {
    return { keyword: 'prefixItems', schemas: prefix, rest: raw.items, restKeyword: 'items' };
  }
  const items = itemsOf(raw.items);
  if (items.length === 0) return undefined;
  return {
    keyword: 'items',
    schemas: items,
    rest: raw.additionalItems,
    restKeyword: 'additionalItems',
  };
}

/**
 * Whether each position is there and none after. Who closes the list without `minItems` means a tuple: JSON Schema alone
 * would let it be shorter.
 */
function isExact(raw: Raw, { schemas, rest }: Positions): boolean {
  const isClosed = rest === false || raw.unevaluatedItems === false;
  const { minItems = isClosed ? schemas.length : 0 } = sizesOf(raw, 'minItems', 'maxItems');
  return minItems === schemas.length && (isClosed || raw.maxItems === schemas.length);
}

function endsAt(raw: Raw): number {
  if (raw.unevaluatedItems === false) return 0;
  return typeof raw.maxItems === 'number' ? raw.maxItems : Number.POSITIVE_INFINITY;
}

function itemOf(
  reading: Reading,
  { schemas, rest, restKeyword }: Positions,
  items: readonly Schema[],
  pointer: Pointer,
  end: number,
): Schema {
  const place = child(pointer, restKeyword);
  const isOpen = rest !== false && end > schemas.length;
  if (isOpen && (rest === undefined || rest === true)) {
    return untyped(
      { pointer },
      'prefixItems',
      'the items have types by position, and more may follow',
    );
  }
  return unionOf('anyOf', [...items, ...(isOpen ? [reading.schema(rest, place)] : [])], {
    pointer: place,
  });
}
