import { describe, expect, it } from 'vitest';
import { RULES_BY_SUBJECT } from '../../../src/spin/check/rules/index.ts';
import { type Case, check, manifest, markIn } from './case.ts';
import { applicationCases, routeCases } from './cases/application.ts';
import { binaryCases } from './cases/binary.ts';
import {
  buildCases,
  dependencyCases,
  fileCases,
  hostCases,
  sourceCases,
  storeCases,
} from './cases/component.ts';
import { firstVersionCases } from './cases/first-version.ts';
import { shapeCases } from './cases/shape.ts';
import { syntaxCases } from './cases/syntax.ts';
import { page } from './page.ts';

const CASES: readonly Case[] = [
  ...syntaxCases,
  ...firstVersionCases,
  ...shapeCases,
  ...applicationCases,
  ...routeCases,
  ...hostCases,
  ...fileCases,
  ...sourceCases,
  ...storeCases,
  ...buildCases,
  ...dependencyCases,
  ...binaryCases,
];

describe('the rules', () => {
  it.each(CASES)('$rule: $title', (one) => {
    const text = manifest(one.section, one.wrong);
    const problems = check(text, one).filter(({ rule }) => rule === one.rule);
    const { line, column } = markIn(text);
    expect(problems.map(({ message }) => message)).toEqual([
      typeof one.message === 'string' ? one.message : expect.stringMatching(one.message),
    ]);
    expect(problems[0]).toMatchObject({ file: 'spin.toml', span: { start: { line, column } } });
  });

  it.each(CASES)('not $rule: $title', (one) => {
    const problems = check(manifest(one.section, one.right), one);
    expect(problems.filter(({ rule }) => rule === one.rule)).toEqual([]);
  });

  it('have a case each', () => {
    const ids = [...RULES_BY_SUBJECT.values()].flat().map(({ id }) => id);
    const inRuntimeConfig = ['runtime-config-key', 'runtime-config-type'];
    expect(new Set([...CASES.map(({ rule }) => rule), ...inRuntimeConfig])).toEqual(new Set(ids));
    expect(new Set(ids).size).toBe(ids.length);
    expect(CASES.length).toBeGreaterThan(120);
  });
});

describe('docs/spin-manifest-checks.md', () => {
  it('lists the rules', async () => {
    await expect(page()).toMatchFileSnapshot('../../../docs/spin-manifest-checks.md');
  });
});
