import type { Section } from './case.ts';

export const objects: Section = {
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
        JSON.parse('{"type":"a","userID":"b","user_id":"c","2fa":true,"__proto__":"d"}') as unknown,
      ],
    },
  ],
};
