import { expect, it } from 'vitest';
import { inLanes } from '../../src/smoke/lanes.ts';

const items = [30, 5, 20, 1, 10];

it('gives the results in the order of the items, whichever ends first', async () => {
  const ended: number[] = [];
  const wait = async (ms: number): Promise<string> => {
    await new Promise((done) => setTimeout(done, ms));
    ended.push(ms);
    return `${ms}`;
  };
  expect(await inLanes(items, [wait, wait])).toEqual(items.map(String));
  expect(ended).not.toEqual(items);
});

it('works at one item in each lane, and at each item once', async () => {
  const seen: number[] = [];
  const lanes = [0, 1, 2].map(() => {
    let isBusy = false;
    return async (item: number): Promise<void> => {
      expect(isBusy).toBe(false);
      isBusy = true;
      seen.push(item);
      await new Promise((done) => setTimeout(done, 1));
      isBusy = false;
    };
  });
  await inLanes(items, lanes);
  expect(seen.toSorted()).toEqual(items.toSorted());
});

it('has nothing to do for no items, and hands on what is thrown', async () => {
  expect(await inLanes([], [async () => 1])).toEqual([]);
  const refuse = async (item: number): Promise<void> => {
    if (item === 20) throw new RangeError('20');
  };
  await expect(inLanes(items, [refuse])).rejects.toThrow('20');
});
