import type { Pointer } from '../model.ts';
import { child } from '../pointer.ts';
import { isRaw, itemsOf, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { isReference, type Located } from '../references.ts';
import { type Choice, readAlternatives } from './choice.ts';
import { assertionsOf } from './keywords.ts';
import { isNull, statedTypes, typeOf } from './types.ts';

/** Whether a schema is made of other schemas. */
export function isComposed(raw: Raw): boolean {
  return (
    isReference(raw) ||
    itemsOf(raw.allOf).length > 0 ||
    itemsOf(raw.anyOf).length > 0 ||
    itemsOf(raw.oneOf).length > 0
  );
}

/** What a composed schema comes to: all of `parts` at once, and one member of each of `choices`. */
export interface Composition {
  readonly parts: readonly Located[];
  readonly choices: readonly Choice[];
  readonly nullable: boolean;
}

/**
 * Takes a composed schema apart, once: every child of a base asks for it. `$ref` first, the keywords of the schema
 * itself last.
 *
 * @throws Failure (code 2) for a broken reference in a choice.
 */
export function compositionOf(reading: Reading, raw: Raw, pointer: Pointer): Composition {
  const known = reading.compositions.get(pointer);
  if (known?.raw === raw) return known.composition;
  const composition = takeApart(reading, raw, pointer);
  reading.compositions.set(pointer, { raw, composition });
  return composition;
}

function takeApart(reading: Reading, raw: Raw, pointer: Pointer): Composition {
  const { $ref, allOf, anyOf, oneOf, ...own } = raw;
  const parts: Located[] = [];
  let { nullable } = statedTypes(raw);
  if (typeof $ref === 'string') {
    parts.push({ value: { $ref }, pointer });
    if (!reading.dialect.refSiblings) {
      noteIgnored(reading, raw, pointer);
      return { parts, choices: [], nullable };
    }
  }
  for (const [index, value] of itemsOf(allOf).entries()) {
    if (isRaw(value) && value.type === undefined && isNull(value)) nullable = true;
    else if (!isRaw(value) || assertionsOf(value).length > 0) {
      parts.push({ value, pointer: child(pointer, 'allOf', index) });
    }
  }
  const choices: Choice[] = [];
  const type = typeOf(own);
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const around = type === 'several' ? undefined : type;
    const alternatives = readAlternatives(reading, raw, keyword, pointer, around);
    nullable ||= alternatives.nullable;
    if (alternatives.part !== undefined) parts.push(alternatives.part);
    if (alternatives.choice !== undefined) choices.push(alternatives.choice);
  }
  if (assertionsOf(own).length > 0) parts.push({ value: own, pointer });
  return { parts, choices, nullable };
}

/**
 * What stands beside a `$ref` is ignored (OAS 3.0.4, Reference Object). Words about it are kept all the same: they do
 * no harm, and say what was meant.
 */
function noteIgnored(reading: Reading, raw: Raw, pointer: Pointer): void {
  const ignored = assertionsOf(raw).filter((keyword) => keyword !== '$ref' && keyword !== 'type');
  if (ignored.length > 0) {
    reading.note(pointer, `Ignored beside a $ref before OpenAPI 3.1: ${ignored.join(', ')}.`);
  }
}
