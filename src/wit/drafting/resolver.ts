import type { ApiModel, Pointer, Schema } from '../../openapi/model.ts';

/** What is known of references without drawing up a type. */
export class Resolver {
  readonly #schemas: ApiModel['schemas'];
  /** Known from earlier questions, so that chains are walked once. */
  readonly #notNullable = new Set<Schema>();

  constructor({ schemas }: Pick<ApiModel, 'schemas'>) {
    this.#schemas = schemas;
  }

  /** The schema that references lead to. */
  resolve(schema: Schema): Schema {
    const met = new Set([schema]);
    let current = schema;
    for (current of met) {
      const target = this.#target(current);
      if (target !== undefined) met.add(target);
    }
    return current;
  }

  /** Whether `null` is a value: said here, by a named schema that this refers to, or by a member. */
  isNullable(schema: Schema): boolean {
    const met = new Set([schema]);
    for (const current of met) {
      if (current.nullable === true) return true;
      if (this.#notNullable.has(current)) continue;
      const target = this.#target(current);
      if (target !== undefined) met.add(target);
      if (current.kind === 'union') for (const member of current.members) met.add(member);
    }
    for (const current of met) this.#notNullable.add(current);
    return false;
  }

  /** What the document calls the component that a schema refers to, or is. */
  nameOf(schema: Schema): string | undefined {
    const pointer = schema.kind === 'ref' ? schema.target : schema.pointer;
    return isComponent(pointer) ? this.#schemas.get(pointer)?.name : undefined;
  }

  #target(schema: Schema): Schema | undefined {
    return schema.kind === 'ref' ? this.#schemas.get(schema.target)?.schema : undefined;
  }
}

/** Whether the document gave the schema its name; a schema elsewhere is called after its place. */
export function isComponent(pointer: Pointer): boolean {
  return /^#\/(?:components\/schemas|definitions)\/[^/]+$/u.test(pointer);
}
