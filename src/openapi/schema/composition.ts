import type { Pointer } from '../model.ts';
import { child } from '../pointer.ts';
import { isRaw, itemsOf, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { isReference, type Located } from '../references.ts';
import { assertionsOf, isNull, onlyNarrows, statedTypes } from './keywords.ts';
import { scalarUnion } from './scalar-union.ts';

/** Whether a schema is made of other schemas. */
export function isComposed(raw: Raw): boolean {
  return (
    isReference(raw) ||
    itemsOf(raw.allOf).length > 0 ||
    itemsOf(raw.anyOf).length > 0 ||
    itemsOf(raw.oneOf).length > 0
  );
}

/** What a composed schema comes to: all of `parts` at once. */
export interface Composition {
  readonly parts: readonly Located[];
  readonly nullable: boolean;
  /** The keyword of a choice between types, which no part stands for. */
  readonly union: 'anyOf' | 'oneOf' | undefined;
}

/** Takes a composed schema apart. `$ref` first, the keywords of the schema itself last. */
export function compositionOf(reading: Reading, raw: Raw, pointer: Pointer): Composition {
  const { $ref, allOf, anyOf, oneOf, ...own } = raw;
  const parts: Located[] = [];
  let { nullable } = statedTypes(raw);
  if (typeof $ref === 'string') {
    parts.push({ value: { $ref }, pointer });
    if (reading.dialect === '3.0') {
      noteIgnored(reading, raw, pointer);
      return { parts, nullable, union: undefined };
    }
  }
  for (const part of locate(allOf, pointer, 'allOf')) {
    if (isRaw(part.value) && part.value.nullable === true && isNull(part.value)) nullable = true;
    else if (!isRaw(part.value) || assertionsOf(part.value).length > 0) parts.push(part);
  }
  let union: Composition['union'];
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const members = locate(raw[keyword], pointer, keyword);
    const choices = members.filter(({ value }) => !isNull(value));
    nullable ||= choices.length < members.length;
    const choice = oneChoice(reading, choices);
    if (choice === 'narrows') reading.note(child(pointer, keyword), `"${keyword}" is not checked.`);
    else if (choice === 'union') union ??= keyword;
    else if (choice !== undefined) {
      parts.push(choice.part);
      nullable ||= choice.nullable;
    }
  }
  if (assertionsOf(own).length > 0) parts.push({ value: own, pointer });
  return { parts, nullable, union };
}

/**
 * What stands beside a `$ref` is ignored (OAS 3.0.4, Reference Object). Words about it are kept all the same: they do
 * no harm, and say what was meant.
 */
function noteIgnored(reading: Reading, raw: Raw, pointer: Pointer): void {
  const ignored = assertionsOf(raw).filter((keyword) => keyword !== '$ref' && keyword !== 'type');
  if (ignored.length > 0) {
    reading.note(pointer, `Ignored beside a $ref in OpenAPI 3.0: ${ignored.join(', ')}.`);
  }
}

function locate(members: unknown, pointer: Pointer, keyword: string): Located[] {
  return itemsOf(members).map((value, index) => ({
    value,
    pointer: child(pointer, keyword, index),
  }));
}

type Choice =
  | { readonly part: Located; readonly nullable: boolean }
  | 'narrows'
  | 'union'
  | undefined;

/** The part that a choice comes to when its alternatives are one, or scalars of one type. */
function oneChoice(reading: Reading, choices: readonly Located[]): Choice {
  const [first] = choices;
  if (first === undefined) return undefined;
  if (choices.length === 1) return { part: first, nullable: false };
  if (choices.every(({ value }) => isRaw(value) && onlyNarrows(value))) return 'narrows';
  const scalar = scalarUnion(reading, choices);
  return scalar === undefined
    ? 'union'
    : { part: { value: scalar.schema, pointer: first.pointer }, nullable: scalar.nullable };
}
