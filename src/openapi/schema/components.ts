import { LIMITS } from '../limits.ts';
import type { Pointer } from '../model.ts';
import { child, ROOT } from '../pointer.ts';
import { isRaw, itemsOf } from '../raw.ts';
import { isReference, type Located, type References } from '../references.ts';

/** Where components are: OpenAPI 3, Swagger 2.0. */
export const COMPONENT_PLACES: readonly (readonly string[])[] = [
  ['components', 'schemas'],
  ['definitions'],
];

/** The components of the whole document: what they are called, and which extend which through `allOf`. */
export class Components {
  readonly #references: References;
  /** By the place of the component, and by that of what it refers to. */
  readonly #names = new Map<Pointer, string>();
  readonly #children = new Map<Pointer, Located[]>();
  readonly #subtypes = new Map<Pointer, ReadonlyMap<Pointer, Located>>();

  constructor(references: References) {
    this.#references = references;
    for (const place of COMPONENT_PLACES) {
      for (const [name, entry] of references.entriesAt(child(ROOT, ...place))) {
        this.#names.set(entry.pointer, name);
        // A component may be but a reference to the file that it is in.
        const component = references.findEnd(entry);
        if (component !== undefined) this.#add(component, name);
      }
    }
  }

  /**
   * The components that extend the one at `base`, directly or through another: nearest first, in document order.
   * Not many more than the limit of them.
   */
  extending(base: Pointer): readonly Located[] {
    return [...this.#below(base).values()];
  }

  /** Whether the component at `pointer` extends the one at `base`. */
  extends(pointer: Pointer, base: Pointer): boolean {
    return this.#below(base).has(pointer);
  }

  /** The name of the component at `pointer`; undefined when none is there. */
  nameOf(pointer: Pointer): string | undefined {
    return this.#names.get(pointer);
  }

  #add(component: Located, name: string): void {
    if (!this.#names.has(component.pointer)) this.#names.set(component.pointer, name);
    for (const base of this.#basesOf(component)) {
      const known = this.#children.get(base);
      if (known === undefined) this.#children.set(base, [component]);
      else known.push(component);
    }
  }

  #below(base: Pointer): ReadonlyMap<Pointer, Located> {
    const known = this.#subtypes.get(base);
    if (known !== undefined) return known;
    const found = new Map<Pointer, Located>();
    this.#subtypes.set(base, found);
    const open = [...(this.#children.get(base) ?? [])];
    // An array's iterator also visits what is added meanwhile.
    for (const subtype of open) {
      if (found.size > LIMITS.subtypes) break;
      if (found.has(subtype.pointer) || subtype.pointer === base) continue;
      found.set(subtype.pointer, subtype);
      open.push(...(this.#children.get(subtype.pointer) ?? []));
    }
    return found;
  }

  /** What an `allOf` refers to, also through an `allOf` inside of it. Broken references are left to who reads them. */
  #basesOf({ value, pointer }: Located): Set<Pointer> {
    const bases = new Set<Pointer>();
    const open: Located[] = [{ value, pointer }];
    for (const { value: raw, pointer: at } of open) {
      for (const [index, part] of itemsOf(isRaw(raw) ? raw.allOf : undefined).entries()) {
        const place = child(at, 'allOf', index);
        if (!isReference(part)) open.push({ value: part, pointer: place });
        else bases.add(this.#references.findEnd({ value: part, pointer: place })?.pointer ?? place);
      }
    }
    return bases;
  }
}
