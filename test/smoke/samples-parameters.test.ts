import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../src/openapi/model.ts';
import { headerText, pathText, queryPairs } from '../../src/smoke/samples/parameters.ts';
import { requestTarget } from '../../src/smoke/samples/target.ts';

// The tables of OpenAPI 3.1.1, "Style Examples" (their values, our own rows).
const array = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

function style(name: Parameter['style'], explode: boolean, json = false) {
  return { name: 'color', style: name, explode, json };
}

describe('pathText', () => {
  it.each([
    ['simple', false, 'blue', 'blue'],
    ['simple', false, array, 'blue,black,brown'],
    ['simple', false, object, 'R,100,G,200,B,150'],
    ['simple', true, object, 'R=100,G=200,B=150'],
    ['label', false, 'blue', '.blue'],
    ['label', false, array, '.blue,black,brown'],
    ['label', true, array, '.blue.black.brown'],
    ['label', true, object, '.R=100.G=200.B=150'],
    ['matrix', false, 'blue', ';color=blue'],
    ['matrix', false, array, ';color=blue,black,brown'],
    ['matrix', true, array, ';color=blue;color=black;color=brown'],
    ['matrix', true, object, ';R=100;G=200;B=150'],
    ['matrix', false, object, ';color=R,100,G,200,B,150'],
    ['simple', false, 'a/b c?d#e%f', 'a%2Fb%20c%3Fd%23e%25f'],
    ['simple', false, 'é😀', '%C3%A9%F0%9F%98%80'],
    ['simple', false, ['a,b', 'c'], 'a%2Cb,c'],
    ['simple', false, 7, '7'],
  ] as const)('%s explode=%s %j is %s', (name, explode, value, want) => {
    expect(pathText(style(name, explode), value)).toBe(want);
  });
});

describe('queryPairs', () => {
  it.each([
    ['form', true, 'blue', ['color=blue']],
    ['form', true, array, ['color=blue', 'color=black', 'color=brown']],
    ['form', false, array, ['color=blue,black,brown']],
    ['form', true, object, ['R=100', 'G=200', 'B=150']],
    ['form', false, object, ['color=R,100,G,200,B,150']],
    ['spaceDelimited', false, array, ['color=blue%20black%20brown']],
    ['pipeDelimited', false, array, ['color=blue%7Cblack%7Cbrown']],
    ['deepObject', true, object, ['color%5BR%5D=100', 'color%5BG%5D=200', 'color%5BB%5D=150']],
    ['deepObject', true, { a: { b: [1, 2] } }, ['color%5Ba%5D%5Bb%5D=1', 'color%5Ba%5D%5Bb%5D=2']],
    ['form', true, 'a&b=c+d', ['color=a%26b%3Dc%2Bd']],
    ['form', true, false, ['color=false']],
    ['form', true, [], []],
  ] as const)('%s explode=%s %j is %j', (name, explode, value, want) => {
    expect(queryPairs(style(name, explode), value)).toEqual(want);
  });

  it('writes a content parameter as JSON text', () => {
    expect(queryPairs(style('form', true, true), { a: [1] })).toEqual([
      'color=%7B%22a%22%3A%5B1%5D%7D',
    ]);
  });
});

describe('headerText', () => {
  it.each([
    [false, 'a b', 'a b'],
    [false, array, 'blue,black,brown'],
    [true, object, 'R=100,G=200,B=150'],
  ])('explode=%s %j is %s', (explode, value, want) => {
    expect(headerText(style('simple', explode), value)).toBe(want);
  });
});

describe('requestTarget', () => {
  const given = (place: Parameter['in'], name: string, value: unknown) => ({
    parameter: {
      ...{ name, in: place, json: false, required: true, deprecated: false, examples: [] },
      style: place === 'path' ? ('simple' as const) : ('form' as const),
      explode: place !== 'path',
      pointer: '#/p',
      description: undefined,
      schema: { kind: 'any' as const, pointer: '#/p/schema' },
    },
    value,
  });

  it.each([
    ['/', [], '/'],
    ['/a/{id}', [given('path', 'id', 7)], '/a/7'],
    ['/a/{id}/{id}.json', [given('path', 'id', 'x/y')], '/a/x%2Fy/x%2Fy.json'],
    ['/a/{unknown}', [], '/a/sample'],
    ['/a b/é/%20', [], '/a%20b/%C3%A9/%20'],
    ['/a/\ud800', [], '/a/%EF%BF%BD'],
    ['/a', [given('query', 'q', ['x', 'y'])], '/a?q=x&q=y'],
    ['/a', [given('header', 'q', 'x')], '/a'],
    ['/?action=list&id={id}#top', [given('path', 'id', 7)], '/?action=list&id=7'],
    [
      '/?action=list',
      [given('query', 'action', 'list'), given('query', 'q', 1)],
      '/?action=list&q=1',
    ],
  ])('%s %j', (template, parameters, want) => {
    expect(requestTarget(template, parameters)).toBe(want);
  });
});
