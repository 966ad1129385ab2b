/**
 * A document as it is written: what the samples are made from. Nothing here uses the reader of `src/openapi`, so that a
 * mistake there shows.
 */

export type Raw = Readonly<Record<string, unknown>>;

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isRaw(value) ? Object.entries(value) : [];
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A Reference Object. */
export function isReference(value: unknown): value is Raw & { readonly $ref: string } {
  return isRaw(value) && typeof value.$ref === 'string';
}

export class RawDocument {
  readonly root: Raw;
  /** In 3.0 only the `$ref` counts, and no word beside it. */
  readonly refStandsAlone: boolean;
  readonly #children = new Map<unknown, Raw[]>();

  constructor(root: Raw) {
    this.root = root;
    this.refStandsAlone = String(root.openapi).startsWith('3.0');
    const components = isRaw(root.components) ? root.components : {};
    for (const [, schema] of entriesOf(components.schemas)) this.#noteBases(schema);
  }

  /** The value at a pointer (`#/a/b`). */
  at(pointer: string): unknown {
    let value: unknown = this.root;
    for (const token of pointer.split('/').slice(1).map(tokenText)) {
      value = this.resolve(value);
      value = Array.isArray(value) ? value[Number(token)] : isRaw(value) ? value[token] : undefined;
    }
    return value;
  }

  /** The value itself, or what its `$ref`s lead to. */
  resolve(value: unknown): unknown {
    let at = value;
    for (let hops = 0; isReference(at) && hops < 50; hops += 1) at = this.at(at.$ref);
    return at;
  }

  /** Components that extend a schema through `allOf`. */
  childrenOf(schema: unknown): readonly Raw[] {
    return this.#children.get(schema) ?? [];
  }

  /** The name of a component, undefined for any other schema. */
  nameOf(schema: unknown): string | undefined {
    const components = isRaw(this.root.components) ? this.root.components : {};
    return entriesOf(components.schemas).find(([, value]) => value === schema)?.[0];
  }

  #noteBases(schema: unknown): void {
    if (!isRaw(schema)) return;
    for (const base of itemsOf(schema.allOf).filter(isReference)) {
      const target = this.resolve(base);
      this.#children.set(target, [...(this.#children.get(target) ?? []), schema]);
    }
  }
}

function tokenText(token: string): string {
  let text = token;
  try {
    text = decodeURIComponent(token);
  } catch {
    // a bare `%`
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}
