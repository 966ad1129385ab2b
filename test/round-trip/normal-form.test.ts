import { expect, it } from 'vitest';
import { parseJson } from '../../templates/runtime/json.ts';
import { describedAt } from './flat-schema.ts';
import { differences } from './normal-form.ts';
import { RawDocument } from './raw-document.ts';

const schema = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', nullable: true },
    note: { type: 'string', nullable: true },
    list: { type: 'array', items: { properties: { note: { nullable: true } } } },
    map: { additionalProperties: { properties: { note: { nullable: true } } } },
    amount: { oneOf: [{ type: 'integer' }, { type: 'number' }] },
    whole: { type: 'integer' },
  },
};

const document = new RawDocument({ openapi: '3.0.3' });

function differ(read: string, written: string, keepsNull = false): readonly string[] {
  return differences(parseJson(read), parseJson(written), {
    keepsNull,
    required: new Set(['/id']),
    choices: new Set(['/amount']),
    describedAt: (path) => describedAt(document, [schema], path),
  });
}

it.each([
  ['a property that is not described', '{"other":1}', '{}'],
  ['an optional null', '{"note":null}', '{}'],
  ['a null in a list', '{"list":[{"note":null}]}', '{"list":[{}]}'],
  ['minus zero', '{"amount":-0}', '{"amount":0}'],
  ['unused bits of base64', '{"note":"AB=="}', '{"note":"AA=="}'],
  ['digits beyond 2^53 of a number', '{"amount":9007199254740993}', '{"amount":9007199254740992}'],
  ['order', '{"id":"a","note":"b"}', '{"note":"b","id":"a"}'],
])('%s may differ', (_what, read, written) => {
  expect(differ(read, written)).toEqual([]);
});

it.each([
  ['a described property', '{"note":"a"}', '{}', '/note: dropped'],
  ['a required null', '{"id":null}', '{}', '/id: dropped'],
  ['an invented property', '{}', '{"note":null}', '/note: added'],
  ['an item', '{"list":[{}]}', '{"list":[]}', '/list: 0 items'],
  ['a text', '{"note":"a"}', '{"note":"b"}', '/note: "a" became "b"'],
  ['a type', '{"note":"1"}', '{"note":1}', '/note: "1" became 1'],
  [
    'digits of an integer',
    '{"whole":9007199254740993}',
    '{"whole":9007199254740992}',
    '/whole: 9007199254740993n became 9007199254740992n',
  ],
])('%s may not', (_what, read, written, difference) => {
  expect(differ(read, written)).toEqual([difference]);
});

it('keeps a null of a PATCH body, except in lists and maps', () => {
  expect(differ('{"note":null}', '{}', true)).toEqual(['/note: dropped']);
  expect(differ('{"list":[{"note":null}]}', '{"list":[{}]}', true)).toEqual([]);
  expect(differ('{"map":{"a":{"note":null}}}', '{"map":{"a":{}}}', true)).toEqual([]);
});
