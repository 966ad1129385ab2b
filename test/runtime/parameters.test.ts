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
  const names = code.in === 'path' && sent.path !== undefined ? ['p'] : [];
  return compileParameters(route, names, compileTypes({ Color: COLOR }))[0]?.(parts);
}

const inPath = (type: TypeCode, more: Partial<Described> = {}): Described => ({
  type,
  in: 'path',
  ...more,
});
const inQuery = (type: TypeCode, more: Partial<Described> = {}): Described => ({ type, ...more });
const flat = { explode: false };
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
