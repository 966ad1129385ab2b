import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../src/generated/service.ts';
import { service } from '../src/orders.ts';
import { FIRST_NUMBER, type OrderStore, pageOf } from '../src/stored-order.ts';

/** The functions alone, over orders in memory: plain Node, no WebAssembly, no database. */
const kept = vi.hoisted(() => new Map<string, Order>());

vi.mock('../src/store.ts', () => {
  const store: OrderStore = {
    add: (order) =>
      void kept.set(order.id, { ...order, number: FIRST_NUMBER + BigInt(kept.size + 1) }),
    find: (id) => kept.get(id),
    page: (wanted) => pageOf([...kept.values()], wanted),
    change(order, from) {
      if (kept.get(order.id)?.status !== from) return false;
      kept.set(order.id, order);
      return true;
    },
  };
  return { store };
});

const shipTo = {
  name: 'Ada Lovelace',
  street: ['12 St James Square'],
  postcode: 'SW1Y 4JH',
  city: 'London',
  country: 'GB',
};
const place = async (key?: string) =>
  service.createOrder(key, { shipTo, lines: [{ sku: 'TEA-EARL-GREY-250', quantity: 2 }] });

beforeEach(() => kept.clear());

describe('orders', () => {
  it('are placed, priced and found again', async () => {
    const order = await place();
    expect(order).toMatchObject({ status: 'draft', total: { amount: '24.90', currency: 'EUR' } });
    expect(await service.getOrder(order.id)).toEqual(order);
  });

  it('are placed once for one key', async () => {
    const key = '0c4b4f9e-2f0b-4f5e-9f53-6d0f8a0c8f11';
    expect(await place(key)).toEqual(await place(key));
    expect(kept.size).toBe(1);
  });

  it('come in pages, the newest first', async () => {
    const orders = [await place(), await place(), await place()];
    const first = await service.listOrders(2, undefined, undefined, undefined);
    expect(first.items).toEqual([orders[2], orders[1]]);
    const second = await service.listOrders(2, first.nextCursor, undefined, undefined);
    expect(second).toEqual({ items: [orders[0]], nextCursor: undefined });
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
    await expect(async () => service.getOrder('unknown')).rejects.toMatchObject({
      tag: 'not-found',
    });
  });
});
