import { describe, expect, it } from 'vitest';
import { service } from '../src/orders.ts';

/** The functions alone, in plain Node: the modules of test/hosts answer for Spin, with SQLite in memory. */
const shipTo = {
  name: 'Ada Lovelace',
  street: ['12 St James Square'],
  postcode: 'SW1Y 4JH',
  city: 'London',
  country: 'GB',
};
const place = async (key?: string) =>
  service.createOrder(key, { shipTo, lines: [{ sku: 'TEA-EARL-GREY-250', quantity: 2 }] });

describe('orders', () => {
  it('are placed, priced and found again', async () => {
    const order = await place();
    expect(order).toMatchObject({ status: 'draft', total: { amount: '24.90', currency: 'EUR' } });
    expect(await service.getOrder(order.id)).toEqual(order);
  });

  it('are placed once for one key', async () => {
    const key = '0c4b4f9e-2f0b-4f5e-9f53-6d0f8a0c8f11';
    expect(await place(key)).toEqual(await place(key));
    const { items } = await service.listOrders(100, undefined, undefined, undefined);
    expect(items.filter(({ id }) => id === key).length).toBe(1);
  });

  it('come in pages, the newest first', async () => {
    const orders = [await place(), await place(), await place()];
    const first = await service.listOrders(2, undefined, undefined, undefined);
    expect(first.items).toEqual([orders[2], orders[1]]);
    const second = await service.listOrders(2, first.nextCursor, undefined, undefined);
    expect(second.items[0]).toEqual(orders[0]);
  });

  it('grow by lines', async () => {
    const { id } = await place();
    expect(await service.addLine(id, { sku: 'TEAPOT', quantity: 1 })).toMatchObject({ number: 2 });
    expect((await service.getOrder(id)).total.amount).toBe('37.35');
  });

  it('are cancelled once', async () => {
    const { id } = await place();
    await service.cancelOrder(id, undefined);
    await expect(async () => service.cancelOrder(id, undefined)).rejects.toMatchObject({
      tag: 'conflict',
      val: { current: 'cancelled' },
    });
  });

  it('are not found when there are none', async () => {
    await expect(async () => service.getOrder('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      tag: 'not-found',
    });
  });
});
