import { describe, expect, it } from 'vitest';
import { helpText } from '../../src/command-line/help.ts';

describe('--help', () => {
  const help = helpText();

  it('names each flag, allowed value and exit code', () => {
    for (const word of [
      '--from DOCUMENT',
      '--from FOLDER',
      '--operation "METHOD /PATH"',
      '--git, --no-git',
      '-y, --yes',
    ]) {
      expect(help).toContain(`\n  ${word}`);
    }
    expect(help).toContain('spring-boot, express, fastapi, go,');
    expect(help).toMatch(/\n {2}3 +the verdict is to stay/);
    expect(help).toMatch(/\n {2}130 +cancelled/);
  });

  it('fits in 100 columns', () => {
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});
