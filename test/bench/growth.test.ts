import { describe, expect, it } from 'vitest';
import { growthOf } from '../../bench/support/growth.mjs';
import { plotSvg } from '../../bench/support/plot.mjs';

const sizes = [10, 100, 1000, 5000];
const of = (exponent: number) => sizes.map((size) => ({ size, time: 3 * size ** exponent }));

describe('growth', () => {
  it.each([0.5, 1, 2])('is found: %d', (exponent) => {
    const growth = growthOf(of(exponent));
    expect(growth.exponent).toBeCloseTo(exponent);
    expect(growth.factor).toBeCloseTo(3);
    expect(growth.fit).toBeCloseTo(1);
  });

  it('fits badly what does not grow so', () => {
    const points = [1, 100, 3, 80].map((time, index) => ({ size: sizes[index] ?? 1, time }));
    expect(growthOf(points).fit).toBeLessThan(0.9);
  });
});

describe('a plot', () => {
  const points = of(1);
  const svg = plotSvg({ title: 'a < b', x: 'size', y: 'time', points, growth: growthOf(points) });

  it('has a dot for each point, and words that are no markup', () => {
    expect(svg.match(/<circle /gu)).toHaveLength(points.length);
    expect(svg).toContain('a &lt; b');
  });

  it('has the dots of a linear growth on its line', () => {
    const dots = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/gu)].map(([, x, y]) => [x, y]);
    const [, x1, y1, x2, y2] =
      /class="fit" x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"/u.exec(svg) ?? [];
    expect([dots[0], dots.at(-1)]).toEqual([
      [x1, y1],
      [x2, y2],
    ]);
  });
});
