import { describe, expect, it } from 'vitest';
import {
  dependencyNameProblem,
  packageProblem,
  readPackageName,
} from '../../src/spin/dependency-names.ts';
import { kebabProblem, labelProblem, lowerSnakeProblem, suggestId } from '../../src/spin/ids.ts';
import { rustChar, rustString } from '../../src/spin/rust-text.ts';
import { fillTemplate, templateParts, templateVariables } from '../../src/spin/templates.ts';
import {
  areCompatible,
  isVersionRequirement,
  readVersion,
  versionProblem,
} from '../../src/spin/versions.ts';

describe('ids', () => {
  it.each(['a', 'a1', 'a-b', 'ABC', 'a-BC', 'a1-b2'])('of components: %s', (id) => {
    expect(kebabProblem(id)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['a_b', "words must be separated with '-', not '_'"],
    ['-a', "'-'-separated words must not be empty"],
    ['1a', "'-'-separated words must start with an ASCII letter; got '1'"],
    ['é', "'-'-separated words must start with an ASCII letter; got 'é'"],
    ["a'b", "'-'-separated words may only contain alphanumeric ASCII; got '\\''"],
    ['a+B', "'-'-separated words may only contain alphanumeric ASCII; got '+'"],
    ['aB+', '\'-\'-separated words must be all lowercase or all UPPERCASE; got "aB+"'],
    ['AB-Cd', '\'-\'-separated words must be all lowercase or all UPPERCASE; got "Cd"'],
  ])('of components: not %s', (id, message) => {
    expect(kebabProblem(id)).toBe(message);
  });

  it('of variables and labels', () => {
    expect(lowerSnakeProblem('a_b1')).toBeUndefined();
    expect(lowerSnakeProblem('A')).toBe('Lower-case identifiers must be all lowercase; got "A"');
    expect(lowerSnakeProblem('a__b')).toBe("'_'-separated words must not be empty");
    expect(['default', 'snake_case', 'kebab-case', 'A-B', 'cache2'].map(labelProblem)).toEqual(
      Array(5).fill(undefined),
    );
    expect(labelProblem('b@d')).toBe('expected kebab-case or snake_case');
  });

  it.each([
    ['svc-2', 'svc2'],
    ['orderIntake', 'order-intake'],
    ['My Shop', 'my-shop'],
    ['2nd', 'nd'],
    ['--', undefined],
  ])('are proposed for %s', (text, id) => {
    expect(suggestId(text, '-')).toBe(id);
  });
});

describe('templates', () => {
  it.each([
    ['', []],
    ['a', [{ text: 'a' }]],
    ['a-{{ x }}-b', [{ text: 'a-' }, { variable: 'x' }, { text: '-b' }]],
    ['{{x}}{{ y }}', [{ variable: 'x' }, { variable: 'y' }]],
    ['a } b', [{ text: 'a } b' }]],
    ['{{ x }} {{ y', undefined],
  ])('%s', (template, parts) => {
    expect(templateParts(template)).toEqual(parts);
  });

  it('are filled in, when every value is there', () => {
    const parts = templateParts('{{ a }}:{{ b }}') ?? [];
    expect(templateVariables(parts)).toEqual(['a', 'b']);
    expect(
      fillTemplate(
        parts,
        new Map([
          ['a', '1'],
          ['b', '2'],
        ]),
      ),
    ).toBe('1:2');
    expect(fillTemplate(parts, new Map([['a', '1']]))).toBeUndefined();
  });
});

/** As the crate `semver` 1.0.28 answers. */
describe('versions', () => {
  it.each([
    ['', 'empty string, expected a semver version'],
    ['1', 'unexpected end of input while parsing major version number'],
    ['1.2', 'unexpected end of input while parsing minor version number'],
    ['1.2.', 'unexpected end of input while parsing patch version number'],
    ['01.2.3', 'invalid leading zero in major version number'],
    ['v1.2.3', "unexpected character 'v' while parsing major version number"],
    ['1x', "unexpected character 'x' after major version number"],
    ['1.2.3a', "unexpected character 'a' after patch version number"],
    ['1.2.3-', 'empty identifier segment in pre-release identifier'],
    ['1.2.3-01', 'invalid leading zero in pre-release identifier'],
    ['1.2.3+', 'empty identifier segment in build metadata'],
  ])('not %s', (text, problem) => {
    expect(versionProblem(text)).toBe(problem);
  });

  it.each(['1.2.3', '0.0.0', '1.0.0-rc.1+7', '1.0.0-0a', '1.0.0+01'])('%s', (text) => {
    expect(versionProblem(text)).toBeUndefined();
  });

  it.each(['*', 'x', '1', '1.*', '1.*.*', '^1', '~1.2', '>= 1.0, <2', '=1.2.3-a', ' 1.2.3 '])(
    'any of %s',
    (text) => {
      expect(isVersionRequirement(text)).toBe(true);
    },
  );

  it.each(['', 'latest', '1.*.3', '*.1', '>1 <2', '1.2.3,', '>=', '>*', '==1', '1.2.3-01'])(
    'nothing of %s',
    (text) => {
      expect(isVersionRequirement(text)).toBe(false);
    },
  );

  it.each([
    ['1.0.0', '1.9.0', true],
    ['1.0.0', '2.0.0', false],
    ['0.1.0', '0.1.9', true],
    ['0.1.0', '0.2.0', false],
    ['0.0.1', '0.0.2', false],
    ['1.0.0-a', '1.0.0-b', false],
  ])('%s and %s', (a, b, expected) => {
    const [first, second] = [readVersion(a), readVersion(b)];
    expect(first && second && areCompatible(first, second)).toBe(expected);
  });
});

describe('names of dependencies', () => {
  it.each(['a', 'a-b', 'a:b', 'a:b/c', 'a:b@1.0.0', 'wasi:http/types@0.2.0-rc.1'])('%s', (name) => {
    expect(dependencyNameProblem(name)).toBeUndefined();
  });

  it.each([
    ['a_b', "words must be separated with '-', not '_'"],
    ['a:b@1', 'unexpected end of input while parsing major version number'],
    ['a/b', "missing expected ':'"],
    ['A:b', 'invalid label'],
    ['a:b/c_d', "words must be separated with '-', not '_'"],
  ])('not %s', (name, problem) => {
    expect(dependencyNameProblem(name)).toBe(problem);
  });

  it('have parts', () => {
    expect(readPackageName('a:b/c@1.0.0')).toMatchObject({
      package: 'a:b',
      interface: 'c',
      version: { major: '1' },
    });
    expect(readPackageName('plain')).toBeUndefined();
    expect(packageProblem('a:b:c')).toBe('invalid label');
  });
});

describe('text as Rust shows it', () => {
  it.each([
    ['plain', '"plain"'],
    ['a"b\\c\n\t\0', String.raw`"a\"b\\c\n\t\0"`],
    ["it's é 😀", `"it's é 😀"`],
    ['\u001b\u202e', String.raw`"\u{1b}\u{202e}"`],
  ])('%j', (text, shown) => {
    expect(rustString(text)).toBe(shown);
  });

  it('and characters', () => {
    expect([rustChar("'"), rustChar('"'), rustChar('\n')]).toEqual(["'\\''", "'\"'", "'\\n'"]);
  });
});
