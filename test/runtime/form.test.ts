import { describe, expect, test } from 'vitest';
import type { PartCode, PayloadCode, TypeCode } from '../../src/runtime/table.ts';
import { compileTypes } from '../../templates/runtime/codec.ts';
import { compileMultipart, compileUrlencoded } from '../../templates/runtime/form.ts';
import { writeMultipartForm, writeUrlencoded } from '../../templates/runtime/write-form.ts';
import { pick, type Random, seeded } from './arbitrary.ts';

const codecs = compileTypes({
  Point: {
    record: [
      { js: 'x', wire: 'x', type: 's32' },
      { js: 'tags', wire: 'tags', type: { list: 'string' }, optional: true },
    ],
  },
});

const field = (wire: string, type: TypeCode) => ({ js: wire, wire, type, optional: true }) as const;
const FIELDS: TypeCode = {
  record: [
    field('text', 'string'),
    field('count', 's64'),
    field('price', 'f64'),
    field('on', 'bool'),
    field('color', { enum: [['red', 'RED']] }),
    field('free', 'json'),
    field('bytes', 'bytes'),
    field('texts', { list: 'string' }),
    field('numbers', { list: 's32' }),
    field('point', { ref: 'Point' }),
    field('points', { list: { ref: 'Point' } }),
    field('map', { map: 's32' }),
    field('either', {
      variant: [
        { tag: 'number', type: 's32' },
        { tag: 'text', type: 'string' },
      ],
      by: { types: { number: 0, string: 1 } },
    }),
    field('pair', { tuple: ['s32', 'string'] }),
    field('a[b', 'string'),
  ],
};

const payload = (
  parts: Readonly<Record<string, PartCode>> = {},
  type: TypeCode = FIELDS,
): PayloadCode => ({ media: 'a/b', format: 'form', type, parts });

function urlencoded(text: string, parts = {}, type = FIELDS) {
  return compileUrlencoded(payload(parts, type), codecs)(text);
}

/** A multipart body of text parts, one for each pair of the query. */
function multipart(text: string, parts = {}, type = FIELDS) {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(text)) form.append(name, value);
  return ofFormData(form, parts, type);
}

async function ofFormData(form: FormData, parts = {}, type: TypeCode = FIELDS) {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const contentType = request.headers.get('content-type') ?? '';
  const read = compileMultipart(payload(parts, type), codecs);
  return read(new Uint8Array(await request.arrayBuffer()), contentType);
}

const style = (name: string, part: PartCode) => ({ [name]: part });
const deep = { style: 'deepObject' };

describe('fields of a form', () => {
  const exact = '%7B%22x%22%3A1%7D';
  const cases: [form: string, parts: Readonly<Record<string, PartCode>>, json: object][] = [
    ['', {}, {}],
    ['text=', {}, { text: '' }],
    ['text=1&unknown=2&=3', {}, { text: '1' }],
    ['text=a%2Bb+c%20%C3%A9%F0%9F%AB%96%26%3D', {}, { text: 'a+b c é🫖&=' }],
    ['count=9007199254740993', {}, { count: 9007199254740993n }],
    ['count=1.50&price=1e3&on=true', {}, { count: 1.5, price: 1000, on: true }],
    ['count=&on=yes&price=0x1', {}, { count: '', on: 'yes', price: '0x1' }],
    ['color=RED&free=5&bytes=AQI%3D', {}, { color: 'RED', free: '5', bytes: 'AQI=' }],
    ['texts=a&texts=&texts=b%2Cc', {}, { texts: ['a', '', 'b,c'] }],
    ['texts=%5B1%5D', {}, { texts: ['[1]'] }],
    ['texts=a,b&texts=c', style('texts', { explode: false }), { texts: ['a', 'b', 'c'] }],
    ['numbers=1%2C2', style('numbers', { explode: false }), { numbers: [1, 2] }],
    ['texts=a%7Cb', style('texts', { style: 'pipeDelimited' }), { texts: ['a', 'b'] }],
    ['texts=a%20b', style('texts', { style: 'spaceDelimited' }), { texts: ['a', 'b'] }],
    [`point=${exact}`, {}, { point: { x: 1 } }],
    [`points=%5B${exact}%5D`, {}, { points: [{ x: 1 }] }],
    [`points=${exact}&points=${exact}`, {}, { points: [{ x: 1 }, { x: 1 }] }],
    ['pair=%5B1%2C%22a%22%5D&either=5', {}, { pair: [1, 'a'], either: 5 }],
    ['either=x', {}, { either: 'x' }],
    ['texts=%5B%22a%22%5D', style('texts', { json: true }), { texts: ['a'] }],
    [
      'text=%22a%22&free=%5Bnull%5D',
      { text: { json: true }, free: { json: true } },
      { text: 'a', free: [null] },
    ],
    ['point=x,1', style('point', { style: 'form', explode: false }), { point: { x: 1 } }],
    [
      'x=1&tags=a&tags=b&y=2',
      style('point', { style: 'form' }),
      { point: { x: 1, tags: ['a', 'b'] } },
    ],
    ['text=1', style('point', { style: 'form' }), { text: '1' }],
    [
      'point[x]=1&point[tags][]=a&point[tags][]=b',
      style('point', deep),
      { point: { x: 1, tags: ['a', 'b'] } },
    ],
    ['point[x]=1&point[tags]=a&point[y]=2', style('point', deep), { point: { x: 1, tags: ['a'] } }],
    [`point=${exact}`, style('point', deep), { point: { x: 1 } }],
    ['points[0][x]=1&points[1][x]=2', style('points', deep), { points: [{ x: 1 }, { x: 2 }] }],
    ['points[][x]=1', style('points', deep), { points: [{ x: 1 }] }],
    ['texts[]=a&texts[1]=b', style('texts', deep), { texts: ['a', 'b'] }],
    ['map[a]=1&map[__proto__]=2', style('map', deep), { map: { a: 1, ['__proto__']: 2 } }],
    ['free[a][b]=1&free[c]=', style('free', deep), { free: { a: { b: '1' }, c: '' } }],
    ['point[x=1&pointx]=2', style('point', deep), {}],
    ['a[b=1', {}, { 'a[b': '1' }],
    ['&&text=1&&', {}, { text: '1' }],
  ];

  test.each(cases)('url-encoded %s %j', (form, parts, json) => {
    const read = urlencoded(form, parts);
    expect(read).toEqual(json);
    expect(Object.hasOwn((read as { map?: object }).map ?? {}, '__proto__')).toBe(
      form.includes('__'),
    );
  });

  // A style's delimiters that are percent-encoded are data in one, and can't be told apart in the other.
  test.each(cases)('multipart %s %j', async (form, parts, json) => {
    expect(await multipart(form, parts)).toEqual(json);
  });

  test.each<
    [form: string, parts: Readonly<Record<string, PartCode>>, pointer: string, reason: string]
  >([
    ['text=1&text=2', {}, '/text', 'is given more than once'],
    ['text=%E9', {}, '/text', 'has malformed percent-encoding'],
    ['text=100%', {}, '/text', 'has malformed percent-encoding'],
    [
      'text=a',
      style('text', { json: true }),
      '/text',
      'is not JSON: line 1, column 1: expected a value, got "a"',
    ],
    ['point[x]=1&point[x]=2', style('point', deep), '/point/x', 'is given more than once'],
    ['texts[0]=1&texts[0]=2', style('texts', deep), '/texts/0', 'is given more than once'],
    [
      `point${'[x]'.repeat(33)}=1`,
      style('point', deep),
      '/point',
      'is nested deeper than 32 levels',
    ],
    [
      'point=x',
      style('point', { style: 'form', explode: false }),
      '/point',
      'has a name without a value',
    ],
  ])('refuses %s %j', (form, parts, pointer, reason) => {
    expect(() => urlencoded(form, parts)).toThrow(expect.objectContaining({ pointer, reason }));
  });

  test('a map, an open record and a form without a type take every field', () => {
    const form = 'x=1&y=2&y=3';
    expect(() => urlencoded(form, {}, { map: 's32' })).toThrow(/^\/y: is given more than once/);
    expect(urlencoded(form, {}, { map: { list: 's32' } })).toEqual({ x: [1], y: [2, 3] });
    expect(urlencoded('x=1&__proto__=2', {}, { map: 'string' })).toEqual({
      x: '1',
      ['__proto__']: '2',
    });
    const open: TypeCode = { record: [field('x', 's32')], extra: { js: 'more', type: 'string' } };
    expect(urlencoded('x=1&y=2&x[z]=3&w[z]=4', {}, open)).toEqual({ x: 1, y: '2', 'w[z]': '4' });
    expect(urlencoded('x=1&y=2', {}, 'json')).toEqual({ x: '1', y: '2' });
  });

  test('there are not more fields than anyone fills in', () => {
    expect(urlencoded(`text=1${'&a=b'.repeat(9999)}`)).toEqual({ text: '1' });
    expect(() => urlencoded('&'.repeat(10_000))).toThrow(/^has over 10000 fields/);
  });

  test('constants are read as what they are', () => {
    const type: TypeCode = {
      record: [field('x', 's32')],
      fixed: [
        ['kind', 'a'],
        ['version', 1],
        ['final', true],
      ],
    };
    const json = urlencoded('kind=a&version=1&final=true&x=2', {}, type);
    expect(codecs.decode(type, json)).toEqual({ x: 2 });
    expect(() => codecs.decode(type, urlencoded('kind=a&version=2&final=true', {}, type))).toThrow(
      /^\/version: /,
    );
  });
});

describe('parts of a multipart form', () => {
  const FILES: TypeCode = {
    record: [
      field('one', 'file'),
      field('many', { list: 'file' }),
      field('meta', { ref: 'Point' }),
      field('free', 'json'),
      field('text', 'string'),
    ],
  };
  const bytes = new Uint8Array([0, 13, 10, 255]);
  const form = (
    ...parts: [
      name: string,
      data: string | Uint8Array<ArrayBuffer>,
      type?: string,
      filename?: string,
    ][]
  ) => {
    const made = new FormData();
    for (const [name, data, type, filename] of parts) {
      if (type === undefined) made.append(name, String(data));
      else made.append(name, new Blob([data], { type }), filename);
    }
    return ofFormData(made, {}, FILES);
  };

  test('files are as they came, with name and type', async () => {
    const image = { name: 'é "1".png', contentType: 'image/png', data: bytes };
    const read = await form(
      ['one', bytes, 'image/png', 'é "1".png'],
      ['many', bytes, 'image/png', 'é "1".png'],
      ['many', 'text'],
    );
    const text = {
      name: undefined,
      contentType: undefined,
      data: new TextEncoder().encode('text'),
    };
    expect(read).toEqual({ one: image, many: [image, text] });
    expect(codecs.decode(FILES, read)).toMatchObject({ one: image, many: [image, text] });
  });

  test('an input without a file is nothing', async () => {
    const part = (name: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n`;
    const body = new TextEncoder().encode(`${part('one')}${part('many')}--b--\r\n`);
    const read = compileMultipart(payload({}, FILES), codecs);
    expect(read(body, 'multipart/form-data; boundary=b')).toEqual({ many: [] });
    expect(await form()).toEqual({});
    await expect(form(['one', 'a'], ['one', 'b'])).rejects.toMatchObject({ pointer: '/one' });
  });

  test('JSON parts are read, and what is wrong in them is found', async () => {
    const json = 'application/json';
    const read = await form(['meta', '{"x":1}', json, 'meta.json'], ['free', '[1]', json, 'x']);
    expect(read).toEqual({ meta: { x: 1 }, free: [1] });
    expect(await form(['meta', '{"x":1}'], ['free', '[1]'])).toEqual({
      meta: { x: 1 },
      free: '[1]',
    });
    const wrong = await form(['meta', '{"x":"1"}']);
    expect(() => codecs.decode(FILES, wrong)).toThrow(/^\/meta\/x: expected integer/);
    const broken = await form(['meta', '{']);
    expect(() => codecs.decode(FILES, broken)).toThrow(/^\/meta: expected object, got "\{"/);
  });

  test('text that is no UTF-8 is refused, a file that is none is not', async () => {
    const latin = new Uint8Array([0xe9]);
    await expect(form(['text', latin, 'text/plain', 'x'])).rejects.toMatchObject({
      pointer: '/text',
      reason: 'is not UTF-8',
    });
    expect(await form(['one', latin, 'text/plain', 'x'])).toMatchObject({ one: { data: latin } });
  });
});

const NAMES = [
  'a',
  'A',
  '',
  '"',
  '\\',
  'é',
  '🫖',
  'a b',
  'a+b',
  '&=',
  '%',
  '__proto__',
  'constructor',
];
const TEXTS = [
  '',
  'a',
  ' ',
  'a,b',
  '"\r\n',
  '%41',
  '+',
  'é🫖',
  '_form-data-0_',
  '--_form-data-0_--',
];

/** A type that a form can say in full, a value in JSON, and how it is written. */
function anyField(random: Random): [type: TypeCode, json: unknown, part?: PartCode] {
  const text = () => pick(random, TEXTS);
  const number = () => Math.floor(random() * 100) - 50;
  const many = <T>(make: () => T) => Array.from({ length: 1 + Math.floor(random() * 3) }, make);
  const point = () => ({ x: number(), tags: many(text) });
  return pick<() => [TypeCode, unknown, PartCode?]>(random, [
    () => ['string', text()],
    () => ['s32', number()],
    () => ['u64', 18446744073709551615n],
    () => ['bool', random() < 0.5],
    () => [{ list: 'string' }, many(text)],
    () => [{ list: 's32' }, many(number), { explode: false }],
    () => [{ list: 's32' }, many(number), { style: 'pipeDelimited' }],
    () => [{ list: 's32' }, many(number), { style: 'spaceDelimited' }],
    () => [{ list: 'string' }, many(text), { style: 'deepObject' }],
    () => [{ list: 'string' }, many(text), { json: true }],
    () => [{ ref: 'Point' }, point()],
    () => [{ list: { ref: 'Point' } }, many(point)],
    () => [{ ref: 'Point' }, point(), { style: 'deepObject' }],
    () => [{ list: { ref: 'Point' } }, many(point), { style: 'deepObject' }],
    () => [{ map: 's32' }, { a: number() }, { style: 'form', explode: false }],
    () => ['json', { a: [null, text()] }, { json: true }],
  ])();
}

test('forms come back as they were, both kinds', () => {
  for (let seed = 0; seed < 500; seed += 1) {
    const random = seeded(seed);
    const names = NAMES.filter(() => random() < 0.3);
    const fields = names.map((name) => [name, ...anyField(random)] as const);
    const type: TypeCode = { record: fields.map(([name, of]) => field(name, of)) };
    const json = Object.fromEntries(fields.map(([name, , value]) => [name, value]));
    const parts = Object.fromEntries(fields.map(([name, , , part]) => [name, part ?? {}]));
    const text = writeUrlencoded(json, parts);
    expect(text).toMatch(/^[\w.*+%&=,-]*$/);
    expect(urlencoded(text, parts, type), `seed ${seed}: ${text}`).toEqual(json);
    const { type: contentType, data } = writeMultipartForm(json, parts);
    const read = compileMultipart(payload(parts, type), codecs);
    expect(read(data, contentType), `seed ${seed}`).toEqual(json);
  }
});

test('files come back as they were', () => {
  const type: TypeCode = { record: [field('one', 'file'), field('many', { list: 'file' })] };
  for (let seed = 0; seed < 100; seed += 1) {
    const random = seeded(seed);
    const file = () => ({
      name: random() < 0.5 ? pick(random, ['a.png', 'é"\r\n', 'C:\\a']) : undefined,
      contentType: random() < 0.5 ? 'image/png' : undefined,
      data: Uint8Array.from({ length: 9 }, () => random() * 256),
    });
    const json = { one: file(), many: [file(), file()] };
    const { type: contentType, data } = writeMultipartForm(json, {});
    const read = compileMultipart(payload({}, type), codecs);
    expect(read(data, contentType)).toEqual(json);
  }
});

test('what has no value is left out; URLSearchParams reads what is written', () => {
  const json = { a: null, b: undefined, c: ['é &', '\uD800'], d: { e: null, f: 1 } };
  const text = writeUrlencoded(json, { d: { style: 'deepObject' } });
  expect([...new URLSearchParams(text)]).toEqual([
    ['c', 'é &'],
    ['c', '\uFFFD'],
    ['d[f]', '1'],
  ]);
  expect(text).toBe('c=%C3%A9+%26&c=%EF%BF%BD&d%5Bf%5D=1');
});
