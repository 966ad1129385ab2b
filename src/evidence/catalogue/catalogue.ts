import type { FindingKind } from '../finding.ts';

/** What a library means: a kind and the `what` of its finding. */
export interface Trait {
  readonly kind: FindingKind;
  readonly what: string;
}

/** kind → `what` → names of libraries; a name may end in `*`. */
export type Entries = { readonly [Kind in FindingKind]?: Readonly<Record<string, string>> };

/** Tells what a library means by its name, case and `_` against `-` aside (PEP 503 does so for Python). */
export class Catalogue {
  readonly #exact = new Map<string, Trait[]>();
  readonly #prefixes: { readonly prefix: string; readonly trait: Trait }[] = [];

  /** @param entries - names of libraries, separated by blanks */
  constructor(entries: Entries) {
    for (const [kind, things] of Object.entries(entries)) {
      for (const [what, names] of Object.entries(things)) {
        for (const name of names.split(' ')) this.#add(name, { kind: kind as FindingKind, what });
      }
    }
  }

  /** What the library means; nothing if it decides nothing. */
  traits(library: string): readonly Trait[] {
    const name = normal(library);
    const exact = this.#exact.get(name);
    if (exact !== undefined) return exact;
    return this.#prefixes.filter(({ prefix }) => name.startsWith(prefix)).map(({ trait }) => trait);
  }

  #add(name: string, trait: Trait): void {
    if (name.endsWith('*')) this.#prefixes.push({ prefix: normal(name.slice(0, -1)), trait });
    else this.#exact.set(normal(name), [...(this.#exact.get(normal(name)) ?? []), trait]);
  }
}

function normal(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
