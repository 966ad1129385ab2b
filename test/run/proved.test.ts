import { describe, expect, it } from 'vitest';
import { describeProof } from '../../src/run/proved.ts';
import type { SmokeRequest } from '../../src/smoke/result.ts';
import { createStyle } from '../../src/terminal/style.ts';

const style = createStyle({ color: false, unicode: true });

function request(path: string, check: string): SmokeRequest {
  return { method: 'GET', path, check, status: 200, expected: [200], ok: true, ms: 1 };
}

const call = { function: 'orders.getOrder', ok: true, ms: 1 };

describe('describeProof', () => {
  it('shows every request of a small service, and counts the calls', () => {
    const requests = [request('/a', 'operation'), request('/long', 'unknown path')];
    const shown = describeProof({ requests, calls: [call], passed: 3, failed: 0 }, style);
    expect(shown.split('\n')).toEqual([
      '  GET     /a     200  operation',
      '  GET     /long  200  unknown path',
      '  … and 1 function called through the typed door, without HTTP',
    ]);
  });

  it('shows one of each kind of a large service, and the first others', () => {
    const many = Array.from({ length: 40 }, (_, index) => request(`/${index}`, 'operation'));
    const requests = [...many, request('/x', 'unknown path')];
    const smoke = { requests, calls: [], passed: 41, failed: 0 };
    const lines = describeProof(smoke, style).split('\n');
    expect(lines).toHaveLength(17);
    expect(lines.at(-2)).toContain('unknown path');
    expect(lines.at(-1)).toBe('  … and 25 more requests (--verbose shows them)');
    expect(describeProof(smoke, style, { all: true }).split('\n')).toHaveLength(41);
  });

  it('clips long paths', () => {
    const smoke = {
      requests: [request(`/${'x'.repeat(99)}`, 'operation')],
      calls: [],
      passed: 1,
      failed: 0,
    };
    expect(describeProof(smoke, style)).toContain(`/${'x'.repeat(58)}…  200`);
  });

  it('keeps to the width of the terminal, and clips no path to nothing', () => {
    const requests = [
      request('/short', 'missing property'),
      request(`/${'x'.repeat(99)}`, 'operation'),
    ];
    const smoke = { requests, calls: [], passed: 2, failed: 0 };
    for (const columns of [60, 80]) {
      const lines = describeProof(smoke, style, { columns }).split('\n');
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
      expect(lines[1]).toContain('x…');
    }
    expect(describeProof(smoke, style, { columns: 10 })).toContain('/short  ');
  });
});
