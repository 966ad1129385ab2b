import { LIMITS } from '../limits.ts';
import type { Pointer } from '../model.ts';
import { isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { isReference, type Located } from '../references.ts';
import type { Choice } from './choice.ts';
import { compositionOf, isComposed } from './composition.ts';
import { isBareType } from './keywords.ts';
import type { LocatedSchema } from './object-schema.ts';
import { statedTypes, typeOf } from './types.ts';

/**
 * Schemas that hold at once, taken apart: the schemas without composition that they come to, each once and in order,
 * and the choices between others that are left. References are looked through.
 */
export class Conjunction {
  readonly leaves: LocatedSchema[] = [];
  readonly choices: Choice[] = [];
  /** Why it can't be taken apart; the first reason. */
  problem: string | undefined;
  readonly #reading: Reading;
  readonly #seen = new Set<Pointer>();

  constructor(reading: Reading, leaves: readonly LocatedSchema[] = []) {
    this.#reading = reading;
    this.leaves.push(...leaves);
  }

  /**
   * Adds what `part` comes to; tells whether it allows null. `path`: the places that lead to it.
   *
   * @throws Failure (code 2) for a broken reference.
   */
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
    if (!this.leaves.some(({ pointer }) => pointer === part.pointer)) {
      this.leaves.push({ value: part.value, pointer: part.pointer });
    }
    return statedTypes(part.value).nullable;
  }

  /** Whether everything that `leaves` say is said here too. */
  covers(leaves: readonly LocatedSchema[]): boolean {
    const own = new Set(this.leaves.map(({ pointer }) => pointer));
    const types = new Set(this.leaves.map(({ value }) => typeOf(value)));
    if (types.has('integer')) types.add('number');
    const hasType = (raw: Raw): boolean => types.has(typeOf(raw)) || this.choices.length > 0;
    return leaves.every(
      ({ value, pointer }) => own.has(pointer) || (isBareType(value) && hasType(value)),
    );
  }

  #addParts(raw: Raw, pointer: Pointer, path: readonly Pointer[]): boolean {
    const { parts, choices, nullable } = compositionOf(this.#reading, raw, pointer);
    // A base that lists its children, met in one of them, is satisfied by that.
    const open = choices.filter(({ targets }) => !path.some((place) => targets.has(place)));
    this.choices.push(...open);
    const all = parts.map((part) => this.add(part, [...path, pointer]));
    return nullable || (all.length > 0 && all.every(Boolean));
  }

  #fail(problem: string): boolean {
    this.problem ??= problem;
    return false;
  }
}
