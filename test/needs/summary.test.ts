import { expect, it } from 'vitest';
import type { Proof } from '../../src/run/services.ts';
import { describeOutcome } from '../../src/run/summary.ts';
import type { NeedResult } from '../../src/smoke/result.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { modelWith } from './support.ts';

function outcome(needs: readonly NeedResult[] | undefined): string {
  const smoke = { requests: [], calls: [], passed: 3, failed: 0, ...(needs && { needs }) };
  const proof = { component: { bytes: 1 << 20 }, smoke } as unknown as Proof;
  const run = { directory: '/work/hello', cwd: '/work', installed: false, verbose: false };
  const style = createStyle({ color: false, unicode: true });
  return describeOutcome({ ...run, model: modelWith({}), proof }, style);
}

it('says what was found and what could not be shown', () => {
  const text = outcome([
    { need: 'kv', proven: true },
    { need: 'postgres', proven: false, why: 'away' },
  ]);
  expect(text).toContain('It has what it needs: kv.');
  expect(text).toContain('Not proven, for want of a server here: postgres.');
  expect(outcome(undefined)).not.toMatch(/needs|Not proven/);
});
