import { describe, expect, it } from 'vitest';
import { References } from '../../../src/openapi/references.ts';
import { apiOf, documentWith, failureOf } from '../support.ts';

const references = new References({
  name: 'doc',
  value: {
    components: {
      schemas: {
        Pet: { $anchor: 'pet', properties: { tag: { $dynamicAnchor: 'tag' } } },
        Again: { $anchor: 'pet' },
        Zoo: {
          $id: 'https://example.com/schemas/zoo',
          $defs: {
            Cage: { $id: 'cage', $defs: { Bar: {} }, $anchor: 'cage' },
            Keeper: { $id: '/keeper.json' },
          },
          properties: { $id: { type: 'string' }, $anchor: { type: 'string' } },
        },
        Urn: { $id: 'urn:example:thing', properties: { a: {} } },
        Proto: { $anchor: '__proto__' },
      },
    },
  },
});
const SCHEMAS = '#/components/schemas';
const ZOO = `${SCHEMAS}/Zoo`;

describe('what schemas call themselves', () => {
  it.each([
    ['#pet', '#/paths', `${SCHEMAS}/Pet`],
    ['#%70et', '#/paths', `${SCHEMAS}/Pet`],
    ['#tag', '#/paths', `${SCHEMAS}/Pet/properties/tag`],
    ['#__proto__', '#/paths', `${SCHEMAS}/Proto`],
    ['https://example.com/schemas/zoo', '#/paths', ZOO],
    ['https://example.com/schemas/zoo#/$defs/Cage', '#/paths', `${ZOO}/$defs/Cage`],
    ['https://example.com/schemas/cage#/$defs/Bar', '#/paths', `${ZOO}/$defs/Cage/$defs/Bar`],
    ['https://example.com/keeper.json', '#/paths', `${ZOO}/$defs/Keeper`],
    ['urn:example:thing#/properties/a', '#/paths', `${SCHEMAS}/Urn/properties/a`],
    ['cage', `${ZOO}/properties/x`, `${ZOO}/$defs/Cage`],
    ['zoo', `${ZOO}/$defs/Cage/$defs/Bar`, ZOO],
    ['#/$defs/Cage', `${ZOO}/properties/x`, `${ZOO}/$defs/Cage`],
    ['#/$defs/Bar', `${ZOO}/$defs/Cage`, `${ZOO}/$defs/Cage/$defs/Bar`],
    ['#', `${ZOO}/properties/x`, ZOO],
    ['#', `${ZOO}/$defs/Cage/$defs/Bar`, `${ZOO}/$defs/Cage`],
    ['#', `${SCHEMAS}/Pet`, '#'],
    // Not what JSON Schema says, but what everybody who writes it means.
    ['#/components/schemas/Pet', `${ZOO}/properties/x`, `${SCHEMAS}/Pet`],
  ])('%s at %s is %s', (ref, from, pointer) => {
    expect(references.target(ref, from).pointer).toBe(pointer);
    expect(references.target(ref, from).pointer).toBe(pointer);
  });

  it.each([
    ['#nothing', '#/paths', /leads nowhere/],
    ['#constructor', '#/paths', /leads nowhere/],
    ['#/$defs/Cage', '#/paths', /leads nowhere/],
    ['#/$defs/Bar', ZOO, /leads nowhere/],
    ['cage', '#/paths', /one file is read/],
    ['https://example.com/schemas/other', '#/paths', /one file is read/],
    ['https://[', '#/paths', /one file is read/],
  ])('%s at %s is nothing', (ref, from, message) => {
    const failure = failureOf(() => references.target(ref, from));
    expect(failure).toMatchObject({ code: 2, where: `doc${from}` });
    expect(failure.message).toMatch(message);
  });

  it('also the document itself', () => {
    const $self = 'https://example.com/api.json';
    const value = { ...documentWith({ openapi: '3.2.0' }), $self, a: {} };
    expect(new References({ name: 'doc', value }).target(`${$self}#/a`, '#').pointer).toBe('#/a');
  });

  it('in a model: a list of itself', () => {
    const list = { $id: 'https://example.com/list', properties: { next: { $ref: '#' } } };
    const { schemas } = apiOf({ $ref: '#/components/schemas/List' }, { List: list }, '3.1.0');
    expect(schemas.get(`${SCHEMAS}/List`)?.schema).toMatchObject({
      properties: [{ schema: { kind: 'ref', target: `${SCHEMAS}/List` } }],
    });
  });
});
