import { describe, expect, it } from 'vitest';
import { child, ROOT, tokensOf } from '../../src/openapi/pointer.ts';

describe('pointers', () => {
  it.each([
    ['/orders/{id}', '#/~1orders~1{id}'],
    ['a~b', '#/a~0b'],
    ['50%', '#/50%25'],
    ['My Schema', '#/My%20Schema'],
    ['two\nlines', '#/two%0Alines'],
    ['\u202Ereversed', '#/%E2%80%AEreversed'],
    ['\u001B[31m', '#/%1B[31m'],
    ['', '#/'],
    ['größe', '#/größe'],
    ['__proto__', '#/__proto__'],
  ])('write %j as %s, and read it back', (token, pointer) => {
    expect(child(ROOT, token)).toBe(pointer);
    expect(tokensOf(pointer)).toEqual([token]);
  });

  it.each([
    ['#/a~1b/c~0d', ['a/b', 'c~d']],
    ['#/~01', ['~1']],
    ['#/%7Bid%7D', ['{id}']],
    ['#/%zz', ['%zz']],
    ['#', []],
  ])('read %s', (pointer, tokens) => {
    expect(tokensOf(pointer)).toEqual(tokens);
  });
});
