import { describe, expect, it } from 'vitest';
import { compileTypes } from '../../src/runtime/index.ts';
import type { RouteCode } from '../../src/runtime/table.ts';
import { judge } from '../../src/smoke/judge.ts';
import type { SampleRequest } from '../../src/smoke/samples/contract.ts';
import type { Answer } from '../../src/smoke/send.ts';

const route: RouteCode = {
  id: 'getOrder',
  method: 'GET',
  path: '/orders/{id}',
  params: [],
  call: 'positional',
  ok: {
    kind: 'one',
    status: 200,
    payload: { media: 'application/vnd.order+json', format: 'json' },
  },
  errors: [
    { tag: 'not-found', status: 404, payload: { media: 'application/json', format: 'json' } },
    { tag: 'failed', status: 'any', payload: { media: 'text/plain', format: 'text' } },
  ],
};

const codecs = compileTypes({});

const sample: SampleRequest = {
  check: 'operation',
  operation: 'getOrder',
  method: 'GET',
  path: '/orders/1',
  headers: {},
  expected: [200, 404, 501],
};

const answer = (status: number, type?: string, body: string = '{}', more = {}): Answer => ({
  status,
  headers: { ...(type !== undefined && { 'content-type': type }), ...more },
  body: Buffer.from(body),
  ms: 1,
});

const problem = 'application/problem+json';

describe('an answer is right', () => {
  it.each<[string, Answer, Partial<SampleRequest>?]>([
    ['with its documented media type', answer(200, 'application/vnd.order+json; charset=utf-8')],
    ["with an error's documented media type", answer(404, 'application/json')],
    ['with a problem', answer(501, problem, '{"status":501}')],
    ['with a problem that has no status member', answer(404, problem)],
    ['without a body', answer(200, undefined, '')],
    ['to HEAD without a body', answer(200, undefined, ''), { method: 'HEAD' }],
    [
      'with the header that is asked for',
      answer(404, problem, '{}', { allow: 'GET' }),
      { expectedHeaders: { allow: 'GET' } },
    ],
    [
      'with the pointer that is asked for',
      answer(404, problem, '{"errors":[{"pointer":"#/lines/0/a%20b"}]}'),
      { expectedPointer: '/lines/0/a b' },
    ],
  ])('%s', (_what, given, more = {}) => {
    expect(judge({ ...sample, ...more }, given, route, codecs)).toBeUndefined();
  });

  it('with any type where the route is not known', () => {
    expect(judge(sample, answer(404, 'text/html'), undefined, codecs)).toBeUndefined();
  });
});

describe('an answer is wrong', () => {
  it.each<[string, Answer, RegExp, Partial<SampleRequest>?]>([
    [
      'status',
      answer(500, problem, '{"status":500}'),
      /^answered 500 instead of 200 or 404 or 501: \{"status":500\}/,
    ],
    [
      'fault of the host',
      answer(500, 'text/plain', 'no answer within 9 ms\n', { 'component-fault': 'timeout' }),
      /^timeout: no answer within 9 ms$/,
    ],
    [
      'media type',
      answer(200, 'application/json'),
      /^is application\/json instead of application\/vnd\.order\+json$/,
    ],
    ['missing media type', answer(404), /^is without content-type instead of/],
    ['broken JSON', answer(404, 'application/json', '{"a":'), /^is not JSON: \{"a":/],
    [
      'text that a terminal acts on',
      answer(418, 'text/plain', 'a\u001b[2J\nb'),
      /: a\\u\{1b\}\[2J\\u\{a\}b$/,
    ],
    [
      'problem of another status',
      answer(501, problem, '{"status":400}'),
      /^is a problem of status 400$/,
    ],
    ['body to HEAD', answer(200, undefined, 'x'), /^has a body of 1 bytes$/, { method: 'HEAD' }],
    ['body of a 204', answer(204, undefined, 'x'), /^has a body/, { expected: [204] }],
    [
      'header',
      answer(404, problem, '{}', { allow: 'PUT' }),
      /^the header allow is PUT instead of GET$/,
      { expectedHeaders: { allow: 'GET' } },
    ],
    [
      'missing header',
      answer(404, problem),
      /^the header allow is missing instead of GET$/,
      { expectedHeaders: { allow: 'GET' } },
    ],
    [
      'pointer',
      answer(404, problem, '{"errors":[{"pointer":"#/b"}]}'),
      /^points at #\/b instead of #\/a$/,
      { expectedPointer: '/a' },
    ],
    [
      'missing pointer',
      answer(404, problem),
      /^points at nothing instead of #\/a$/,
      { expectedPointer: '/a' },
    ],
  ])('by its %s', (_what, given, verdict, more = {}) => {
    expect(judge({ ...sample, ...more }, given, route, codecs)).toMatch(verdict);
  });

  it('when an error that no route gives is not a problem', () => {
    const { operation: _none, ...unknown } = sample;
    expect(judge(unknown, answer(404, 'text/html'), undefined, codecs)).toMatch(
      /^is text\/html instead of/,
    );
  });
});

describe('documented headers', () => {
  const limited: RouteCode = {
    ...route,
    ok: {
      kind: 'one',
      status: 200,
      headers: [
        { js: 'remaining', name: 'X-Remaining', type: 's32' },
        { js: 'tags', name: 'X-Tags', type: { list: 'u8' }, optional: true },
        { js: 'setCookie', name: 'Set-Cookie', type: { list: 'string' }, optional: true },
      ],
    },
    errors: [
      { tag: 'busy', status: 404, headers: [{ js: 'retry', name: 'Retry-After', type: 's32' }] },
      { tag: 'failed', status: 'any', headers: [{ js: 'id', name: 'X-Id', type: 'string' }] },
    ],
  };
  const verdict = (status: number, headers: object) =>
    judge(
      { ...sample, expected: [status] },
      answer(status, undefined, '', headers),
      limited,
      codecs,
    );

  it.each<[status: number, headers: object]>([
    [200, { 'x-remaining': '1' }],
    [200, { 'x-remaining': '-1', 'x-tags': '1,2', 'set-cookie': ['a=1', 'b=2'] }],
    [404, { 'retry-after': '1' }],
    [404, { 'x-id': 'a' }], // of the error that has any status
    [503, { 'x-id': 'a' }],
    [501, {}], // not written yet
    [400, {}], // refused by the adapter
  ])('%s %j is right', (status, headers) => {
    expect(verdict(status, headers)).toBeUndefined();
  });

  it.each<[status: number, headers: object, problem: string]>([
    [200, {}, 'the header "X-Remaining": is required'],
    [200, { 'x-remaining': 'many' }, 'the header "X-Remaining": expected integer, got "many"'],
    [200, { 'x-remaining': '1', 'x-tags': '1,256' }, 'the header "X-Tags": /1: expected integer'],
    [404, {}, 'the header "Retry-After": is required'],
    [503, {}, 'the header "X-Id": is required'],
  ])('%s %j is wrong', (status, headers, problem) => {
    expect(verdict(status, headers)).toContain(problem);
  });

  it('a media type may be any of the cases, or in a range', () => {
    const many: RouteCode = {
      ...route,
      ok: {
        kind: 'one',
        status: 200,
        payload: {
          cases: [
            ['csv', { media: 'text/csv', format: 'text' }],
            ['image', { media: 'image/*', format: 'content', accepts: ['image/*', 'a/pdf'] }],
          ],
        },
      },
    };
    for (const type of ['text/csv;charset=utf-8', 'image/png', 'a/pdf']) {
      expect(judge(sample, answer(200, type), many, codecs)).toBeUndefined();
    }
    expect(judge(sample, answer(200, 'text/html'), many, codecs)).toBe(
      'is text/html instead of text/csv or image/* or a/pdf',
    );
  });
});
