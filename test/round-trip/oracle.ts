/**
 * Whether a value is what the document allows, by the document's own schemas.
 *
 * Left out of them is what the codec doesn't check by design: formats, patterns, `multipleOf`, `uniqueItems`, `not` and
 * the like; and a `oneOf` is an `anyOf`, because without those a value may fit several of its members.
 */
import { isValid, type JsonSchema, type JsonSchemaObject } from './json-schema.ts';
import {
  entriesOf,
  isRaw,
  isReference,
  itemsOf,
  type Raw,
  type RawDocument,
} from './raw-document.ts';

const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'];

export class Oracle {
  readonly #document: RawDocument;
  readonly #definitions = new Map<string, JsonSchema>();
  /** By `$ref`, or by the object itself. */
  readonly #roots = new Map<unknown, string>();

  constructor(document: RawDocument) {
    this.#document = document;
  }

  /** Makes a schema known. Returns its name. */
  add(schema: unknown): string {
    const key = isReference(schema) && Object.keys(schema).length === 1 ? schema.$ref : schema;
    const known = this.#roots.get(key);
    if (known !== undefined) return known;
    const name = `root${this.#roots.size}`;
    this.#roots.set(key, name);
    this.#definitions.set(name, this.#convert(schema));
    return name;
  }

  /** All schemas, by name. */
  get definitions(): ReadonlyMap<string, JsonSchema> {
    return this.#definitions;
  }

  /** Whether the value is allowed by the schema that was added under this name. */
  allows(name: string, value: unknown): boolean {
    return isValid({ $ref: `#/$defs/${name}` }, withNumbers(value), this.#definitions);
  }

  #convert(raw: unknown): JsonSchema {
    if (raw === false) return false;
    if (!isRaw(raw)) return {};
    if (isReference(raw) && this.#document.refStandsAlone) {
      return nullableWhen(raw, this.#reference(raw.$ref));
    }
    const own: JsonSchemaObject = {
      ...this.#types(raw),
      ...this.#object(raw),
      ...this.#lists(raw),
      ...limitsOf(raw),
    };
    const parts: JsonSchema[] = [own];
    if (isReference(raw)) parts.push(this.#reference(raw.$ref));
    for (const part of itemsOf(raw.allOf)) parts.push(this.#convert(part));
    for (const keyword of ['anyOf', 'oneOf']) {
      const anyOf = itemsOf(raw[keyword]).map((member) => this.#convert(member));
      if (anyOf.length > 0) parts.push({ anyOf });
    }
    return nullableWhen(raw, parts.length === 1 ? own : { allOf: parts });
  }

  #reference(ref: string): JsonSchemaObject {
    const name = encodeURIComponent(ref).replace(/[^\w]/gu, '_');
    if (!this.#definitions.has(name)) {
      this.#definitions.set(name, {});
      this.#definitions.set(name, this.#convert(this.#document.at(ref)));
    }
    return { $ref: `#/$defs/${name}` };
  }

  #types(raw: Raw): JsonSchemaObject {
    const stated = Array.isArray(raw.type) ? raw.type : [raw.type];
    const type = stated.filter((one) => typeof one === 'string' && TYPES.includes(one));
    return {
      ...(type.length > 0 ? { type } : impliedType(raw)),
      ...(itemsOf(raw.enum).length > 0 && { enum: itemsOf(raw.enum) }),
      ...(Object.hasOwn(raw, 'const') && { const: raw.const }),
    };
  }

  #object(raw: Raw): JsonSchemaObject {
    const properties = entriesOf(raw.properties).map(([name, schema]) => [
      name,
      this.#convert(schema),
    ]);
    const required = itemsOf(raw.required).filter((name) => typeof name === 'string');
    const others = raw.additionalProperties ?? raw.unevaluatedProperties;
    return {
      ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
      ...(required.length > 0 && { required: [...new Set(required)] }),
      ...(isRaw(others) && { additionalProperties: this.#convert(others) }),
      ...(others === false && raw.properties !== undefined && { additionalProperties: false }),
    };
  }

  #lists(raw: Raw): JsonSchemaObject {
    const prefixItems = itemsOf(raw.prefixItems).map((item) => this.#convert(item));
    return {
      ...(prefixItems.length > 0 && { prefixItems }),
      ...(raw.items !== undefined &&
        !Array.isArray(raw.items) && { items: this.#convert(raw.items) }),
    };
  }
}

/** A missing type is the one that the other keywords are about: the most frequent slip. */
function impliedType(raw: Raw): JsonSchemaObject {
  if (raw.enum !== undefined || Object.hasOwn(raw, 'const')) return {};
  const others = raw.additionalProperties ?? raw.unevaluatedProperties;
  if (isRaw(raw.properties) || others !== undefined) return { type: 'object' };
  if (raw.items !== undefined) return { type: 'array' };
  // `format: string` is a slip for `type: string`.
  return TYPES.includes(String(raw.format)) ? { type: String(raw.format) } : {};
}

/** 3.0 says with a boolean that a limit itself is excluded. */
function limitsOf(raw: Raw): JsonSchemaObject {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = raw;
  const limits = Object.fromEntries(
    LIMITS.flatMap((name) => (typeof raw[name] === 'number' ? [[name, raw[name]]] : [])),
  );
  const above = exclusiveMinimum === true ? minimum : exclusiveMinimum;
  const below = exclusiveMaximum === true ? maximum : exclusiveMaximum;
  return {
    ...limits,
    ...(typeof above === 'number' && { exclusiveMinimum: above }),
    ...(typeof below === 'number' && { exclusiveMaximum: below }),
  };
}

function nullableWhen(raw: Raw, schema: JsonSchemaObject): JsonSchemaObject {
  return raw.nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema;
}

/** JSON Schema knows one kind of number. */
function withNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== 'object' || value === null) return value;
  const copy = {};
  for (const [key, member] of Object.entries(value)) {
    Object.defineProperty(copy, key, { value: withNumbers(member), enumerable: true });
  }
  return copy;
}
