import { badInput, Failure } from '../terminal/failure.ts';
import { quote } from '../text/quote.ts';
import { Files, type Opened } from './files/files.ts';
import { Resources } from './files/resources.ts';
import { LIMITS } from './limits.ts';
import type { Pointer } from './model.ts';
import { child, fileOf, percentDecoded, ROOT, tokensOf } from './pointer.ts';
import { entriesOf, isRaw, type Raw } from './raw.ts';

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
 * The `$ref`s of one document and its files. Values are looked up, never copied: recursion and names both need the
 * reference. A reference is relative to the file it stands in, which its place, `from`, tells.
 */
export class References {
  readonly #files: Files;
  /** By file, or schema with an `$id`, and reference. */
  readonly #found = new Map<string, Located>();
  /** By file; made when a reference needs it. */
  readonly #resources = new Map<string, Resources>();

  /** @throws Failure (code 2) when the document has a path, and no file is there. */
  constructor(document: Opened, note: (pointer: Pointer, message: string) => void = () => {}) {
    this.#files = new Files(document, note);
  }

  /** `pointer` for a message, with the name of its file. */
  where(pointer: Pointer): string {
    return this.#files.where(pointer);
  }

  /**
   * What `ref` leads to, one hop; `from` is the place of the object that holds it.
   *
   * @throws Failure (code 2) when it leads nowhere, or to what is no file of the document.
   */
  target(ref: string, from: Pointer): Located {
    return this.#target(ref, from, 0);
  }

  /**
   * `value` itself, or what its `$ref`s lead to in the end.
   *
   * @throws Failure (code 2) as `target` does, and for more than 32 hops, which every circle has.
   */
  follow(value: unknown, pointer: Pointer): Located {
    let at: Located = { value, pointer };
    for (let hops = 0; isReference(at.value); hops += 1) {
      if (hops === LIMITS.hops) throw this.tooLong(pointer);
      at = this.target(at.value.$ref, at.pointer);
    }
    return at;
  }

  /** That the reference at `from` has more hops than anybody means. */
  tooLong(from: Pointer): Failure {
    return badInput(
      `The reference goes on over more than ${LIMITS.hops} other references, or in a circle.`,
      { where: this.where(from), hint: 'Let the $ref name its target directly.' },
    );
  }

  /** As `target`, and undefined instead of a failure: for what may lead nowhere. */
  find(ref: string, from: Pointer): Located | undefined {
    return orNothing(() => this.target(ref, from));
  }

  /** As `follow`, and undefined instead of a failure. */
  findEnd({ value, pointer }: Located): Located | undefined {
    return orNothing(() => this.follow(value, pointer));
  }

  /** The value at `pointer`, undefined when there is none. References on the way are not followed. */
  valueAt(pointer: Pointer): unknown {
    return tokensOf(pointer).reduce<unknown>(step, this.#files.rootValue(pointer));
  }

  /** The entries of the object at `pointer`, by name; none when there is no object. Any part may be in another file. */
  entriesAt(pointer: Pointer): [name: string, entry: Located][] {
    const at = this.find(pointer, pointer);
    const object = at === undefined ? undefined : this.findEnd(at);
    if (object === undefined) return [];
    return entriesOf(object.value).map(([name, value]) => [
      name,
      { value, pointer: child(object.pointer, name) },
    ]);
  }

  #target(ref: string, from: Pointer, hops: number): Located {
    const key = `${fileOf(from)}#${ref}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    if (hops > LIMITS.hops) throw this.tooLong(from);
    const [address, fragment] = splitAtHash(ref);
    const base = address === '' ? this.#rootOf(from) : this.#named(ref, address, from);
    const found = ref === '#' ? undefined : this.#within(base, fragment, hops);
    if (found !== undefined && address === '') this.#found.set(key, found);
    const target = found ?? (address === '' ? this.#withinId(fragment, from, hops) : undefined);
    if (target === undefined) throw this.#unresolved(ref, from);
    return target;
  }

  #rootOf(pointer: Pointer): Located {
    return { value: this.#files.rootValue(pointer), pointer: `${fileOf(pointer)}#` };
  }

  /** What `address` is the `$id` of, in the file of `from` or the document itself; else the file of that name. */
  #named(ref: string, address: string, from: Pointer): Located {
    const known =
      this.#resourcesOf(from).withId(address, from) ??
      this.#resourcesOf(ROOT).withId(address, from);
    return known ?? this.#rootOf(this.#files.open(ref, from));
  }

  /**
   * By JSON Schema a fragment is relative to the `$id` around it (2020-12, Core §8.2.1). Most documents that have one
   * mean the document all the same, so this comes second; a lone `#` can only mean a schema.
   */
  #withinId(fragment: string, from: Pointer, hops: number): Located | undefined {
    const around = this.#resourcesOf(from).around(from);
    if (around === undefined) return fragment === '' ? this.#rootOf(from) : undefined;
    const key = `${around.pointer}#${fragment}`;
    const found = this.#found.get(key) ?? this.#within(around, fragment, hops);
    if (found !== undefined) this.#found.set(key, found);
    return found;
  }

  /** `/a/b` is a way down from `base`, anything else an anchor in its file. */
  #within(base: Located, fragment: string, hops: number): Located | undefined {
    if (fragment === '') return base;
    if (fragment.startsWith('/')) return this.#walk(base, tokensOf(`#${fragment}`), hops);
    return this.#resourcesOf(base.pointer).anchor(percentDecoded(fragment));
  }

  /** A `$ref` on the way is followed, as json-schema-ref-parser does. */
  #walk(base: Located, tokens: readonly string[], hops: number): Located | undefined {
    let at = base;
    for (const token of tokens) {
      if (step(at.value, token) === undefined && isReference(at.value)) {
        at = this.#target(at.value.$ref, at.pointer, hops + 1);
      }
      const value = step(at.value, token);
      if (value === undefined) return undefined;
      at = { value, pointer: child(at.pointer, token) };
    }
    return at;
  }

  #resourcesOf(pointer: Pointer): Resources {
    const root = this.#rootOf(pointer);
    const known = this.#resources.get(root.pointer);
    if (known !== undefined) return known;
    const resources = new Resources(root);
    this.#resources.set(root.pointer, resources);
    return resources;
  }

  #unresolved(ref: string, from: Pointer): Failure {
    return badInput(`The reference ${quote(ref)} leads nowhere.`, {
      where: this.where(from),
      hint: 'Correct the $ref, or add what it names to the document.',
    });
  }
}

function splitAtHash(ref: string): [address: string, fragment: string] {
  const hash = ref.indexOf('#');
  return hash < 0 ? [ref, ''] : [ref.slice(0, hash), ref.slice(hash + 1)];
}

function orNothing<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function step(value: unknown, token: string): unknown {
  if (Array.isArray(value)) return /^\d+$/u.test(token) ? value[Number(token)] : undefined;
  return isRaw(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}
