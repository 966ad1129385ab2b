import type { Order, OrderStatus } from './generated/service.ts';

/** Which orders a page shows, the newest first. */
export interface Wanted {
  readonly limit: number;
  /** Only those with a smaller number. */
  readonly before: bigint | undefined;
  /** Any of these; none means any at all. */
  readonly statuses: readonly OrderStatus[];
  readonly since: Date | undefined;
}

/** What `src/store.ts` has to offer, whatever it keeps orders in. */
export interface OrderStore {
  /** Gives the order its number and keeps it, unless there is one with its id. */
  add(order: Omit<Order, 'number'>): void;
  find(id: string): Order | undefined;
  page(wanted: Wanted): Order[];
  /** Keeps the order as it is now, unless somebody has changed its status in the meantime. */
  change(order: Order, from: OrderStatus): boolean;
}

/** The number before the first: beyond what a JavaScript number holds. */
export const FIRST_NUMBER = 9_007_199_254_740_992n;

/** JSON knows no 64-bit numbers: the order's goes as text. */
export const toJson = (order: Order): string =>
  JSON.stringify({ ...order, number: String(order.number) });

export function fromJson(json: string): Order {
  const order = JSON.parse(json);
  return { ...order, number: BigInt(order.number) };
}

/** A page out of all orders, for stores that can't search. */
export function pageOf(orders: readonly Order[], wanted: Wanted): Order[] {
  const { limit, before, statuses, since } = wanted;
  return orders
    .filter(({ number }) => before === undefined || number < before)
    .filter(({ status }) => statuses.length === 0 || statuses.includes(status))
    .filter(({ placedAt }) => since === undefined || new Date(placedAt) >= since)
    .sort((a, b) => (a.number < b.number ? 1 : -1))
    .slice(0, limit);
}
