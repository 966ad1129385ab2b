import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';
import { shellWord } from '../../src/text/shell-word.ts';

describe('shellWord', () => {
  it.each([
    ['orders', 'orders'],
    ['../api/openapi.yaml', '../api/openapi.yaml'],
    ['--base-path=/v1', '--base-path=/v1'],
    ['', '""'],
    ['GET /orders/{id}', '"GET /orders/{id}"'],
    ["it's", '"it\'s"'],
    ['~root', '"~root"'],
    ['a&b|c;d>e', '"a&b|c;d>e"'],
    ['*', '"*"'],
    ['#x', '"#x"'],
    ['größe', '"größe"'],
    ['$(x) `y`', "'$(x) `y`'"],
    ['!!', "'!!'"],
    ['100%', "'100%'"],
    ['"', "'\"'"],
    ['\\', "'\\'"],
    ["$it's", "'$it'\\''s'"],
  ])('%j is written %s', (text, want) => {
    expect(shellWord(text)).toBe(want);
  });

  it.skipIf(process.platform === 'win32')('reads back as it was in sh', () => {
    const nasty = [
      '',
      'a b',
      '$HOME',
      '`id`',
      "'",
      '"',
      '\\',
      '\n',
      '!x',
      '*',
      '{a,b}',
      '-p',
      '🙂',
    ];
    const words = [...nasty, '~', '=x', '#', '%PATH%', 'a\tb', ';', '<%', '$x', '-->', '\u0007'];
    const script = `printf '%s\\0' ${words.map(shellWord).join(' ')}`;
    const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(printed.split('\0').slice(0, -1)).toEqual(words);
  });
});

describe('nearest', () => {
  const words = ['language', 'namespace', 'name', 'from', 'out'];
  it.each([
    ['langauge', 'language'],
    ['LANGUAGE', 'language'],
    ['lang', 'language'],
    ['nmae', 'name'],
    ['form', 'from'],
    ['fro', 'from'],
    ['namespaces', 'namespace'],
    ['xyzzy', undefined],
    ['', undefined],
    ['o', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%.20j → %j', (text, want) => {
    expect(nearest(text, words)).toBe(want);
  });
});
