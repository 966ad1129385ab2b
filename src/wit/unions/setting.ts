import type { Property, Schema } from '../../openapi/model.ts';
import type { Constant } from '../../runtime/table.ts';
import { listedValues } from '../drafting/constants.ts';
import { type Directions, isAlwaysThere } from '../drafting/directions.ts';
import type { Resolver } from '../drafting/resolver.ts';

/** Which properties the values of a schema of type object have. */
export interface Keys {
  /** Those that are described. */
  readonly known: ReadonlyMap<string, Property>;
  /** Those that every value has, as far as their directions let them be there. */
  readonly required: readonly string[];
  /** Whether values have others, too: the schema says of what type. */
  readonly open: boolean;
}

/** What the rules ask about schemas: which way their values travel, and where references lead. */
export class Setting {
  readonly #directions: Directions;
  readonly #resolver: Resolver;
  readonly #keys = new Map<Schema, Keys>();

  constructor(directions: Directions, resolver: Resolver) {
    this.#directions = directions;
    this.#resolver = resolver;
  }

  /** @param schema - no reference */
  keysOf(schema: Schema): Keys {
    const known = this.#keys.get(schema);
    if (known !== undefined) return known;
    const keys = this.#readKeys(schema);
    this.#keys.set(schema, keys);
    return keys;
  }

  isAlwaysThere(property: Property): boolean {
    return isAlwaysThere(property, this.#directions, this.#resolver);
  }

  /** The values that the document lists, unless `null` is one more. */
  valuesOf(schema: Schema): readonly Constant[] | undefined {
    const isNullable = this.#resolver.isNullable(schema);
    return isNullable ? undefined : listedValues(this.#resolver.resolve(schema));
  }

  resolve(schema: Schema): Schema {
    return this.#resolver.resolve(schema);
  }

  /** Whether the document gives the schema a name. */
  isNamed(schema: Schema): boolean {
    return this.#resolver.nameOf(schema) !== undefined;
  }

  #readKeys(schema: Schema): Keys {
    if (schema.kind !== 'object') {
      return { known: new Map(), required: [], open: schema.kind === 'map' };
    }
    const { properties, additional } = schema;
    return {
      known: new Map(properties.map((property) => [property.name, property])),
      required: properties
        .filter((property) => this.isAlwaysThere(property))
        .map(({ name }) => name),
      open: additional !== undefined,
    };
  }
}
