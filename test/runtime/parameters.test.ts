import { describe, expect, test } from 'vitest';
import type { ParamCode, TypeCode } from '../../src/runtime/table.ts';
import { compileTypes } from '../../templates/runtime/codec.ts';
import { compileParameters } from '../../templates/runtime/parameters.ts';
import { Problem } from '../../templates/runtime/problem.ts';
import { RequestParts } from '../../templates/runtime/request-parts.ts';

const COLOR: TypeCode = {
  record: [
    { js: 'r', wire: 'R', type: 's32' },
    { js: 'g', wire: 'G', type: 's32', optional: true },
  ],
};
const STRINGS: TypeCode = { list: 'string' };
const INTEGERS: TypeCode = { list: 's32' };
const OPEN: TypeCode = { map: 's32' };
const PAIR: TypeCode = { tuple: ['s32', 'string'] };
const EITHER: TypeCode = {
  variant: [
    { tag: 'integer', type: 's32' },
    { tag: 'text', type: 'string' },
  ],
  by: { types: { number: 0, string: 1 } },
};
const ONE_OR_MORE: TypeCode = {
  variant: [
    { tag: 'one', type: 'string' },
    { tag: 'more', type: { list: 'string' } },
  ],
  by: { types: { string: 0, array: 1 } },
};
const WORD_OR_NUMBERS: TypeCode = {
  variant: [
    { tag: 'numbers', type: { list: 's32' } },
    { tag: 'all', type: { enum: [['all', 'all']] } },
  ],
  by: { types: { array: 0, string: 1 } },
};
const INSTANT_OR_RANGE: TypeCode = {
  variant: [
    { tag: 'instant', type: 's64' },
    { tag: 'range', type: { record: [{ js: 'gte', wire: 'gte', type: 's64' }] } },
  ],
  by: { types: { number: 0, object: 1 } },
};

interface Sent {
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
}

type Described = Partial<ParamCode> & { readonly type: TypeCode; readonly required?: boolean };

/** Reads the parameter `p`, optional and in the query unless told otherwise. */
function read(
  { required, ...param }: Described,
  sent: Sent,
  others: readonly ParamCode[] = [],
): unknown {
  const optional = required ? {} : ({ optional: true } as const);
  const code: ParamCode = { js: 'p', name: 'p', in: 'query', ...optional, ...param };
  const request = new Request('http://x/', { headers: sent.headers ?? {} });
  const parts = new RequestParts(
    request,
    sent.query ?? '',
    sent.path === undefined ? [] : [sent.path],
  );
  const route = {
    id: 'x',
    method: 'GET',
    path: '/{p}',
    params: [code, ...others],
    call: 'positional',
    ok: { kind: 'reply' },
    errors: [],
  } as const;
  const names = code.in === 'path' && sent.path !== undefined ? [code.name] : [];
  return compileParameters(route, names, compileTypes({ Color: COLOR }))[0]?.(parts);
}

const inPath = (type: TypeCode, more: Partial<Described> = {}): Described => ({
  type,
  in: 'path',
  ...more,
});
const inQuery = (type: TypeCode, more: Partial<Described> = {}): Described => ({ type, ...more });
const flat = { explode: false };
const deep = { style: 'deepObject', explode: true };
const KIND = { fixed: [['kind', 7]] } as const;
const required = { required: true };

async function problemOf(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (error instanceof Problem) return (await error.response().json()) as { errors: unknown };
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('reads', () => {
  test.each<[param: Described, sent: Sent, value: unknown]>([
    // scalars
    [inQuery('string'), { query: 'p=a' }, 'a'],
    [inQuery('string'), { query: 'p=a+b%2Bc%20d' }, 'a b+c d'],
    [inQuery('string'), { query: '%70=a' }, 'a'],
    [inQuery('string'), { query: 'p=' }, ''],
    [inQuery('string'), { query: 'p' }, ''],
    [inQuery('string'), { query: 'p=a=b' }, 'a=b'],
    [inQuery('string'), { query: '%zz=1&p=a' }, 'a'],
    [inQuery('string'), { query: 'q=a' }, undefined],
    [inQuery('string'), {}, undefined],
    [inQuery('bool'), { query: 'p=false' }, false],
    [inQuery('s32'), { query: 'p=-5' }, -5],
    [inQuery('s32'), { query: 'p=1e3' }, 1000],
    [inQuery('s64'), { query: 'p=9007199254740993' }, 9007199254740993n],
    [inQuery('f64'), { query: 'p=0.5' }, 0.5],
    [inQuery({ enum: [['sold-out', 'SOLD OUT']] }), { query: 'p=SOLD+OUT' }, 'sold-out'],
    [inQuery({ nullable: 's32' }), { query: 'p=1' }, 1],
    [inQuery('json'), { query: 'p=a' }, '"a"'],
    [inQuery('bytes'), { query: 'p=AP8%3D' }, new Uint8Array([0, 255])],
    [inQuery({ scalar: 's32', max: 5 }), { query: 'p=5' }, 5],
    [inQuery('string', { name: '__proto__' }), { query: '__proto__=a' }, 'a'],
    [inQuery('string', { name: 'ids[]' }), { query: 'ids%5B%5D=a' }, 'a'],
    [
      inQuery({ ref: 'Color' }, { json: true }),
      { query: 'p=%7B%22R%22:1%7D' },
      { r: 1, g: undefined },
    ],
    // lists in the query
    [inQuery(STRINGS), { query: 'p=a&p=b%2Cc' }, ['a', 'b,c']],
    [inQuery(STRINGS), { query: 'p=a' }, ['a']],
    [inQuery(STRINGS, flat), { query: 'p=a,b%2Cc' }, ['a', 'b,c']],
    [inQuery(STRINGS, flat), { query: 'p=' }, []],
    [inQuery(INTEGERS, flat), { query: 'p=1,2' }, [1, 2]],
    [inQuery(INTEGERS, flat), { query: 'p=1%2c2' }, [1, 2]],
    [inQuery(INTEGERS, { style: 'spaceDelimited' }), { query: 'p=1%202+3' }, [1, 2, 3]],
    [inQuery(STRINGS, { style: 'pipeDelimited' }), { query: 'p=a|b%7Cc' }, ['a', 'b', 'c']],
    [
      inQuery(STRINGS, { style: 'pipeDelimited', explode: true }),
      { query: 'p=a|b&p=c' },
      ['a|b', 'c'],
    ],
    [
      inQuery({ list: COLOR }),
      { query: 'p={"R":1}&p={"R":2}' },
      [
        { r: 1, g: undefined },
        { r: 2, g: undefined },
      ],
    ],
    // objects in the query
    [inQuery({ ref: 'Color' }), { query: 'R=1&G=2&x=3' }, { r: 1, g: 2 }],
    [inQuery(COLOR), { query: 'x=3' }, undefined],
    [inQuery(COLOR, flat), { query: 'p=R,1,G,2' }, { r: 1, g: 2 }],
    [
      inQuery(COLOR, { style: 'deepObject' }),
      { query: 'p[R]=1&p%5BG%5D=2&q[R]=9' },
      { r: 1, g: 2 },
    ],
    [
      inQuery({ map: INTEGERS }, { style: 'deepObject' }),
      { query: 'p[a]=1&p[a]=2' },
      [['a', [1, 2]]],
    ],
    [inQuery(OPEN, { style: 'deepObject' }), { query: 'p[__proto__]=1' }, [['__proto__', 1]]],
    [
      inQuery(OPEN),
      { query: 'a=1&b=2' },
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    // lists and objects inside, by names in brackets
    [inQuery(STRINGS, deep), { query: 'p[]=a&p[]=b' }, ['a', 'b']],
    [inQuery(STRINGS, deep), { query: 'p[10]=c&p[9]=b&p[]=a' }, ['a', 'b', 'c']],
    [inQuery(STRINGS, deep), { query: 'p=a&p=b' }, ['a', 'b']],
    [inQuery({ list: COLOR }, deep), { query: 'p[][R]=1' }, [{ r: 1, g: undefined }]],
    [
      inQuery({ list: COLOR }, deep),
      { query: 'p[0][R]=1&p[1][R]=2' },
      [
        { r: 1, g: undefined },
        { r: 2, g: undefined },
      ],
    ],
    [
      inQuery({ map: { map: INTEGERS } }, deep),
      { query: 'p[a][b][]=1&p[a][c]=2&p[a][c]=3' },
      [
        [
          'a',
          [
            ['b', [1]],
            ['c', [2, 3]],
          ],
        ],
      ],
    ],
    [inQuery({ map: COLOR }, deep), { query: 'p[a]={"R":1}' }, [['a', { r: 1, g: undefined }]]],
    [inQuery(OPEN, deep), { query: 'p[a[b]]=1&p[=2&p[c=3' }, [['a[b]', 1]]],
    // unions, exact arrays, constants, no text
    [inQuery(EITHER), { query: 'p=5' }, { tag: 'integer', val: 5 }],
    [inQuery(EITHER), { query: 'p=5a' }, { tag: 'text', val: '5a' }],
    [inQuery(EITHER), { query: 'p=1.5' }, { tag: 'text', val: '1.5' }],
    [inQuery(EITHER), { query: 'p=' }, { tag: 'text', val: '' }],
    [inPath(EITHER), { path: '5' }, { tag: 'integer', val: 5 }],
    [{ type: EITHER, in: 'header' }, { headers: { p: 'x' } }, { tag: 'text', val: 'x' }],
    [inQuery(EITHER), {}, undefined],
    [
      inQuery({ list: EITHER }),
      { query: 'p=5&p=a' },
      [
        { tag: 'integer', val: 5 },
        { tag: 'text', val: 'a' },
      ],
    ],
    [inQuery(ONE_OR_MORE), { query: 'p=a' }, { tag: 'one', val: 'a' }],
    [inQuery(ONE_OR_MORE), { query: 'p=a&p=b' }, { tag: 'more', val: ['a', 'b'] }],
    [inQuery(ONE_OR_MORE, flat), { query: 'p=a,b' }, { tag: 'more', val: ['a', 'b'] }],
    [inQuery(ONE_OR_MORE, flat), { query: 'p=a%2Cb' }, { tag: 'one', val: 'a,b' }],
    [inQuery(WORD_OR_NUMBERS), { query: 'p=1' }, { tag: 'numbers', val: [1] }],
    [inQuery(WORD_OR_NUMBERS), { query: 'p=all' }, { tag: 'all', val: 'all' }],
    [inQuery(INSTANT_OR_RANGE, deep), { query: 'p=5' }, { tag: 'instant', val: 5n }],
    [inQuery(INSTANT_OR_RANGE, deep), { query: 'p[gte]=5' }, { tag: 'range', val: { gte: 5n } }],
    [inQuery(INSTANT_OR_RANGE), { query: 'gte=5' }, { tag: 'range', val: { gte: 5n } }],
    [inQuery(PAIR), { query: 'p=1&p=2' }, [1, '2']],
    [inQuery(PAIR, flat), { query: 'p=1,2' }, [1, '2']],
    [inQuery({ scalar: 's64', values: [1, 2] }), { query: 'p=2' }, 2n],
    [inQuery({ scalar: 'bool', values: [true] }), { query: 'p=true' }, true],
    [inQuery({ ...KIND, record: [] }, deep), { query: 'p[kind]=7' }, {}],
    [inQuery({ nullable: 's32' }), { query: 'p=' }, undefined],
    [inQuery({ nullable: 'string' }), { query: 'p=' }, ''],
    [inQuery({ nullable: { enum: [['a', 'A']] } }), { query: 'p=' }, undefined],
    [inQuery(INTEGERS), { query: 'p=' }, []],
    [inQuery(STRINGS), { query: 'p=' }, ['']],
    // reserved characters that are not encoded (allowReserved)
    [inQuery('string'), { query: "p=a/b?c:d@e!$'(*),;=[f]" }, "a/b?c:d@e!$'(*),;=[f]"],
    // path
    [inPath('string'), { path: 'a%2Fb+c' }, 'a/b+c'],
    [inPath('s64'), { path: '18' }, 18n],
    [inPath(STRINGS), { path: 'a,b%2Cc' }, ['a', 'b,c']],
    [inPath(COLOR), { path: 'R,1,G,2' }, { r: 1, g: 2 }],
    [inPath(COLOR, { explode: true }), { path: 'R=1,G=2' }, { r: 1, g: 2 }],
    [inPath('s32', { style: 'label' }), { path: '.5' }, 5],
    [inPath('f64', { style: 'label' }), { path: '.1.5' }, 1.5],
    [inPath(STRINGS, { style: 'label' }), { path: '.a,b' }, ['a', 'b']],
    [inPath(STRINGS, { style: 'label', explode: true }), { path: '.a.b' }, ['a', 'b']],
    [inPath(COLOR, { style: 'label', explode: true }), { path: '.R=1.G=2' }, { r: 1, g: 2 }],
    [inPath('s32', { style: 'matrix' }), { path: ';p=5' }, 5],
    [inPath('s32', { style: 'matrix', explode: true }), { path: ';p=5' }, 5],
    [inPath(STRINGS, { style: 'matrix' }), { path: ';p=a,b' }, ['a', 'b']],
    [inPath(STRINGS, { style: 'matrix', explode: true }), { path: ';p=a;p=b' }, ['a', 'b']],
    [inPath('s32', { style: 'matrix', name: 'a b' }), { path: ';a%20b=5' }, 5],
    [inPath(COLOR, { style: 'matrix' }), { path: ';p=R,1,G,2' }, { r: 1, g: 2 }],
    [inPath(COLOR, { style: 'matrix', explode: true }), { path: ';R=1;G=2' }, { r: 1, g: 2 }],
    [inPath('s32'), { query: 'p=5' }, 5],
    // headers and cookies
    [{ type: 's32', in: 'header', name: 'X-P' }, { headers: { 'x-p': ' 5 ' } }, 5],
    [{ type: 'string', in: 'header' }, { headers: { p: '100%+' } }, '100%+'],
    [{ type: STRINGS, in: 'header' }, { headers: { p: 'a, b' } }, ['a', 'b']],
    [{ type: COLOR, in: 'header', explode: true }, { headers: { p: 'R=1, G=2' } }, { r: 1, g: 2 }],
    [{ type: 'string', in: 'header' }, {}, undefined],
    [{ type: 'string', in: 'cookie' }, { headers: { cookie: 'a=1; p=x%20y' } }, 'x y'],
    [{ type: 'string', in: 'cookie' }, { headers: { cookie: 'p=100%' } }, '100%'],
    [{ type: INTEGERS, in: 'cookie' }, { headers: { cookie: 'p=1,2' } }, [1, 2]],
    [{ type: STRINGS, in: 'cookie' }, { headers: { cookie: 'p=a; p=b,c' } }, ['a', 'b', 'c']],
    [{ type: COLOR, in: 'cookie' }, { headers: { cookie: 'p=R,1,G,2' } }, { r: 1, g: 2 }],
    [{ type: 'string', in: 'cookie' }, {}, undefined],
  ])('%j from %j', (param, sent, value) => {
    expect(read(param, sent)).toStrictEqual(value);
  });

  test('an exploded map takes what no other parameter is called', () => {
    const other: ParamCode = { js: 'q', name: 'q', in: 'query', type: 'string' };
    expect(read(inQuery(OPEN), { query: 'a=1&q=x' }, [other])).toStrictEqual([['a', 1]]);
  });
});

describe('refuses', () => {
  test.each<[param: Described, sent: Sent, detail: string]>([
    [inQuery('s32', required), {}, 'query parameter "p": is required'],
    [inQuery(STRINGS, required), {}, 'query parameter "p": is required'],
    [inQuery(COLOR, required), {}, 'query parameter "p": is required'],
    [inQuery('s32'), { query: 'p=x' }, 'query parameter "p": expected integer, got "x"'],
    [inQuery('s32'), { query: 'p=' }, 'query parameter "p": expected integer, got ""'],
    [inQuery('s32'), { query: 'p=0x10' }, 'query parameter "p": expected integer, got "0x10"'],
    [inQuery('s32'), { query: 'p=1.5' }, 'query parameter "p": expected integer, got 1.5'],
    [inQuery('f64'), { query: 'p=1e999' }, 'query parameter "p": expected number, got "1e999"'],
    [inQuery('bool'), { query: 'p=yes' }, 'query parameter "p": expected boolean, got "yes"'],
    [inQuery('s32'), { query: 'p=1&p=2' }, 'query parameter "p": is given more than once'],
    [inQuery('string'), { query: 'p=%zz' }, 'query parameter "p": has malformed percent-encoding'],
    [inQuery('string'), { query: 'p=%ff' }, 'query parameter "p": has malformed percent-encoding'],
    [inQuery(INTEGERS), { query: 'p=1&p=x' }, 'query parameter "p": /1: expected integer, got "x"'],
    [inQuery(COLOR, flat), { query: 'p=R,1,G' }, 'query parameter "p": has a name without a value'],
    [inQuery(COLOR), { query: 'G=1' }, 'query parameter "p": /R: is required'],
    [
      inQuery(COLOR, { style: 'deepObject' }),
      { query: 'p[R]=1&p[R]=2' },
      'is given more than once',
    ],
    [
      inQuery(OPEN, deep),
      { query: 'p[a]=x' },
      'query parameter "p": /a: expected integer, got "x"',
    ],
    [inQuery(OPEN, deep), { query: 'p[a]=%zz' }, 'has malformed percent-encoding'],
    [inQuery(STRINGS, deep), { query: 'p[x]=a' }, 'has "x" in the place of an index'],
    [inQuery(EITHER), { query: 'p=1&p=2' }, 'query parameter "p": is given more than once'],
    [inQuery(EITHER, required), {}, 'query parameter "p": is required'],
    [inQuery(WORD_OR_NUMBERS), { query: 'p=x' }, 'query parameter "p": expected "all", got "x"'],
    [inQuery(WORD_OR_NUMBERS), { query: 'p=1&p=x' }, '/1: expected integer, got "x"'],
    [inQuery(INSTANT_OR_RANGE, deep), { query: 'p=x' }, 'expected number or object, got "x"'],
    [inQuery(INSTANT_OR_RANGE, deep), { query: 'p[gt]=1' }, '/gte: is required'],
    [inQuery(PAIR), { query: 'p=1' }, 'query parameter "p": expected 2 items, got 1'],
    [inQuery({ scalar: 's64', values: [1] }), { query: 'p=2' }, 'expected 1, got 2'],
    [inQuery({ ...KIND, record: [] }, deep), { query: 'p[kind]=8' }, '/kind: expected 7, got 8'],
    [inQuery(COLOR, { json: true }), { query: 'p={' }, 'is not JSON: line 1, column 2'],
    [inPath('string'), { path: '%zz' }, 'path parameter "p": has malformed percent-encoding'],
    [
      inPath('s32', { style: 'label' }),
      { path: '5' },
      'path parameter "p": does not start with "."',
    ],
    [inPath('s32', { style: 'matrix' }), { path: ';q=5' }, 'does not start with ";p="'],
    [
      { type: 's32', in: 'header', name: 'X-"P"', ...required },
      {},
      'header parameter "X-\\"P\\"": is required',
    ],
    [
      { type: 's32', in: 'cookie' },
      { headers: { cookie: 'p=x' } },
      'cookie parameter "p": expected',
    ],
  ])('%j from %j', async (param, sent, detail) => {
    const problem = await problemOf(() => read(param, sent));
    expect(problem).toMatchObject({ status: 400, detail: expect.stringContaining(detail) });
    expect(problem.errors).toStrictEqual([
      { parameter: param.name ?? 'p', in: param.in ?? 'query', detail: expect.any(String) },
    ]);
  });
});
