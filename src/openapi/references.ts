import { badInput, type Failure } from '../terminal/failure.ts';
import { quote } from '../text/quote.ts';
import { shellWord } from '../text/shell-word.ts';
import { LIMITS } from './limits.ts';
import type { Pointer } from './model.ts';
import { child, ROOT, tokensOf } from './pointer.ts';
import { isRaw, type Raw } from './raw.ts';

/** A value and where in the document it really is. */
export interface Located {
  readonly value: unknown;
  readonly pointer: Pointer;
}

/** A Reference Object. Only to be asked of an object that may be one: a *map* may have an entry called `$ref`. */
export function isReference(value: unknown): value is Raw & { readonly $ref: string } {
  return isRaw(value) && typeof value.$ref === 'string';
}

/**
 * The `$ref`s of one document. Values are looked up, never copied: recursion and names both need the reference.
 *
 * Only `#/…` is followed. What is outside of the document is refused here and nowhere else, so that reading several
 * files stays a change of this class.
 */
export class References {
  readonly #root: unknown;
  readonly #name: string;
  readonly #found = new Map<string, Located>();

  constructor(root: unknown, name: string) {
    this.#root = root;
    this.#name = name;
  }

  /**
   * What `ref` leads to, one hop; `from` is the place of the object that holds it.
   *
   * @throws Failure (code 2) when it leads out of the document or nowhere.
   */
  target(ref: string, from: Pointer): Located {
    const known = this.#found.get(ref);
    if (known !== undefined) return known;
    if (!ref.startsWith('#')) throw this.#external(ref, from);
    const found = this.#walk(ref, from, 0);
    this.#found.set(ref, found);
    return found;
  }

  /**
   * `value` itself, or what its `$ref`s lead to in the end.
   *
   * @throws Failure (code 2) as `target` does, and for more than 32 hops, which every circle has.
   */
  follow(value: unknown, pointer: Pointer): Located {
    let at: Located = { value, pointer };
    for (let hops = 0; isReference(at.value); hops += 1) {
      if (hops === LIMITS.hops) throw this.#tooLong(pointer);
      at = this.target(at.value.$ref, at.pointer);
    }
    return at;
  }

  /** The value at `tokens`, undefined when there is none. */
  lookup(tokens: readonly string[]): unknown {
    return tokens.reduce<unknown>((value, token) => step(value, token), this.#root);
  }

  /** Goes down the tokens of `ref`. A `$ref` on the way is followed, as json-schema-ref-parser does. */
  #walk(ref: string, from: Pointer, hops: number): Located {
    if (hops > LIMITS.hops) throw this.#tooLong(from);
    if (ref !== ROOT && !ref.startsWith('#/')) throw this.#unresolved(ref, from);
    let at: Located = { value: this.#root, pointer: ROOT };
    for (const token of tokensOf(ref)) {
      if (step(at.value, token) === undefined && isReference(at.value)) {
        at = this.#walk(at.value.$ref, at.pointer, hops + 1);
      }
      const value = step(at.value, token);
      if (value === undefined) throw this.#unresolved(ref, from);
      at = { value, pointer: child(at.pointer, token) };
    }
    return at;
  }

  #unresolved(ref: string, from: Pointer): Failure {
    return badInput(`The reference ${quote(ref)} leads nowhere.`, {
      where: this.#name + from,
      hint: 'Correct the $ref, or add what it names to the document.',
    });
  }

  #tooLong(from: Pointer): Failure {
    return badInput(
      `The reference goes on over more than ${LIMITS.hops} other references, or in a circle.`,
      { where: this.#name + from, hint: 'Let the $ref name its target directly.' },
    );
  }

  #external(ref: string, from: Pointer): Failure {
    return badInput(
      `The document refers to another file, ${quote(ref)}; one file is read, and nothing is fetched.`,
      {
        where: this.#name + from,
        hint: `Make it one file first: npx @redocly/cli bundle ${shellWord(this.#name)} -o bundled.yaml`,
      },
    );
  }
}

function step(value: unknown, token: string): unknown {
  if (Array.isArray(value)) return /^\d+$/u.test(token) ? value[Number(token)] : undefined;
  return isRaw(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}
