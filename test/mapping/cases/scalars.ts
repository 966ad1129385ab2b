import type { Section } from './case.ts';

export const scalars: Section = {
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
};
