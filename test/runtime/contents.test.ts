import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  AnswerCode,
  ContentCode,
  ErrorCode,
  HeaderCode,
  PayloadCode,
  ResultCode,
  RouteCode,
  TypeCode,
} from '../../src/runtime/table.ts';
import { createHandler } from '../../templates/runtime/handler.ts';

// What bodies and answers are by media type, and the headers of answers, through the handler.

const POINT: TypeCode = {
  record: [
    { js: 'x', wire: 'x', type: 's32' },
    { js: 'label', wire: 'label', type: 'string', optional: true },
  ],
};

function serve(run: (...args: never[]) => unknown, more: Partial<RouteCode>) {
  const route: RouteCode = {
    ...{ id: 'run', method: 'POST', path: '/', params: [], call: 'positional', errors: [] },
    ok: { kind: 'one', status: 204 },
    ...more,
  };
  const handler = createHandler({ types: { Point: POINT }, routes: [route] }, { run });
  return (init: RequestInit = {}) =>
    handler.fetch(new Request('http://localhost/', { method: 'POST', ...init }));
}

let logged: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  logged = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  logged.mockRestore();
});

const point = { ref: 'Point' } as const;
const json = (media = 'application/json'): PayloadCode => ({ media, format: 'json', type: point });
const form: PayloadCode = {
  media: 'application/x-www-form-urlencoded',
  format: 'form',
  type: point,
};
const multipart: PayloadCode = { media: 'multipart/form-data', format: 'multipart', type: point };
const csv: PayloadCode = { media: 'text/csv', format: 'text' };
const bytes = (media = 'application/octet-stream'): PayloadCode => ({ media, format: 'bytes' });
const images: PayloadCode = {
  ...{ media: 'image/*', format: 'content', accepts: ['image/*', 'application/pdf'] },
};
const cases = (codes: Record<string, PayloadCode>): ContentCode => ({
  cases: Object.entries(codes),
});

describe('a request body', () => {
  /** What the function is called with, or the problem. */
  async function read(as: ContentCode, body: RequestInit['body'], type?: string, optional = false) {
    const run = vi.fn((_body: unknown) => undefined);
    const call = serve(run, { body: { js: 'body', as, ...(optional && { optional }) } });
    const headers = type === undefined ? {} : { 'content-type': type };
    const response = await call({ body: body ?? null, headers });
    if (response.status === 204) return run.mock.calls[0]?.[0];
    expect(run).not.toHaveBeenCalled();
    const { status, errors, detail } = (await response.json()) as Record<string, unknown>;
    return { status, accept: response.headers.get('accept') ?? undefined, errors, detail };
  }

  const several = cases({
    json: {
      ...json(),
      also: [
        { media: form.media, format: 'form' },
        { media: multipart.media, format: 'multipart' },
      ],
    },
    'merge-patch': json('application/merge-patch+json'),
    csv,
    image: images,
    any: bytes('*/*'),
  });
  const utf8 = (text: string) => new TextEncoder().encode(text);

  test.each<[type: string, body: string, value: unknown]>([
    ['application/json', '{"x":1}', { tag: 'json', val: { x: 1 } }],
    ['Application/JSON; charset=utf-8', '{"x":1}', { tag: 'json', val: { x: 1 } }],
    ['application/vnd.point+json', '{"x":1}', { tag: 'json', val: { x: 1 } }],
    ['application/merge-patch+json', '{"x":1}', { tag: 'merge-patch', val: { x: 1 } }],
    [
      'application/x-www-form-urlencoded',
      'x=1&label=a+b',
      { tag: 'json', val: { x: 1, label: 'a b' } },
    ],
    ['text/csv; charset=utf-8', 'x\r\n1', { tag: 'csv', val: 'x\r\n1' }],
    ['image/png', 'é', { tag: 'image', val: { mediaType: 'image/png', data: utf8('é') } }],
    [
      'application/pdf; A="B"',
      '',
      { tag: 'image', val: { mediaType: 'application/pdf; A="B"', data: utf8('') } },
    ],
    ['text/plain', 'é', { tag: 'any', val: utf8('é') }],
  ])('%s is its case', async (type, body, value) => {
    expect(await read(several, body, type)).toEqual(value);
  });

  test('multipart is a case too', async () => {
    const data = new FormData();
    data.append('x', '1');
    expect(await read(several, data)).toEqual({ tag: 'json', val: { x: 1 } });
  });

  test('the more exact one is taken, whatever the order', async () => {
    const wide = cases({ any: bytes('*/*'), image: bytes('image/*'), png: bytes('image/png') });
    const tag = async (type: string) => ((await read(wide, '', type)) as { tag: string }).tag;
    expect(await tag('image/png')).toBe('png');
    expect(await tag('image/gif')).toBe('image');
    expect(await tag('a/b')).toBe('any');
  });

  test('JSON that could be one case or another is neither', async () => {
    const patches = cases({
      'merge-patch': json('application/merge-patch+json'),
      'json-patch': json('application/json-patch+json'),
    });
    expect(await read(patches, '{"x":1}', 'application/json')).toEqual({
      status: 415,
      accept: 'application/merge-patch+json, application/json-patch+json',
      detail:
        'expected application/merge-patch+json or application/json-patch+json, got application/json',
      errors: undefined,
    });
    expect(await read(json('application/merge-patch+json'), '{"x":1}', 'application/json')).toEqual(
      { x: 1 },
    );
  });

  test('415 names all that would be taken', async () => {
    const content = { ...json(), also: [{ media: form.media, format: 'form' }] } as const;
    expect(await read(content, 'x=1', 'text/plain')).toMatchObject({
      status: 415,
      accept: 'application/json, application/x-www-form-urlencoded',
    });
    expect(await read(images, 'x', 'text/plain')).toMatchObject({
      status: 415,
      accept: 'image/*, application/pdf',
    });
  });

  test('without a type, only bytes are read', async () => {
    const octets = { ...images, accepts: ['*/*'] };
    const body = utf8('x');
    expect(await read(several, body)).toEqual({ tag: 'any', val: body });
    expect(await read(bytes('image/png'), body)).toEqual(body);
    expect(await read(octets, body)).toEqual({ mediaType: 'application/octet-stream', data: body });
    expect(await read(images, body)).toMatchObject({ status: 415 });
    expect(await read(cases({ json: json(), csv }), body)).toMatchObject({ status: 415 });
    expect(await read(form, body)).toMatchObject({ status: 415 });
    expect(
      await read(cases({ png: bytes('image/png'), gif: bytes('image/gif') }), body),
    ).toMatchObject({ status: 415 });
  });

  test('without bytes, it is missing, unless its type makes that something', async () => {
    const missing = { status: 400, detail: 'the request has no body, and needs one' };
    expect(await read(several, null)).toMatchObject(missing);
    expect(await read(several, null, undefined, true)).toBeUndefined();
    expect(await read(several, '', 'application/json')).toMatchObject(missing);
    expect(await read(several, '', 'text/csv')).toEqual({ tag: 'csv', val: '' });
    const optional: TypeCode = { record: [{ js: 'a', wire: 'a', type: 'string', optional: true }] };
    expect(await read({ ...form, type: optional }, '', form.media)).toEqual({ a: undefined });
  });

  test.each<[what: string, as: ContentCode, type: string, body: string, problem: object]>([
    [
      'form',
      form,
      form.media,
      'x=a',
      { errors: [{ pointer: '#/x', detail: 'expected integer, got "a"' }] },
    ],
    ['form', form, form.media, 'label=a', { errors: [{ pointer: '#/x', detail: 'is required' }] }],
    [
      'form',
      form,
      form.media,
      'x=1&x=2',
      { errors: [{ pointer: '#/x', detail: 'is given more than once' }] },
    ],
    [
      'form',
      form,
      form.media,
      'x=1&label=%E9',
      { errors: [{ pointer: '#/label', detail: 'has malformed percent-encoding' }] },
    ],
    [
      'case',
      several,
      'application/json',
      '{"x":"a"}',
      { errors: [{ pointer: '#/x', detail: 'expected integer, got "a"' }] },
    ],
    [
      'multipart',
      multipart,
      'multipart/form-data; boundary=b',
      '--b--',
      { errors: [{ pointer: '#/x', detail: 'is required' }] },
    ],
    [
      'multipart',
      multipart,
      'multipart/form-data; boundary=b',
      '--b\r\n',
      {
        detail:
          'the request body is not multipart/form-data: part 1: its headers are cut off or too long',
      },
    ],
    [
      'multipart',
      multipart,
      'multipart/form-data',
      '--b--',
      {
        detail: 'the request body is not multipart/form-data: its content type has no boundary',
        errors: [{ pointer: '#', detail: 'its content type has no boundary' }],
      },
    ],
  ])('a %s that does not fit is a 400', async (_what, as, type, body, problem) => {
    expect(await read(as, body, type)).toMatchObject({ status: 400, ...problem });
  });

  test('a form that is no UTF-8 is a 400', async () => {
    const body = new Uint8Array([0x78, 0x3d, 0xe9]);
    expect(await read(form, body, form.media)).toMatchObject({
      status: 400,
      detail: 'the request body is not UTF-8',
    });
  });
});

describe('an answer', () => {
  const answer = async (code: AnswerCode, value: unknown, status = 200) => {
    const ok: ResultCode = { kind: 'one', status, ...code };
    const response = await serve(() => value, { ok })();
    const { 'content-type': type, ...headers } = Object.fromEntries(response.headers);
    return { status: response.status, type, headers, body: await response.text() };
  };
  /** Where it did not fit. */
  const misfit = async (code: AnswerCode, value: unknown) => {
    const { status, body } = await answer(code, value);
    expect(status).toBe(500);
    return /does not fit its type (.*?)"/.exec(body)?.[1];
  };

  const several = cases({ json: json(), csv, photo: images, form });

  test.each<[value: unknown, type: string, body: string]>([
    [{ tag: 'json', val: { x: 1 } }, 'application/json', '{"x":1}'],
    [{ tag: 'csv', val: 'x\n' }, 'text/csv;charset=utf-8', 'x\n'],
    [{ tag: 'form', val: { x: 1, label: 'a &' } }, form.media, 'x=1&label=a+%26'],
    [
      { tag: 'photo', val: { mediaType: 'image/png; a=b', data: new Uint8Array([65]) } },
      'image/png; a=b',
      'A',
    ],
  ])('%j has its media type', async (value, type, body) => {
    expect(await answer({ payload: several }, value)).toMatchObject({ status: 200, type, body });
  });

  test('a multipart one is read by Node', async () => {
    const { type, body } = await answer({ payload: multipart }, { x: 1, label: 'é' });
    const read = await new Response(body, { headers: { 'content-type': type ?? '' } }).formData();
    expect([...read]).toEqual([
      ['x', '1'],
      ['label', 'é'],
    ]);
  });

  test.each<[value: unknown, where: string]>([
    [{ x: 1 }, 'at /tag'],
    [{ tag: 'xml', val: '' }, 'at /tag'],
    [{ tag: 'json', val: { x: 'a' } }, 'at /val/x'],
    [{ tag: 'csv', val: 1 }, 'at /val'],
    [{ tag: 'photo', val: new Uint8Array() }, 'at /val/mediaType'],
    [
      { tag: 'photo', val: { mediaType: 'text/html', data: new Uint8Array() } },
      'at /val/mediaType',
    ],
    [
      { tag: 'photo', val: { mediaType: 'image/png\r\nx: y', data: new Uint8Array() } },
      'at /val/mediaType',
    ],
    [{ tag: 'photo', val: { mediaType: 'image/png' } }, 'at /val/data'],
  ])('%j does not fit', async (value, where) => {
    expect(await misfit({ payload: several }, value)).toBe(where);
  });

  const header = (js: string, type: TypeCode, more: Partial<HeaderCode> = {}): HeaderCode => ({
    ...{ js, name: `X-${js}`, type },
    ...more,
  });
  const headers: readonly HeaderCode[] = [
    header('count', 's64'),
    header('list', { list: 's32' }, { optional: true }),
    header('object', point, { optional: true }),
    header('exploded', point, { optional: true, explode: true }),
    header('json', { list: 'string' }, { optional: true, json: true }),
    header('on', 'bool', { optional: true }),
    header('nullable', { nullable: 'string' }, { optional: true }),
    header('color', { enum: [['red', 'RED']] }, { optional: true }),
    header('text', 'string', { optional: true }),
  ];

  test('has the documented headers', async () => {
    const value = {
      ...{ body: { x: 1 }, count: 2n ** 63n - 1n, list: [1, 2], object: { x: 1, label: 'a' } },
      ...{ exploded: { x: 1, label: 'a' }, json: ['é', '"'], on: false, nullable: null },
      ...{ color: 'red', text: 'a, b; é' },
    };
    expect(await answer({ payload: json(), headers }, value)).toMatchObject({
      status: 200,
      type: 'application/json',
      body: '{"x":1}',
      headers: {
        ...{ 'x-count': '9223372036854775807', 'x-list': '1,2', 'x-object': 'x,1,label,a' },
        ...{ 'x-exploded': 'x=1,label=a', 'x-json': '["é","\\""]', 'x-on': 'false' },
        ...{ 'x-color': 'RED', 'x-text': 'a, b; é' },
      },
    });
  });

  test('has no header for what is not there, and no body where there is none', async () => {
    const bare = { status: 200, type: undefined, body: '', headers: { 'x-count': '1' } };
    expect(await answer({ headers }, { count: 1n })).toEqual(bare);
    expect(await answer({ headers }, { count: 1n }, 204)).toEqual({ ...bare, status: 204 });
    const withBody = { payload: json(), headers };
    expect(await answer(withBody, { body: { x: 1 }, count: 1n }, 304)).toEqual({
      ...bare,
      status: 304,
    });
  });

  test('has a cookie a line', async () => {
    const setCookie = { js: 'setCookie', name: 'Set-Cookie', type: { list: 'string' } } as const;
    const ok: ResultCode = { kind: 'one', status: 204, headers: [setCookie] };
    const cookies = ['a=1, 2; Path=/', 'b=2'];
    const response = await serve(() => ({ setCookie: cookies }), { ok })();
    expect(response.headers.getSetCookie()).toEqual(cookies);
  });

  test.each<[value: unknown, where: string]>([
    [{ body: { x: 1 } }, 'at /count'],
    [{ count: 1n }, 'at /body'],
    [{ body: { x: 'a' }, count: 1n }, 'at /body/x'],
    [{ body: { x: 1 }, count: 1 }, 'at /count'],
    [{ body: { x: 1 }, count: 1n, text: 'a\r\nx: y' }, 'at /text'],
    [{ body: { x: 1 }, count: 1n, text: 'a\0' }, 'at /text'],
    [{ body: { x: 1 }, count: 1n, text: '🫖' }, 'at /text'],
    [{ body: { x: 1 }, count: 1n, object: { x: 1, label: '\n' } }, 'at /object'],
    [{ body: { x: 1 }, count: 1n, list: ['a'] }, 'at /list/0'],
    [undefined, 'as a whole'],
  ])('%o does not fit', async (value, where) => {
    expect(await misfit({ payload: json(), headers }, value)).toBe(where);
  });

  test('HEAD has the headers alone', async () => {
    const ok: ResultCode = { kind: 'one', status: 200, payload: several, headers };
    const value = { body: { tag: 'csv', val: 'x' }, count: 1n };
    const response = await serve(() => value, { method: 'GET', ok })({ method: 'HEAD' });
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/csv;charset=utf-8',
      'x-count': '1',
    });
    expect(await response.text()).toBe('');
  });
});

describe('an error', () => {
  const thrown = async (errors: readonly ErrorCode[], tag: string, val?: unknown) => {
    const response = await serve(
      () => {
        throw { tag, val };
      },
      { errors },
    )();
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, headers, body: await response.text() };
  };
  const retry: HeaderCode = { js: 'retryAfter', name: 'Retry-After', type: 's32' };
  const busy: ErrorCode = { tag: 'busy', status: 429, payload: csv, headers: [retry] };
  const bare: ErrorCode = { tag: 'bare', status: 503, headers: [retry] };
  const any: ErrorCode = {
    tag: 'any',
    status: 'any',
    payload: cases({ csv, json: json() }),
    headers: [retry],
  };
  const anyBare: ErrorCode = { tag: 'anyBare', status: 'any', headers: [retry] };

  test('has its headers, whatever its status', async () => {
    const text = { 'content-type': 'text/csv;charset=utf-8', 'retry-after': '3' };
    expect(await thrown([busy], 'busy', { body: 'x', retryAfter: 3 })).toEqual({
      ...{ status: 429, headers: text, body: 'x' },
    });
    expect(await thrown([bare], 'bare', { retryAfter: 3 })).toEqual({
      ...{ status: 503, headers: { 'retry-after': '3' }, body: '' },
    });
    const record = { body: { tag: 'csv', val: 'x' }, retryAfter: 3 };
    expect(await thrown([any], 'any', [418, record])).toEqual({
      status: 418,
      headers: text,
      body: 'x',
    });
    expect(await thrown([anyBare], 'anyBare', [500, { retryAfter: 3 }])).toEqual({
      ...{ status: 500, headers: { 'retry-after': '3' }, body: '' },
    });
  });

  test.each<[error: ErrorCode, val: unknown, where: string]>([
    [busy, 'x', 'as a whole'],
    [busy, { body: 'x' }, 'at /retryAfter'],
    [any, { body: 'x' }, 'as a whole'],
    [any, [600, { body: 'x' }], 'as a whole'],
    [anyBare, [500], 'as a whole'],
  ])('%j thrown with %j does not fit', async (error, val, where) => {
    const { status, body } = await thrown([error], error.tag, val);
    expect([status, body]).toEqual([
      500,
      expect.stringContaining(`does not fit its type ${where}`),
    ]);
  });
});
