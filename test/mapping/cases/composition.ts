import type { Section } from './case.ts';

export const composition: Section = {
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
};
