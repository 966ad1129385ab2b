import {
  entriesOf,
  isRaw,
  isReference,
  itemsOf,
  type Raw,
  type RawDocument,
} from './raw-document.ts';

/** A choice between schemas, with the value that the discriminator has for each. */
export interface Choice {
  /** What it is known by: the object of the document it stands in. */
  readonly key: object;
  readonly members: readonly Member[];
}

export interface Member {
  readonly schema: unknown;
  /** Property and its value. */
  readonly tag?: readonly [property: string, value: string];
}

/** What a schema says once its `$ref` and `allOf` are followed. */
export interface FlatSchema {
  types: readonly string[] | undefined;
  nullable: boolean;
  values: readonly unknown[] | undefined;
  readonly properties: Map<string, unknown[]>;
  readonly required: Set<string>;
  /** Of those, the ones that only some member of a choice asks for, which is not checked. */
  readonly narrowed: Set<string>;
  /** Schemas of properties that are not listed, where the document states one. */
  readonly additional: unknown[];
  closed: boolean;
  items: unknown[];
  prefixItems: readonly unknown[] | undefined;
  /** Everything else: limits, format. */
  readonly keywords: Record<string, unknown>;
  readonly choices: Choice[];
  readonly tags: Map<string, string>;
  /** Somewhere on the way the document says this. */
  readOnly: boolean;
  writeOnly: boolean;
}

/** All schemas of `parts` at once. */
export function flatten(document: RawDocument, parts: readonly unknown[]): FlatSchema {
  const flat: FlatSchema = {
    ...{ types: undefined, nullable: false, values: undefined, closed: false },
    ...{
      properties: new Map(),
      required: new Set(),
      narrowed: new Set(),
      additional: [],
      items: [],
    },
    ...{ prefixItems: undefined, keywords: {}, choices: [], tags: new Map() },
    ...{ readOnly: false, writeOnly: false },
  };
  const seen = new Set<unknown>();
  for (const part of parts) absorb(document, flat, part, seen);
  return flat;
}

/** Adds a member that was chosen. */
export function choose(document: RawDocument, flat: FlatSchema, { schema, tag }: Member): void {
  if (tag !== undefined) flat.tags.set(...tag);
  if (isRaw(schema) && Object.keys(schema).every((keyword) => keyword === 'required')) {
    for (const name of itemsOf(schema.required)) flat.narrowed.add(String(name));
  }
  absorb(document, flat, schema, new Set());
}

/** `extended`: a child refers to it, so it is no choice between its children. */
function absorb(
  document: RawDocument,
  flat: FlatSchema,
  raw: unknown,
  seen: Set<unknown>,
  extended = false,
): void {
  if (!isRaw(raw) || seen.has(raw)) return;
  seen.add(raw);
  if (raw.nullable === true) flat.nullable = true;
  if (isReference(raw)) {
    absorb(document, flat, document.at(raw.$ref), seen, extended);
    if (document.refStandsAlone) return;
  }
  for (const part of itemsOf(raw.allOf)) absorb(document, flat, part, seen, true);
  absorbTypes(flat, raw);
  absorbObject(flat, raw);
  if (raw.items !== undefined) flat.items.push(raw.items);
  if (Array.isArray(raw.prefixItems)) flat.prefixItems = raw.prefixItems;
  for (const keyword of KEYWORDS) {
    if (raw[keyword] !== undefined) flat.keywords[keyword] = raw[keyword];
  }
  flat.readOnly ||= raw.readOnly === true;
  flat.writeOnly ||= raw.writeOnly === true;
  absorbChoices(document, flat, raw, extended);
}

const KEYWORDS = [
  ...['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'contentEncoding'],
];

function absorbTypes(flat: FlatSchema, raw: Raw): void {
  const stated = (Array.isArray(raw.type) ? raw.type : [raw.type]).filter((type) =>
    TYPES.has(type),
  );
  if (Array.isArray(raw.type) && stated.includes('null')) flat.nullable = true;
  // `format: string` is a slip for `type: string`.
  const meant = raw.type === undefined && TYPES.has(raw.format) ? [raw.format] : stated;
  const types = meant.filter((type) => type !== 'null');
  if (types.length > 0) {
    flat.types = flat.types === undefined ? types : both(flat.types, types);
  }
  const values = Object.hasOwn(raw, 'const') ? [raw.const] : itemsOf(raw.enum);
  if (values.length === 0) return;
  flat.values =
    flat.values === undefined ? values : flat.values.filter((value) => values.includes(value));
}

const TYPES = new Set<unknown>([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'null',
]);

function both(one: readonly string[], other: readonly string[]): readonly string[] {
  const has = (types: readonly string[], type: string) =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  return [...new Set([...one, ...other])].filter((type) => has(one, type) && has(other, type));
}

function absorbObject(flat: FlatSchema, raw: Raw): void {
  for (const [name, schema] of entriesOf(raw.properties)) {
    flat.properties.set(name, [...(flat.properties.get(name) ?? []), schema]);
  }
  for (const name of itemsOf(raw.required)) if (typeof name === 'string') flat.required.add(name);
  const others = raw.additionalProperties ?? raw.unevaluatedProperties;
  if (others === false) flat.closed = true;
  else if (others === true || isRaw(others)) flat.additional.push(others);
}

function absorbChoices(document: RawDocument, flat: FlatSchema, raw: Raw, extended: boolean): void {
  for (const keyword of ['anyOf', 'oneOf']) {
    const members = itemsOf(raw[keyword]).filter((member) => !isNull(member));
    if (members.length < itemsOf(raw[keyword]).length) flat.nullable = true;
    if (members.length === 0) continue;
    flat.choices.push({
      key: raw[keyword] as object,
      members: members.map((schema) => tagged(document, raw, schema)),
    });
  }
  const children = document.childrenOf(raw);
  const { propertyName } = isRaw(raw.discriminator) ? raw.discriminator : {};
  const isBase = raw.anyOf === undefined && raw.oneOf === undefined;
  if (extended || !isBase || typeof propertyName !== 'string' || children.length === 0) return;
  flat.choices.push({ key: raw, members: children.map((child) => tagged(document, raw, child)) });
}

function isNull(schema: unknown): boolean {
  return isRaw(schema) && schema.type === 'null';
}

/** The value of the discriminator: the key that the mapping has for the schema, else the schema's name. */
function tagged(document: RawDocument, raw: Raw, schema: unknown): Member {
  const { propertyName, mapping } = isRaw(raw.discriminator) ? raw.discriminator : {};
  const target = document.resolve(schema);
  if (typeof propertyName !== 'string') return { schema };
  const mapped = entriesOf(mapping).find(([, to]) => {
    const pointer = String(to).startsWith('#') ? String(to) : `#/components/schemas/${to}`;
    return document.resolve({ $ref: pointer }) === target;
  });
  const value = mapped?.[0] ?? document.nameOf(target);
  return value === undefined ? { schema } : { schema, tag: [propertyName, value] };
}

/** How the document comes to what is at a path: through named properties only, or not at all. */
export type Described = 'by name' | 'otherwise' | 'not';

/** What the document says about what is at a path of a value; of a choice, in any of its members. */
export function describedAt(
  document: RawDocument,
  schemas: readonly unknown[],
  [key, ...rest]: readonly (string | number)[],
): Described {
  if (key === undefined) return 'by name';
  const flat = withAllMembers(document, schemas);
  const inside = (inner: readonly unknown[]): Described =>
    describedAt(document, inner, rest) === 'not' ? 'not' : 'otherwise';
  if (typeof key === 'number') {
    const item = flat.prefixItems?.[key];
    return inside(item === undefined ? flat.items : [item]);
  }
  const own = flat.properties.get(key);
  if (own !== undefined) return describedAt(document, own, rest);
  if (flat.additional.length > 0) return inside(flat.additional.filter(isRaw));
  // An object about which nothing is said at all is any JSON.
  const isOpen = flat.properties.size === 0 && !flat.closed;
  return flat.required.has(key) || isOpen ? 'otherwise' : 'not';
}

function withAllMembers(document: RawDocument, schemas: readonly unknown[]): FlatSchema {
  const flat = flatten(document, schemas);
  for (const { members } of flat.choices) {
    for (const member of members) {
      if (flat.choices.length < 100) choose(document, flat, member);
    }
  }
  return flat;
}
