import { expect, it } from 'vitest';
import { percentile, spreadOf, spreads } from '../../bench/support/statistics.mjs';

it('tells least, middle and most, in any order', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
  expect(spreadOf([10, 9, 100, 1])).toEqual({ min: 1, median: 9.5, max: 100 });
  expect(spreadOf([7])).toEqual({ min: 7, median: 7, max: 7 });
});

it('takes percentiles between two values', () => {
  const values = Array.from({ length: 101 }, (_, index) => index);
  expect(percentile(values, 99)).toBe(99);
  expect(percentile([0, 10], 99)).toBeCloseTo(9.9);
});

it('has no spread of nothing', () => {
  expect(() => spreadOf([])).toThrow(RangeError);
  expect(() => spreads([])).toThrow(RangeError);
});

it('spreads each figure of several rounds', () => {
  const rounds = [
    { p50: 1, faults: 5 },
    { p50: 3, faults: 5 },
  ];
  expect(spreads(rounds)).toEqual({
    p50: { min: 1, median: 2, max: 3 },
    faults: { min: 5, median: 5, max: 5 },
  });
});
