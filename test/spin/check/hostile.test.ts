import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSpinManifest } from '../../../src/spin/check/check.ts';
import { Failure } from '../../../src/terminal/failure.ts';
import { manifest } from './case.ts';
import { shapeCases } from './cases/shape.ts';

const HEAD = 'spin_manifest_version = 2\n[application]\nname = "a"\n';
const GOOD = manifest('end', '');

function checked(text: string) {
  return checkSpinManifest(text, { name: 'spin.toml' });
}

/** The rules of the problems, or the failure. */
function outcome(text: string): readonly string[] | Failure {
  try {
    return checked(text).map(({ rule }) => rule);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

describe('what the file is', () => {
  it.each([
    ['a byte order mark', `\ufeff${GOOD}`],
    ['line ends of Windows', GOOD.replaceAll('\n', '\r\n')],
    ['no line end', GOOD.trimEnd()],
    ['comments of other languages', `# 설정 é 😀\n${GOOD}`],
  ])('may have %s', (_what, text) => {
    expect(outcome(text)).toEqual([]);
  });

  it('counts columns in characters', () => {
    const text = `${HEAD}authors = ["😀é", 1]\n[[trigger.http]]\n`;
    const [first] = checked(text);
    expect(first).toMatchObject({ rule: 'wrong-type', span: { start: { line: 4, column: 18 } } });
  });

  it('may not have more than 8 MB', () => {
    expect(outcome('x'.repeat(10_000_000))).toMatchObject({ code: 2, message: /too large/u });
  });

  it('of 5 MB is read in time', () => {
    const start = performance.now();
    const text = `${GOOD}environment.A = "${'x'.repeat(1_000_000)}"\n${'# é 😀\n'.repeat(500_000)}`;
    expect(outcome(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('may nest dotted keys in braces as deeply as the parser goes', () => {
    const key = `a${'.a'.repeat(78)}`;
    const value = Array.from({ length: 78 }).reduce((inner) => `{ ${key} = ${inner} }`, '1');
    expect(outcome(`spin_manifest_version = ${value}\n`)).toEqual(['version-invalid']);
    expect(outcome(`${HEAD}description = ${value}\n[[trigger.http]]\n`)).toContain('wrong-type');
  });

  it('takes keys of JavaScript for keys', () => {
    const text = `${HEAD}[[trigger.http]]\n[__proto__.polluted]\nx = 1\n[component.constructor]\nsource = "x"\n[variables.__proto__]\n`;
    const rules = outcome(text);
    expect(rules).toContain('unknown-field');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('shows nothing that a terminal would act on', () => {
    const [problem] = checked(`${HEAD}"a\\u001b[31m\\u202eb" = 1\n[[trigger.http]]\n`);
    // The message is quoted by the report; here it must only be told.
    expect(problem?.rule).toBe('unknown-field');
  });
});

describe('size', () => {
  it.each([
    ['triggers without a component', '[[trigger.http]]\nroute = "/"\n'.repeat(20_000)],
    [
      'routes',
      Array.from(
        { length: 20_000 },
        (_, index) => `[[trigger.http]]\nroute = "/${index}"\ncomponent = "a"`,
      ).join('\n'),
    ],
    [
      'variables',
      `[[trigger.http]]\n[variables]\n${Array.from({ length: 20_000 }, (_, index) => `v${index} = { default = "" }`).join('\n')}`,
    ],
    [
      'dependencies',
      `[[trigger.http]]\n[component.a]\nsource = "a"\n[component.a.dependencies]\n${Array.from({ length: 20_000 }, (_, index) => `"a:b/i${index}" = "1"`).join('\n')}`,
    ],
  ])('of many thousands of %s is no matter', (_what, text) => {
    const start = performance.now();
    outcome(HEAD + text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('mutants of manifests', () => {
  const seeds = [GOOD, ...shapeCases.map(({ section, right }) => manifest(section, right))];

  it('end in problems with a place', () => {
    const random = generator(20261124);
    for (let count = 0; count < 1500; count += 1) {
      const text = mutant(seeds[random(seeds.length)] ?? GOOD, random);
      const found = checked(text);
      const lines = text.split('\n').length;
      for (const { span } of found) {
        expect(span.start.line, text).toBeLessThanOrEqual(lines);
        expect(span.start.column, text).toBeGreaterThan(0);
      }
    }
  });
});

/** Numbers from a seed (a linear congruential generator), so that a failure can be repeated. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

const PIECES = [
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '=',
  '.',
  ',',
  '\n',
  ' ',
  '#',
  '1',
  'true',
  '{{',
  '\u0000',
  '😀',
  '-',
  '_',
];

function mutant(text: string, random: (below: number) => number): string {
  let changed = text;
  for (let count = 0; count <= random(3); count += 1) {
    const at = random(changed.length);
    const piece = PIECES[random(PIECES.length)] ?? '';
    const lines = changed.split('\n');
    const line = random(lines.length);
    const value = ['1', '"x"', 'true', '[]', '{}', '[1]', '1979-05-27'][random(7)] ?? '1';
    changed =
      [
        changed.slice(0, at) + piece + changed.slice(at),
        changed.slice(0, at) + changed.slice(at + 1 + random(8)),
        lines.toSpliced(line, 1).join('\n'),
        lines.with(line, (lines[line] ?? '').replace(/=.*/u, `= ${value}`)).join('\n'),
      ][random(4)] ?? changed;
  }
  return changed;
}

describe('the manifests of the examples', () => {
  const manifests = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('spin.toml') && !path.includes('node_modules'),
  );

  it.each(manifests)('%s passes', (path) => {
    expect(outcome(readFileSync(join('examples', path), 'utf8'))).toEqual([]);
  });
});
