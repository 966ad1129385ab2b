// Random changes to an OpenAPI document that know what such a document is made of.

/** What a document means something by: a key renamed to one of these is read in another way. */
const KEYS = [
  ...['$ref', 'type', 'format', 'nullable', 'enum', 'const', 'default', 'example', 'examples'],
  ...['allOf', 'oneOf', 'anyOf', 'not', 'discriminator', 'mapping', 'propertyName', 'if'],
  ...['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'minLength', 'maxLength', 'pattern'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'readOnly'],
  ...['openapi', 'info', 'servers', 'url', 'variables', 'paths', 'components', 'schemas', 'tags'],
  ...['parameters', 'requestBody', 'responses', 'content', 'schema', 'headers', 'links'],
  ...['callbacks', 'security', 'name', 'in', 'style', 'explode', 'description', 'operationId'],
  ...['get', 'post', 'put', 'delete', 'default', '200', '204', '4XX', '302', 'application/json'],
  ...['__proto__', 'constructor', 'toString', 'length', '', 'x-a', '/{a}/{b}', '/', '*/*'],
];

const VALUES = [
  ...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, -0, 3, 200, [], {}, [[]], [null], {}],
  ...['', 'string', 'integer', 'number', 'object', 'array', 'boolean', 'null', 'int64', 'binary'],
  ...['query', 'path', 'header', 'cookie', 'form', 'deepObject', 'matrix', 'date-time', 'byte'],
  ...['#', '#/', '#/paths', '#/components/schemas', '#/components/schemas/x', 'other.yaml#/a'],
  ...['__proto__', 'constructor', 'a\u0000b', '*/', '`', '\uD800', '\u202E', '../..', '{a}', '/'],
  ...['application/json', 'text/plain', '3.0.3', '3.1.0', '2.0', 'x'.repeat(5000), '(a+)+$', '['],
  ...[{ type: 'string' }, { type: ['string', 'null'] }, { enum: ['a', 'A', ''] }, { not: {} }],
  ...[{ $ref: '#' }, { allOf: [] }, { oneOf: [{}] }, { toString: 1, valueOf: 1 }, ['string']],
];

/**
 * A function that takes texts of documents and gives the text of a mutant of one of them.
 *
 * @param {string} seed the same seed makes the same mutant
 */
export function createMutator(seed) {
  const random = randomNumbers(seed);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];

  /** A random place: the object or array, and a key in it. Seldom near the root, where a change ends all reading. */
  function place(document) {
    let node = document;
    for (let depth = 0; ; depth += 1) {
      const keys = Object.keys(node);
      if (keys.length === 0) return undefined;
      const inner = keys.filter((key) => isBranch(node[key]));
      const key = pick(inner.length > 0 && random() < 0.85 ? inner : keys);
      if (!isBranch(node[key]) || random() < (depth < 3 ? 0.01 : 0.15)) return { node, key };
      node = node[key];
    }
  }

  function reference(document) {
    const names = Object.keys(document?.components?.schemas ?? {});
    return { $ref: `#/components/schemas/${pick(names) ?? 'x'}` };
  }

  const changes = [
    ({ node, key }) => (Array.isArray(node) ? node.splice(Number(key), 1) : delete node[key]),
    ({ node, key }) => put(node, key, structuredClone(pick(VALUES))),
    ({ node }) => put(node, pick(KEYS), structuredClone(pick(VALUES))),
    ({ node, key }) => rename(node, key, pick(KEYS)),
    ({ node, key }, document) => put(node, key, reference(document)),
    ({ node, key }, document) => put(node, key, wrapped(node[key], reference(document))),
    ({ node, key }, document) => copy(document, node, key),
    ({ node, key }, document) => copy(document, node, pick(KEYS) ?? key),
    ({ node, key }) => put(node, pick(Object.keys(node)), node[key]),
  ];

  function wrapped(value, other) {
    return pick([
      { allOf: [value, other] },
      { oneOf: [value, other] },
      { anyOf: [other, { type: 'null' }, value] },
      { type: 'array', items: value },
      { type: 'object', properties: { self: other, value }, required: ['value', 'self'] },
      { type: 'object', additionalProperties: value },
      [value, value],
    ]);
  }

  function copy(document, node, key) {
    const from = place(document);
    if (from !== undefined) put(node, key, structuredClone(from.node[from.key]));
  }

  /** Some texts are no JSON any more. */
  function damaged(text) {
    const at = below(text.length);
    return pick([
      () => text.slice(0, at),
      () => text.slice(0, at) + text.slice(at + 1 + below(20)),
      () =>
        `${text.slice(0, at)}${pick(['"', '{', ']', '\u0000', '\\', ':', '#', '\n'])}${text.slice(at)}`,
    ])();
  }

  return (texts) => {
    const document = JSON.parse(pick(texts));
    for (let count = 1 + below(8); count > 0; count -= 1) {
      const where = place(document);
      if (where !== undefined) pick(changes)(where, document);
    }
    const text = JSON.stringify(document);
    return random() < 0.03 ? damaged(text) : text;
  };
}

function isBranch(value) {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** Sets a property of any name: `__proto__` too, as JSON.parse does. */
function put(node, key, value) {
  if (Array.isArray(node)) node[Math.min(Number(key) || 0, node.length)] = value;
  else {
    Object.defineProperty(node, key, {
      ...{ value, enumerable: true, configurable: true, writable: true },
    });
  }
}

function rename(node, key, name) {
  if (Array.isArray(node)) return;
  const value = node[key];
  delete node[key];
  put(node, name, value);
}

/** mulberry32 (public domain, Tommy Ettinger), seeded by an FNV-1a hash of the text. */
function randomNumbers(seed) {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
