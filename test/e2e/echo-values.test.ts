import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileTypes } from '../../templates/runtime/codec.ts';
import { parseJson, stringifyJson } from '../../templates/runtime/json.ts';
import { type EchoComponent, echoComponent } from '../round-trip/echo-component.ts';
import { documentModel } from '../support/models.ts';

const MEGABYTE = 'é😀'.repeat(2 ** 17);

const properties = {
  whole: { type: 'integer', format: 'int64' },
  positive: { type: 'integer', format: 'uint64' },
  number: { type: 'number' },
  text: { type: 'string' },
  bytes: { type: 'string', format: 'byte' },
  point: {
    type: 'array',
    prefixItems: [{ type: 'string' }, { type: 'integer', format: 'int32' }, { type: 'boolean' }],
    ...{ items: false, minItems: 3 },
  },
  numbers: { type: 'array', items: { type: 'number' } },
  small: { type: 'array', items: { type: 'integer', format: 'uint8' } },
  map: { type: 'object', additionalProperties: { type: 'string' } },
  choice: {
    oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'array', items: { type: 'boolean' } }],
  },
  pet: {
    oneOf: [
      {
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: 'cat' }, lives: { type: 'integer' } },
      },
      {
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: 'dog' }, name: { type: 'string' } },
      },
    ],
  },
  patched: { type: ['string', 'null'] },
  ['__proto__']: { type: 'string' },
  constructor: { type: 'boolean' },
};

const model = documentModel(
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Values', version: '1.0.0' },
    paths: {
      '/values': {
        patch: {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Values' } } },
          },
          responses: { 204: { description: 'Fine.' } },
        },
      },
    },
    components: { schemas: { Values: { type: 'object', properties } } },
  }),
);

const { table } = model.typed;
const codecs = compileTypes(table.types);
const body = table.routes[0]?.body?.as;
const code = body !== undefined && 'type' in body ? body.type : undefined;
let component: EchoComponent;

beforeAll(async () => {
  if (code === undefined) throw new Error('the body has no type');
  component = await echoComponent(model.typed, [code, 's64', 'u32']);
});

afterAll(() => component?.close());

async function through(json: string): Promise<string> {
  if (code === undefined) throw new Error('the body has no type');
  const value = codecs.decode(code, parseJson(json));
  return stringifyJson(codecs.encode(code, await component.echo(code, value)));
}

it.each([
  ['the limits of 64 bits', '{"whole":9223372036854775807,"positive":18446744073709551615}'],
  ['the other limit', '{"whole":-9223372036854775808,"positive":0}'],
  ['numbers as they are', '{"number":5e-324,"numbers":[0.1,1e+300,-2.5]}'],
  ['text of every plane', '{"text":"\\u0000\\n\\"é😀\u2028"}'],
  ['a megabyte of text', `{"text":"${MEGABYTE}"}`],
  ['bytes', '{"bytes":"AAH+/w=="}'],
  ['no bytes', '{"bytes":""}'],
  ['a tuple', '{"point":["a",-1,true]}'],
  ['empty lists', '{"numbers":[],"small":[],"map":{}}'],
  ['small integers in a list', '{"small":[0,255]}'],
  ['keys of every kind', '{"map":{"__proto__":"a","":"b","a/b~c":"d"}}'],
  ['a choice: text', '{"choice":"a"}'],
  ['a choice: integer', '{"choice":9007199254740993}'],
  ['a choice: list', '{"choice":[true,false]}'],
  ['a member by its constant', '{"pet":{"kind":"dog","name":"Rex"}}'],
  ['null that was given', '{"patched":null}'],
  ['a value that was given', '{"patched":"a"}'],
  ['nothing that was given', '{}'],
  ['names of the language', '{"__proto__":"a","constructor":true}'],
])('keeps %s', async (_what, json) => {
  expect(await through(json)).toBe(json);
});

// In registers, where componentize-js 0.23 hands over integers without their sign.
it.each([-1n, -(2n ** 63n), 2n ** 63n - 1n])('keeps the argument %s', async (value) => {
  expect(await component.echo('s64', value)).toBe(value);
});

it.each([2 ** 31, 2 ** 32 - 1])('keeps the argument %s', async (value) => {
  expect(await component.echo('u32', value)).toBe(value);
});

it('has one zero in JSON', async () => {
  expect(await through('{"number":-0,"whole":-0}')).toBe('{"whole":0,"number":0}');
});

// WIT text is Unicode scalar values: canonical ABI, "Storing": a lone surrogate has no place in it.
it('replaces a lone surrogate', async () => {
  expect(await through('{"text":"a\\ud800b"}')).toBe('{"text":"a\uFFFDb"}');
});
