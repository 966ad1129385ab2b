import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { flagTables } from '../../src/command-line/reference.ts';

it('the README says what the questions and flags say', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, block] = /<!-- flags:start -->([\s\S]*)<!-- flags:end -->/u.exec(readme) ?? [];
  expect(block?.trim(), 'run `npm run reference`').toBe(flagTables());
});
