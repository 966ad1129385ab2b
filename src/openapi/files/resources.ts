import type { Pointer } from '../model.ts';
import { child } from '../pointer.ts';
import { isRaw } from '../raw.ts';

export interface Resource {
  readonly value: unknown;
  readonly pointer: Pointer;
}

/** Relative identifiers need something to be relative to; it stands for the place of a file. */
const PLACE = 'place://of/';

/**
 * What the schemas of one file call themselves: `$id` (JSON Schema 2020-12, Core §8.2.1) and `$anchor` (§8.2.2). OAS
 * 3.2's `$self` names the whole document. Names are found wherever they stand, which is also in examples: there, nothing
 * refers to them. The first of a name counts.
 */
export class Resources {
  readonly #anchors = new Map<string, Resource>();
  /** By absolute address. */
  readonly #byId = new Map<string, Resource>();
  /** Addresses by the place of the schema that has it. */
  readonly #ids = new Map<Pointer, string>();

  readonly #base: string;

  constructor(root: Resource) {
    const self = isRaw(root.value) ? root.value.$self : undefined;
    this.#base = this.#identify(root, self, PLACE + root.pointer);
    this.#collect(root, this.#base, new Set());
  }

  anchor(name: string): Resource | undefined {
    return this.#anchors.get(name);
  }

  /** The schema that `address`, written at `from`, is the `$id` of. */
  withId(address: string, from: Pointer): Resource | undefined {
    if (this.#byId.size === 0) return undefined;
    const around = this.around(from)?.pointer ?? '';
    return this.#byId.get(absolute(address, this.#ids.get(around) ?? this.#base) ?? '');
  }

  /** The innermost schema with an `$id` that `pointer` is in: what a fragment there is relative to. */
  around(pointer: Pointer): Resource | undefined {
    let place = pointer;
    while (!this.#ids.has(place) && place.includes('/', place.indexOf('#'))) {
      place = place.slice(0, place.lastIndexOf('/'));
    }
    return this.#byId.get(this.#ids.get(place) ?? '');
  }

  /** Each value once: YAML aliases repeat them. */
  #collect({ value, pointer }: Resource, base: string, seen: Set<unknown>): void {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    let inner = base;
    if (isRaw(value)) {
      inner = this.#identify({ value, pointer }, value.$id, base);
      for (const name of [value.$anchor, value.$dynamicAnchor]) {
        if (typeof name === 'string' && !this.#anchors.has(name))
          this.#anchors.set(name, { value, pointer });
      }
    }
    for (const [key, part] of Object.entries(value)) {
      this.#collect({ value: part, pointer: child(pointer, key) }, inner, seen);
    }
  }

  /** Registers what `resource` is called; returns the base of the references in it. */
  #identify(resource: Resource, id: unknown, base: string): string {
    const address = typeof id === 'string' ? absolute(id, base) : undefined;
    if (address === undefined || this.#byId.has(address)) return base;
    this.#byId.set(address, resource);
    this.#ids.set(resource.pointer, address);
    return address;
  }
}

function absolute(address: string, base: string): string | undefined {
  return URL.canParse(address, base)
    ? new URL(address, base).href.replace(/#.*$/su, '')
    : undefined;
}
