import { describe, expect, it } from 'vitest';
import { service } from '../src/orders.ts';

/**
 * Tests of the functions alone: plain Node, no WebAssembly, milliseconds.
 *
 * When you write a function, take its name off this list and give it a test of its own:
 *
 *   it('listOrders …', async () => {
 *     expect(await service.listOrders(…)).toEqual({ … });
 *   });
 */
const stubs = [
  'listOrders',
  'createOrder',
  'getOrder',
  'updateOrder',
  'cancelOrder',
  'addLine',
  'getInvoice',
  'getHealth',
] as const;

describe('functions that are not written yet', () => {
  it.each(stubs)('%s says so', (name) => {
    const operation: (...values: never[]) => unknown = service[name];
    expect(() => operation()).toThrow(`${name} is not implemented yet`);
  });
});
