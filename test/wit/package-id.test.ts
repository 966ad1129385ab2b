import { describe, expect, it } from 'vitest';
import { packageId, semver } from '../../src/wit/package-id.ts';

describe('semver', () => {
  it.each([
    ['1.2.3', '1.2.3'],
    ['1.0.0-beta.1', '1.0.0-beta.1'],
    ['1.0.0+build.5', '1.0.0+build.5'],
    ['v1', '1.0.0'],
    ['1.2', '1.2.0'],
    ['Version 3.1', '3.1.0'],
    ['2024-01-31', '2024.1.31'],
    ['2025-10-15T00:00:00Z', '2025.10.15'],
    ['2024.01', '2024.1.0'],
    ['1.0-beta', '1.0.0-beta'],
    ['2.1.0.Final', '2.1.0-final'],
    ['1.2.3.4', '1.2.3'],
    ['01.02.03', '1.2.3'],
    ['Wed Oct 15 2025 02:00:00 GMT+0200', '2025.10.15'],
    ['May 3, 2024', '2024.5.3'],
    ['latest', '0.0.0-latest'],
    ['', '0.0.0'],
    ['🍕', '0.0.0'],
    ['1'.repeat(40), '0.0.0'],
    ['1.0.0; world evil {}', '1.0.0-world'],
  ])('%j is %j', (version, expected) => expect(semver(version)).toBe(expected));

  it('is always a version that semver takes', () => {
    const parts = ['', 'v', '1', '.', '0', '-', 'rc', '2024', '+', '007', ' ', 'x'];
    for (const a of parts) {
      for (const b of parts) {
        for (const c of parts) {
          expect(semver(a + b + c)).toMatch(/^\d+\.\d+\.\d+(?:-[a-z0-9.-]+)?(?:\+[a-z0-9.-]+)?$/u);
        }
      }
    }
  });
});

describe('packageId', () => {
  it('keeps what is valid and coerces the rest', () => {
    const valid = { namespace: 'acme', name: 'orders', version: '1.0.0' };
    expect(packageId(valid)).toEqual(valid);
    expect(packageId({ namespace: 'Acme Inc.', name: '../Orders API', version: 'v2' })).toEqual({
      namespace: 'acme-inc',
      name: 'orders-api',
      version: '2.0.0',
    });
    expect(packageId({ namespace: '名', name: '', version: '?' })).toEqual({
      namespace: 'local',
      name: 'service',
      version: '0.0.0',
    });
  });
});
