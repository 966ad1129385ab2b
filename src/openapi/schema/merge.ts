import { LIMITS } from '../limits.ts';
import type { Annotations, Pointer, Schema } from '../model.ts';
import { isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { isReference, type Located } from '../references.ts';
import { untyped } from './annotations.ts';
import { compositionOf, isComposed } from './composition.ts';
import { allowedValues, statedTypes, type TypeName, typeOf } from './keywords.ts';
import { type LocatedSchema, readObject } from './object-schema.ts';
import { readPlain } from './plain-schema.ts';

/**
 * Reads several schemas that hold at once as one: objects get the properties of all, scalars of one type the limits of
 * all. References are looked through, so the name of a base is lost here.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function mergeParts(
  reading: Reading,
  parts: readonly Located[],
  annotations: Annotations,
  construct: string,
): Schema {
  const flat = new Flattening(reading);
  const nullable = parts.map((part) => flat.add(part, [])).every(Boolean);
  if (flat.problem !== undefined) return untyped(annotations, construct, flat.problem);
  const merged = nullable ? { ...annotations, nullable } : annotations;
  const types = new Set(flat.leaves.map(({ value }) => typeOf(value)));
  types.delete(undefined);
  if (types.has('integer')) types.delete('number');
  const [type] = types;
  if (types.size > 1 || type === 'several') {
    return untyped(merged, construct, `members of several types: ${[...types].join(', ')}`);
  }
  if (type === undefined) return { ...merged, kind: 'any' };
  if (type === 'object') return { ...merged, ...readObject(reading, flat.leaves, merged.pointer) };
  return mergeValues(reading, flat.leaves, type, merged, construct);
}

/** Arrays and scalars: the keywords of all together. One array of them may say what its items are. */
function mergeValues(
  reading: Reading,
  leaves: readonly LocatedSchema[],
  type: TypeName,
  annotations: Annotations,
  construct: string,
): Schema {
  const itemized = leaves.filter(({ value }) => value.items !== undefined);
  if (itemized.length > 1) return untyped(annotations, construct, 'several lists of items');
  const values = commonValues(leaves);
  if (values?.length === 0) return untyped(annotations, construct, 'no value is in all enums');
  const all: Raw = Object.fromEntries(leaves.flatMap(({ value }) => Object.entries(value)));
  const { const: _const, nullable: _nullable, ...keywords } = all;
  const schema = readPlain(
    reading,
    { ...keywords, type, ...(values !== undefined && { enum: values }) },
    itemized[0]?.pointer ?? annotations.pointer,
  );
  return { ...schema, ...annotations };
}

function commonValues(leaves: readonly LocatedSchema[]): readonly unknown[] | undefined {
  return leaves
    .map(({ value }) => allowedValues(value))
    .reduce((common, values) => {
      if (common === undefined || values === undefined) return common ?? values;
      return common.filter((value) => values.includes(value));
    }, undefined);
}

/** Collects the schemas without composition that a composed one comes to, each once, in order. */
class Flattening {
  readonly leaves: LocatedSchema[] = [];
  /** Why it can't be taken apart; the first reason. */
  problem: string | undefined;
  readonly #reading: Reading;
  readonly #seen = new Set<Pointer>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Adds what `part` comes to; tells whether it allows null. `path`: the places that lead to it. */
  add(part: Located, path: readonly Pointer[]): boolean {
    if (this.problem !== undefined || part.value === true) return true;
    if (!isRaw(part.value)) return this.#fail('a member is not a schema object');
    if (path.length > LIMITS.hops) {
      return this.#fail(`more than ${LIMITS.hops} members inside one another`);
    }
    if (isReference(part.value) && Object.keys(part.value).length === 1) {
      const target = this.#reading.references.target(part.value.$ref, part.pointer);
      if (path.includes(target.pointer)) return this.#fail('it contains itself');
      if (this.#seen.has(target.pointer)) return true;
      this.#seen.add(target.pointer);
      return this.add(target, [...path, target.pointer]);
    }
    if (isComposed(part.value)) return this.#addParts(part.value, part.pointer, path);
    this.leaves.push({ value: part.value, pointer: part.pointer });
    return statedTypes(part.value).nullable;
  }

  #addParts(raw: Raw, pointer: Pointer, path: readonly Pointer[]): boolean {
    const { parts, nullable, union } = compositionOf(this.#reading, raw, pointer);
    if (union !== undefined) return this.#fail(`a member is a choice (${union})`);
    const all = parts.map((part) => this.add(part, [...path, pointer]));
    return nullable || (all.length > 0 && all.every(Boolean));
  }

  #fail(problem: string): boolean {
    this.problem ??= problem;
    return false;
  }
}
