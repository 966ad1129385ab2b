/** Documents that are built to hurt: each ends in WIT, or in a refusal. */

export interface HostileShape {
  /** A document, its text, or its bytes. */
  readonly document: object | string | Uint8Array;
  /** `wit`, or what the refusal says of the place: `openapi.json#/…`, `openapi.json:1:2`. */
  readonly end: 'wit' | RegExp;
  /** Of the file; `openapi.json` by default. */
  readonly name?: string;
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ 'application/json': { schema } });

const answer = { 200: { description: 'Fine.', content: json(ref('A')) } };

/** A document with one operation, which answers with the schema `A`. */
function withSchemas(schemas: object, more: object = {}): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Hostile', version: '1' },
    paths: { '/a': { get: { responses: answer } } },
    ...more,
    components: { schemas, ...('components' in more ? (more.components as object) : {}) },
  };
}

function withOperation(operation: object, components: object = {}): object {
  const get = { responses: { 204: { description: 'Fine.' } }, ...operation };
  return withSchemas({ A: {} }, { paths: { '/a/{id}': { get } }, components });
}

function object(properties: object, more: object = {}): object {
  return { type: 'object', properties, ...more };
}

function deep(levels: number, inner: object, step: (inner: object) => object): object {
  let schema = inner;
  for (let level = 0; level < levels; level += 1) schema = step(schema);
  return schema;
}

const text = { type: 'string' };

const CYCLES: Readonly<Record<string, object>> = {
  'a reference to itself': withSchemas({ A: ref('A') }),
  'references in a circle': withSchemas({ A: ref('B'), B: ref('C'), C: ref('A') }),
  'an object in itself': withSchemas({ A: object({ a: ref('A') }, { required: ['a'] }) }),
  'objects in a circle': withSchemas({ A: object({ b: ref('B') }), B: object({ a: ref('A') }) }),
  'a list of itself': withSchemas({ A: { type: 'array', items: ref('A') } }),
  'a map of itself': withSchemas({ A: { type: 'object', additionalProperties: ref('A') } }),
  'a tuple with itself': withSchemas({
    A: { type: 'array', prefixItems: [text, ref('A')], items: false, minItems: 2 },
  }),
  'an allOf of itself': withSchemas({ A: { allOf: [ref('A'), object({ a: text })] } }),
  'allOfs in a circle': withSchemas({ A: { allOf: [ref('B')] }, B: { allOf: [ref('A')] } }),
  'a oneOf with itself': withSchemas({ A: { oneOf: [text, ref('A')] } }),
  'an anyOf with itself in a list': withSchemas({
    A: { anyOf: [text, { type: 'array', items: ref('A') }] },
  }),
  'a choice of two that are one another': withSchemas({
    A: { oneOf: [ref('B'), ref('C')] },
    B: { oneOf: [ref('A'), text] },
    C: { anyOf: [ref('B'), ref('A')] },
  }),
  'a base among its children': withSchemas({
    A: object({ kind: text, next: ref('A') }, { discriminator: { propertyName: 'kind' } }),
    B: { allOf: [ref('A'), object({ a: ref('A'), b: ref('B') })] },
    C: { allOf: [ref('B'), ref('A')] },
  }),
  'a base that extends its child': withSchemas({
    A: { allOf: [ref('B')], discriminator: { propertyName: 'kind' } },
    B: { allOf: [ref('A'), object({ kind: text })] },
  }),
  'a discriminator that maps to itself': withSchemas({
    A: {
      oneOf: [ref('B'), ref('A')],
      discriminator: { propertyName: 'a', mapping: { a: 'A', b: '#/components/schemas/A' } },
    },
    B: object({ a: text }),
  }),
  'a reference into itself': withSchemas({
    A: object({ a: { $ref: '#/components/schemas/A/properties/a' } }),
  }),
  'the whole document': withSchemas({ A: { $ref: '#' } }),
  'a part of the document around it': withSchemas({ A: object({ a: { $ref: '#/components' } }) }),
};

const self = (kind: string, name = 'x') => ({ [name]: { $ref: `#/components/${kind}/${name}` } });
const CIRCLE = /#\/\S+$/u;

/** Circles of what is no schema have no end that could be typed. */
const BROKEN_CYCLES: Readonly<Record<string, object>> = {
  'parameters in a circle': withOperation(
    { parameters: [{ $ref: '#/components/parameters/x' }] },
    { parameters: self('parameters') },
  ),
  'responses in a circle': withOperation(
    { responses: { 200: { $ref: '#/components/responses/x' } } },
    { responses: self('responses') },
  ),
  'bodies in a circle': withOperation(
    { requestBody: { $ref: '#/components/requestBodies/x' } },
    { requestBodies: self('requestBodies') },
  ),
  'headers in a circle': withOperation(
    { responses: { 200: { description: '', headers: { x: { $ref: '#/components/headers/x' } } } } },
    { headers: self('headers') },
  ),
  'path items in a circle': withSchemas(
    { A: {} },
    {
      paths: {
        '/a': { $ref: '#/paths/~1b' },
        '/b': { $ref: '#/paths/~1a', get: { responses: answer } },
      },
    },
  ),
};

const LEVELS = 10_000;
const nested = (open: string, close: string) =>
  `{"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{"/a":{"get":{"responses":{}}}},"x-a":${open.repeat(LEVELS)}1${close.repeat(LEVELS)}}`;

const DEEP: Readonly<Record<string, HostileShape>> = {
  'lists 10,000 deep': { document: nested('[', ']'), end: /openapi\.json#\/x-a/u },
  'objects 10,000 deep': { document: nested('{"a":', '}'), end: /openapi\.json#\/x-a/u },
  'YAML 10,000 deep': {
    document: nested('[', ']'),
    end: /openapi\.yaml#\/x-a/u,
    name: 'openapi.yaml',
  },
  'schemas 200 deep': {
    document: withSchemas({ A: deep(100, text, (a) => object({ a })) }),
    end: 'wit',
  },
  'lists 200 deep': {
    document: withSchemas({ A: deep(200, text, (items) => ({ type: 'array', items })) }),
    end: 'wit',
  },
  'allOf 100 deep': {
    document: withSchemas({ A: deep(100, object({ a: text }), (a) => ({ allOf: [a] })) }),
    end: 'wit',
  },
  'oneOf 100 deep': {
    document: withSchemas({ A: deep(100, text, (a) => ({ oneOf: [a, { type: 'integer' }] })) }),
    end: 'wit',
  },
  'components 10,000 deep': {
    document: withSchemas(
      Object.fromEntries([
        ['A', object({ next: ref('N0') })],
        ...Array.from({ length: LEVELS }, (_, index) => [
          `N${index}`,
          object(index === LEVELS - 1 ? { a: text } : { next: ref(`N${index + 1}`) }),
        ]),
      ]),
    ),
    end: 'wit',
  },
  // Looked through for each use, it would take minutes.
  '1,500 schemas that all lead to all others': {
    document: withSchemas(
      Object.fromEntries(
        ['A', ...Array.from({ length: 1500 }, (_, index) => `N${index}`)].map((name, at) => {
          const uses = Array.from({ length: 12 }, (_, use) => [
            `p${use}`,
            ref(`N${(at * 7 + use * 13) % 1500}`),
          ]);
          return [name, object(Object.fromEntries(uses))];
        }),
      ),
    ),
    end: 'wit',
  },
  'references 10,000 in a row': {
    document: withSchemas(
      Object.fromEntries([
        ['A', ref('N0')],
        ...Array.from({ length: LEVELS }, (_, index) => [`N${index}`, ref(`N${index + 1}`)]),
        [`N${LEVELS}`, text],
      ]),
    ),
    end: 'wit',
  },
};

const bytesOf = (encoding: BufferEncoding, mark: readonly number[]) =>
  Buffer.concat([
    Buffer.from(mark),
    Buffer.from(JSON.stringify(withSchemas({ A: text })), encoding),
  ]);

const minimal = 'openapi: 3.1.0\ninfo: { title: a, version: "1" }\n';
const paths = 'paths: { /a: { get: { responses: { 204: { description: a } } } } }\n';
const bomb = Array.from(
  { length: 40 },
  (_, index) => `x-${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(10)}]`,
);

const TEXTS: Readonly<Record<string, HostileShape>> = {
  'a byte order mark': { document: bytesOf('utf8', [0xef, 0xbb, 0xbf]), end: 'wit' },
  'UTF-16': { document: bytesOf('utf16le', [0xff, 0xfe]), end: 'wit' },
  'bytes that are no UTF-8': {
    document: Uint8Array.of(0x7b, 0xc3, 0x28, 0x7d),
    end: /openapi\.json/u,
  },
  'NUL bytes': { document: `${JSON.stringify(withSchemas({ A: text }))}\0`, end: /openapi\.json/u },
  'a cut off file': { document: '{"openapi":"3.1.0","paths":{', end: /openapi\.json:1:\d+/u },
  nothing: { document: '', end: /openapi\.json/u },
  'a list': { document: '[]', end: /openapi\.json/u },
  'the same key twice': {
    document:
      '{"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{},"paths":{"/a":{"get":{"responses":{"204":{"description":"a"}}}}}}',
    end: 'wit',
  },
  'an alias bomb': {
    document: [minimal, 'x-0: &a0 [a]', ...bomb, paths].join('\n'),
    end: /openapi\.yaml/u,
    name: 'openapi.yaml',
  },
  'an alias of what is around it': {
    document: `${minimal}${paths}x-a: &a { b: *a }\n`,
    end: /openapi\.yaml/u,
    name: 'openapi.yaml',
  },
  'a tag that runs code': {
    document: `${minimal}${paths}x-a: !!js/function "function () { process.exit(9) }"\n`,
    end: /openapi\.yaml:\d+:\d+/u,
    name: 'openapi.yaml',
  },
  'numbers beyond double': {
    document: JSON.stringify(
      withSchemas({ A: object({ a: { type: 'integer', minimum: 7, maximum: 8 } }) }),
    )
      .replace('7', '-1e999')
      .replace('8', '9'.repeat(400)),
    end: 'wit',
  },
  'a file that is elsewhere': {
    document: withSchemas({ A: { $ref: '../../../../etc/passwd' } }),
    end: /#\/components\/schemas\/A|#\/paths/u,
  },
  'an address': {
    document: withSchemas({ A: { $ref: 'http://127.0.0.1:9/a.json' } }),
    end: /#\/components\/schemas\/A|#\/paths/u,
  },
};

const ODD = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '$ref',
    '',
    ' ',
    '+',
    '-',
    '*/',
    '//',
  ],
  ...[
    '🫖',
    '👩‍👩‍👧',
    '\u202E\u2066',
    '\u0000',
    '\uD800',
    '%',
    '1',
    'record',
    'a-b',
    'aB',
    'a_b',
    '名前',
  ],
];

const odd = (make: (name: string) => unknown) =>
  Object.fromEntries(ODD.map((name) => [name, make(name)]));

const NAMES: Readonly<Record<string, object>> = {
  'odd properties': withSchemas({
    A: object(
      odd(() => text),
      { required: ODD },
    ),
  }),
  'odd schemas': withSchemas({
    ...odd((name) => object({ [name || 'empty']: text })),
    A: object(
      odd((name) => ({
        $ref: `#/components/schemas/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('\uD800', '\uFFFD'))}`,
      })),
    ),
    '\uFFFD': text,
  }),
  'odd values': withSchemas({ A: object({ a: { enum: ODD }, b: { const: '__proto__' } }) }),
  'odd discriminators': withSchemas({
    A: {
      oneOf: ODD.slice(0, 12).map((name) =>
        object({ ['__proto__']: { const: name } }, { required: ['__proto__'] }),
      ),
      discriminator: { propertyName: '__proto__' },
    },
  }),
  'odd operations': withSchemas(
    { A: text },
    {
      paths: Object.fromEntries(
        ODD.map((name, index) => [
          `/${index}`,
          { get: { operationId: name, tags: [name], summary: name, responses: answer } },
        ]),
      ),
    },
  ),
  'descriptions that end a comment': withSchemas(
    { A: object({ a: { ...text, description: '*/ } interface x { /* \n/// \u2028 // \r\n' } }) },
    { info: { title: '*/', version: '1', description: '*/ world x {}' } },
  ),
};

function each<Value>(
  shapes: Readonly<Record<string, Value>>,
  shape: (value: Value) => HostileShape,
): [string, HostileShape][] {
  return Object.entries(shapes).map(([name, value]) => [name, shape(value)]);
}

/** By what hurts. */
export const HOSTILE_SHAPES: ReadonlyMap<string, HostileShape> = new Map([
  ...each(CYCLES, (document) => ({ document, end: 'wit' })),
  ...each(BROKEN_CYCLES, (document) => ({ document, end: CIRCLE })),
  ...each(DEEP, (shape) => shape),
  ...each(TEXTS, (shape) => shape),
  ...each(NAMES, (document) => ({ document, end: 'wit' })),
]);
