import { expect, it } from 'vitest';
import { oneAfterTheOther } from '../../bench/support/sequence.mjs';

it('goes on after a bench that fails, and tells why', async () => {
  const order: string[] = [];
  const ran = await oneAfterTheOther(['a', 'b', 'c'], async (name) => {
    order.push(name);
    if (name === 'b') throw new Error('ended with 1\nand more');
  });
  expect(order).toEqual(['a', 'b', 'c']);
  expect(ran.map(({ name, problem }) => [name, problem])).toEqual([
    ['a', undefined],
    ['b', 'ended with 1'],
    ['c', undefined],
  ]);
});
