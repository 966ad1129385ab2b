/**
 * What docs/openapi-to-wit.md shows: constructs of OpenAPI, each with a document that has it and JSON that goes through
 * it. The WIT and the JavaScript values on the page are what the converter and the codec make of them.
 */

export interface Section {
  readonly title: string;
  readonly text: string;
  readonly cases: readonly Case[];
}

export type Case = SchemaCase | OperationCase;

interface CaseBase {
  readonly title: string;
  readonly why: string;
  /** The OpenAPI version of the snippet; 3.1.0 by default. */
  readonly openapi?: string;
}

/** Named schemas (YAML); the first is a request's body and its answer. */
export interface SchemaCase extends CaseBase {
  readonly schemas: string;
  /** JSON values of the first schema. */
  readonly json: readonly unknown[];
  /** JSON that is refused, and the pointer to what is wrong. */
  readonly refused?: readonly (readonly [json: unknown, pointer: string])[];
  /** What comes out where it isn't what went in, by index of `json`. */
  readonly normalised?: Readonly<Record<number, unknown>>;
  /** The method of the request; PUT by default. */
  readonly method?: 'patch' | 'put';
}

/** Path items (YAML). */
export interface OperationCase extends CaseBase {
  readonly paths: string;
  /** Named schemas (YAML). */
  readonly components?: string;
}

export const SECTIONS: readonly Section[] = [
  {
    title: 'Scalars',
    text: 'A scalar is the narrowest WIT type that holds every value the document allows. Limits (`minimum`, `maxLength` …) are checked on the way in; WIT has no place for them.',
    cases: [
      {
        title: 'Integers',
        why: 'A format decides. Without one, two bounds that fit 32 bits do; else it is `s64`, which is exact where a JavaScript number is not: a `bigint` beyond 2^53 is read from the JSON text digit by digit. A `minimum` alone never narrows: what is never negative today may be tomorrow.',
        schemas: `
Counters:
  type: object
  required: [total, page, seats, big]
  properties:
    total: { type: integer }
    page: { type: integer, format: int32 }
    seats: { type: integer, minimum: 0, maximum: 500 }
    big: { type: integer, format: uint64 }`,
        json: [{ total: 12, page: 1, seats: 4, big: 18446744073709551615n }],
        refused: [
          [{ total: 1.5, page: 1, seats: 4, big: 1 }, '/total'],
          [{ total: 1, page: 1, seats: 501, big: 1 }, '/seats'],
        ],
      },
      {
        title: 'Numbers',
        why: 'Every number is `f64`, also a `float`: a round trip through 32 bits turns 0.1 into 0.10000000149.',
        schemas: `
Reading:
  type: object
  required: [celsius]
  properties:
    celsius: { type: number, format: float, minimum: -273.15 }`,
        json: [{ celsius: 21.1 }],
        refused: [[{ celsius: -300 }, '/celsius']],
      },
      {
        title: 'Strings and their formats',
        why: 'WIT has no dates, so they stay text, but the alias tells the reader what the text is. `byte` is the exception: base64 is only how JSON carries bytes, and WIT has them.',
        schemas: `
Document:
  type: object
  required: [id, created, content]
  properties:
    id: { type: string, format: uuid }
    created: { type: string, format: date-time }
    content: { type: string, format: byte }`,
        json: [
          {
            id: '6f1e0c3a-5d1b-4c62-9c1e-2f6d3f0b8a11',
            created: '2025-01-31T18:30:00Z',
            content: 'aGVsbG8=',
          },
        ],
        refused: [[{ id: '6f1e', created: '2025', content: 'not base64!' }, '/content']],
      },
      {
        title: 'Enums',
        why: 'A case is a label, so its wire value goes into the codec table and the documentation. Symbols are spelled out, labels that collide get a letter. There is no case for other values: an unknown one in a request is answered 400.',
        schemas: `
Vote:
  type: object
  required: [kind, size]
  properties:
    kind: { type: string, enum: ['+1', '-1', heart, Heart] }
    size: { type: integer, enum: [1, 2, 4] }`,
        json: [{ kind: '+1', size: 2 }],
        refused: [
          [{ kind: 'rocket', size: 2 }, '/kind'],
          [{ kind: 'heart', size: 3 }, '/size'],
        ],
      },
      {
        title: 'Constants',
        why: 'A property that always says the same carries nothing, so the record has no field for it. It is checked on the way in and written on the way out.',
        schemas: `
Customer:
  type: object
  required: [object, name]
  properties:
    object: { const: customer }
    name: { type: string }`,
        json: [{ object: 'customer', name: 'Ada' }],
        refused: [
          [{ object: 'order', name: 'Ada' }, '/object'],
          [{ name: 'Ada' }, '/object'],
        ],
      },
    ],
  },
  {
    title: 'Objects and arrays',
    text: 'Names come from the document: component names, titles, property names with what they belong to. Labels are kebab-case, and the names of the document are in the codec table, never guessed from labels.',
    cases: [
      {
        title: 'Optional and nullable',
        why: 'Both are `option`. Where a property is both, an absent value and null come to the same, and it is written as absent; only PATCH tells them apart (below).',
        schemas: `
Person:
  type: object
  required: [name, manager]
  properties:
    name: { type: string }
    nickname: { type: string }
    manager: { type: [string, 'null'] }
    leaves: { type: [string, 'null'], format: date }`,
        json: [
          { name: 'Ada', manager: null },
          { name: 'Ada', nickname: 'A', manager: 'Grace', leaves: null },
        ],
        normalised: { 1: { name: 'Ada', nickname: 'A', manager: 'Grace' } },
        refused: [
          [{ name: 'Ada' }, '/manager'],
          [{ name: null, manager: null }, '/name'],
        ],
      },
      {
        title: 'PATCH bodies: absent, null or a value',
        why: 'In a PATCH an absent property is left alone and null removes it (RFC 7396), so both must arrive. A schema that is also used elsewhere becomes two records.',
        method: 'patch',
        schemas: `
Profile:
  type: object
  properties:
    name: { type: string }
    bio: { type: [string, 'null'] }`,
        json: [{}, { bio: null }, { name: 'Ada', bio: 'Counts.' }],
      },
      {
        title: 'Arrays',
        why: 'A list. `minItems` and `maxItems` are checked on the way in.',
        schemas: `
Tags:
  type: array
  maxItems: 3
  items: { type: string }`,
        json: [['a', 'b'], []],
        refused: [
          [['a', 'b', 'c', 'd'], ''],
          [['a', 1], '/1'],
        ],
      },
      {
        title: 'Exact arrays',
        why: 'When every position has its type and nothing may follow, it is a tuple.',
        schemas: `
Position:
  type: object
  required: [at]
  properties:
    at:
      type: array
      prefixItems: [{ type: number }, { type: number }]
      items: false
      minItems: 2`,
        json: [{ at: [52.5, 13.4] }],
        refused: [[{ at: [52.5] }, '/at']],
      },
      {
        title: 'Maps',
        why: 'WIT 0.2 has no map; a list of pairs keeps the order too. Beside named properties it is a field of its own.',
        schemas: `
Translations:
  type: object
  required: [language]
  properties:
    language: { type: string }
  additionalProperties: { type: string }`,
        json: [{ language: 'de', hello: 'hallo', bye: 'tschüss' }],
        refused: [[{ language: 'de', hello: 1 }, '/hello']],
      },
      {
        title: 'Anything',
        why: 'Where the document leaves the type open, the value is JSON text. That loses nothing, so the report does not count it.',
        schemas: `
Event:
  type: object
  required: [kind]
  properties:
    kind: { type: string }
    payload: {}`,
        json: [{ kind: 'push', payload: { commits: [1, 2] } }],
      },
      {
        title: 'Read-only and write-only',
        why: 'One record for both ways: a field that is absent in one of them is an option.',
        schemas: `
Account:
  type: object
  required: [id, password]
  properties:
    id: { type: string, readOnly: true }
    password: { type: string, writeOnly: true }`,
        json: [{ id: '1' }, { password: 'secret' }],
      },
      {
        title: 'Names that WIT can not have, or twice',
        why: 'A label is lower-case words; two that differ in case or hyphens alone are the same for WIT. Keywords are escaped. The first keeps its name.',
        schemas: `
Odd:
  type: object
  required: [type, userID, user_id, 2fa, __proto__]
  properties:
    type: { type: string }
    userID: { type: string }
    user_id: { type: string }
    2fa: { type: boolean }
    __proto__: { type: string }`,
        json: [
          JSON.parse(
            '{"type":"a","userID":"b","user_id":"c","2fa":true,"__proto__":"d"}',
          ) as unknown,
        ],
      },
    ],
  },
  {
    title: 'Composition',
    text: 'Schemas that hold at once are one type; alternatives are a variant, where the JSON itself says which it is.',
    cases: [
      {
        title: 'allOf',
        why: 'Properties and `required` of all are one record, left to right. A base keeps its name only where it is used itself.',
        schemas: `
Dog:
  allOf:
    - $ref: '#/components/schemas/Animal'
    - type: object
      required: [barks]
      properties:
        barks: { type: boolean }
Animal:
  type: object
  required: [name]
  properties:
    name: { type: string }`,
        json: [{ name: 'Rex', barks: true }],
      },
      {
        title: 'A property that is described twice',
        why: 'Both hold, so the narrower one is the type.',
        schemas: `
Circle:
  allOf:
    - $ref: '#/components/schemas/Figure'
    - type: object
      required: [kind, radius]
      properties:
        kind: { type: string, enum: [circle, ring] }
        radius: { type: number, minimum: 0 }
Figure:
  type: object
  properties:
    kind: { type: string, maxLength: 20 }`,
        json: [{ kind: 'ring', radius: 2 }],
        refused: [[{ kind: 'square', radius: 2 }, '/kind']],
      },
      {
        title: 'oneOf with a discriminator',
        why: 'The property says which alternative it is, so the variant needs no guess. It stays a field, unless it is a constant.',
        schemas: `
Payment:
  oneOf:
    - $ref: '#/components/schemas/Card'
    - $ref: '#/components/schemas/Transfer'
  discriminator:
    propertyName: method
    mapping: { card: '#/components/schemas/Card', sepa: '#/components/schemas/Transfer' }
Card:
  type: object
  required: [method, number]
  properties:
    method: { type: string }
    number: { type: string }
Transfer:
  type: object
  required: [method, iban]
  properties:
    method: { const: sepa }
    iban: { type: string }`,
        json: [
          { method: 'card', number: '4242' },
          { method: 'sepa', iban: 'DE02' },
        ],
        refused: [
          [{ method: 'cash' }, '/method'],
          [{ method: 'sepa', number: '4242' }, '/iban'],
        ],
      },
      {
        title: 'oneOf by JSON type',
        why: 'A string is no number, so nothing else has to tell them apart.',
        schemas: `
Setting:
  type: object
  required: [value]
  properties:
    value:
      oneOf:
        - type: string
        - type: integer
        - type: array
          items: { type: string }`,
        json: [{ value: 'on' }, { value: 3 }, { value: ['a'] }],
        refused: [[{ value: true }, '/value']],
      },
      {
        title: 'Lists of types, and mixed enums',
        why: 'They are choices by JSON type too, written shorter.',
        schemas: `
Limit:
  type: object
  required: [size, mode]
  properties:
    size: { type: [integer, boolean] }
    mode: { enum: [auto, none, 0, 1] }`,
        json: [
          { size: 5, mode: 'auto' },
          { size: false, mode: 1 },
        ],
        refused: [
          [{ size: 'L', mode: 1 }, '/size'],
          [{ size: 5, mode: 2 }, '/mode'],
        ],
      },
      {
        title: 'oneOf by required properties',
        why: 'One alternative has a property that another can not have, or must have one that it lacks.',
        schemas: `
Target:
  oneOf:
    - title: By id
      type: object
      required: [id]
      properties: { id: { type: string } }
      additionalProperties: false
    - title: By name
      type: object
      required: [name]
      properties: { name: { type: string } }
      additionalProperties: false`,
        json: [{ id: '7' }, { name: 'seven' }],
      },
      {
        title: 'Alternatives that nothing tells apart',
        why: 'A value that fits both has two readings, and a wrong one would lose data. The value stays JSON text, and the report says why.',
        schemas: `
Shape:
  type: object
  required: [outline]
  properties:
    outline:
      anyOf:
        - type: object
          properties: { width: { type: number } }
        - type: object
          properties: { radius: { type: number } }`,
        json: [{ outline: { radius: 2 } }],
      },
      {
        title: 'A base class with a discriminator',
        why: 'Who refers to the base may get any of those that extend it. One that the document does not know arrives as JSON text.',
        schemas: `
Zoo:
  type: object
  required: [star]
  properties:
    star: { $ref: '#/components/schemas/Animal' }
Animal:
  type: object
  required: [species]
  discriminator: { propertyName: species }
  properties:
    species: { type: string }
Cat:
  allOf:
    - $ref: '#/components/schemas/Animal'
    - type: object
      properties:
        lives: { type: integer, format: int32 }
Fish:
  allOf:
    - $ref: '#/components/schemas/Animal'
    - type: object
      properties:
        salty: { type: boolean }`,
        json: [{ star: { species: 'Cat', lives: 9 } }, { star: { species: 'Newt', legs: 4 } }],
      },
      {
        title: 'Recursion',
        why: 'WIT types can not contain themselves. Only the edge that closes the circle is JSON text; all records stay.',
        schemas: `
Category:
  type: object
  required: [name]
  properties:
    name: { type: string }
    children:
      type: array
      items: { $ref: '#/components/schemas/Category' }`,
        json: [{ name: 'all', children: [{ name: 'some' }] }],
      },
    ],
  },
  {
    title: 'Operations',
    text: 'An operation is a function, in the interface of its tag. It returns a `result`: what it answers when all goes well, or an error that the document describes.',
    cases: [
      {
        title: 'Parameters, answer and errors',
        why: 'Parameters are arguments, those of the path first; more than six arguments are one record. Each status is a case, so a service can not answer what the document does not know. `other` is for what happens anyway.',
        paths: `
/orders/{id}:
  get:
    tags: [orders]
    operationId: getOrder
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: fields, in: query, schema: { type: array, items: { type: string } } }
    responses:
      '200': { description: The order, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      '404': { description: No such order }
      default: { description: Any other problem, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }`,
        components: `
Order: { type: object, required: [id], properties: { id: { type: string } } }
Problem: { type: object, properties: { detail: { type: string } } }`,
      },
      {
        title: 'Without tags and names',
        why: 'Operations are divided by the first segment of their path that says something, and named after method and path.',
        paths: `
/v1/invoices/{number}/lines:
  get:
    parameters: [{ name: number, in: path, required: true, schema: { type: integer } }]
    responses:
      '200': { description: '', content: { application/json: { schema: { type: array, items: { type: string } } } } }`,
      },
      {
        title: 'Many parameters',
        why: 'More than six arguments in a row are read by nobody: they are a record.',
        paths: `
/search:
  get:
    tags: [search]
    operationId: search
    parameters:
      - { name: q, in: query, required: true, schema: { type: string } }
      - { name: from, in: query, schema: { type: string, format: date } }
      - { name: to, in: query, schema: { type: string, format: date } }
      - { name: sort, in: query, schema: { type: string, enum: [new, old] } }
      - { name: limit, in: query, schema: { type: integer, format: int32, maximum: 100 } }
      - { name: offset, in: query, schema: { type: integer, format: int32 } }
      - { name: X-Trace, in: header, schema: { type: string } }
    responses:
      '204': { description: Nothing found }`,
      },
      {
        title: 'Several successes, and none',
        why: 'Several are a variant. When the document names no success at all, the function says status and body itself.',
        paths: `
/jobs:
  post:
    tags: [jobs]
    operationId: startJob
    responses:
      '200': { description: Done, content: { application/json: { schema: { type: string } } } }
      '202': { description: Started }
  delete:
    tags: [jobs]
    operationId: stopJobs
    responses:
      '409': { description: They can not be stopped }`,
      },
      {
        title: 'Response headers',
        why: 'A documented header is part of the answer, beside the body.',
        paths: `
/orders:
  get:
    tags: [orders]
    operationId: listOrders
    responses:
      '200':
        description: A page of orders
        headers:
          X-Total-Count: { required: true, schema: { type: integer, format: int32 } }
          Link: { description: The next page, schema: { type: string } }
        content: { application/json: { schema: { type: array, items: { type: string } } } }`,
      },
      {
        title: 'Several media types of a body',
        why: 'Media types that come to the same type are one argument: the adapter reads each. Different types are a variant.',
        paths: `
/notes:
  post:
    tags: [notes]
    operationId: addNote
    requestBody:
      required: true
      content:
        application/json: { schema: { $ref: '#/components/schemas/Note' } }
        application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Note' } }
        text/plain: { schema: { type: string } }
    responses:
      '201': { description: Added }`,
        components: `
Note: { type: object, required: [text], properties: { text: { type: string } } }`,
      },
      {
        title: 'Forms',
        why: 'A url-encoded form is a record like any other; an object in it is read as JSON, a list as repeated fields, unless the document says otherwise.',
        paths: `
/login:
  post:
    tags: [session]
    operationId: logIn
    requestBody:
      required: true
      content:
        application/x-www-form-urlencoded:
          schema:
            type: object
            required: [user]
            properties:
              user: { type: string }
              remember: { type: boolean }
              scope: { type: array, items: { type: string } }
    responses:
      '204': { description: Logged in }`,
      },
      {
        title: 'Multipart',
        why: 'A form is a record. A file brings its name and its type along.',
        paths: `
/photos:
  post:
    tags: [photos]
    operationId: addPhoto
    requestBody:
      required: true
      content:
        multipart/form-data:
          schema:
            type: object
            required: [photo]
            properties:
              photo: { type: string, format: binary }
              title: { type: string }
    responses:
      '201': { description: Added }`,
      },
      {
        title: 'Bytes of several types',
        why: 'What is not text and has no schema is bytes; where several types are possible, the value says which it is.',
        paths: `
/avatar:
  get:
    tags: [avatar]
    operationId: getAvatar
    responses:
      '200':
        description: The picture
        content:
          image/png: { schema: { type: string, format: binary } }
          image/jpeg: { schema: { type: string, format: binary } }`,
      },
      {
        title: 'Redirects',
        why: 'Where to is all that a redirect says.',
        paths: `
/latest:
  get:
    tags: [releases]
    operationId: latestRelease
    responses:
      '302': { description: The latest release }`,
      },
    ],
  },
];
