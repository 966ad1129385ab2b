import {
  type Line,
  type Money,
  type NewLine,
  notImplemented,
  type NotFoundError,
  type Order,
  type OrderError,
  type Problem,
  type Service,
} from './generated/service.ts';
import { HostError } from './host/host-error.ts';
import { store } from './store.ts';

/** Every SKU costs the same here: a catalogue is another service's business. */
const PRICE_IN_CENTS = 1245;

/** The orders service over the store of `src/store.ts`. */
const operations: Service = {
  listOrders(limit = 20, cursor, statuses = [], placedSince) {
    const before = cursor === undefined ? undefined : numberOf(cursor);
    const since = placedSince === undefined ? undefined : new Date(placedSince);
    const found = store.page({ limit: limit + 1, before, statuses, since });
    const items = found.slice(0, limit);
    const nextCursor = found.length > limit ? String(items.at(-1)?.number) : undefined;
    return { items, nextCursor };
  },

  createOrder(idempotencyKey, { shipTo, lines, deliverOn, labels }) {
    const id = idempotencyKey ?? crypto.randomUUID();
    const known = store.find(id);
    if (known !== undefined) return known;
    store.add({
      id,
      status: 'draft',
      shipTo,
      lines: lines.map(priced),
      total: totalOf(lines),
      placedAt: new Date().toISOString(),
      deliverOn,
      labels,
    });
    return found(id);
  },

  getOrder: (orderId) => found(orderId),

  updateOrder(orderId, { shipTo, deliverOn, labels }) {
    return changed(orderId, (order) => ({
      ...order,
      shipTo: shipTo ?? order.shipTo,
      deliverOn: deliverOn.tag === 'some' ? deliverOn.val : order.deliverOn,
      labels: labels ?? order.labels,
    }));
  },

  cancelOrder(orderId) {
    changed(orderId, (order) => ({ ...order, status: 'cancelled' }));
  },

  addLine(orderId, line) {
    const { lines } = changed(orderId, (order) => {
      const longer = [...order.lines, priced(line, order.lines.length)];
      return { ...order, lines: longer, total: totalOf(longer) };
    });
    return lines.at(-1) as Line;
  },

  getInvoice() {
    throw notImplemented('getInvoice');
  },

  getHealth: () => ({ status: 'pass', checkedAt: new Date().toISOString() }),
};

/** The same, but that a store which is away is the client's cue to try again, not a fault of ours. */
export const service = Object.fromEntries(
  Object.entries(operations).map(([name, operation]) => [
    name,
    (...values: unknown[]) => {
      try {
        return (operation as (...values: unknown[]) => unknown)(...values);
      } catch (error) {
        if (!(error instanceof HostError) || error.kind !== 'unreachable') throw error;
        console.error(error);
        const problem: Problem = { title: 'The orders are out of reach', status: 503 };
        throw { tag: 'default', val: [503, problem] };
      }
    },
  ]),
) as unknown as Service;

function found(id: string): Order {
  const order = store.find(id);
  if (order !== undefined) return order;
  const error: NotFoundError = { tag: 'not-found', val: { title: 'No such order', status: 404 } };
  throw error;
}

/** Changes an order that has not left the house, and was not changed by another request meanwhile. */
function changed(id: string, change: (order: Order) => Order): Order {
  const order = found(id);
  const open = !['in-transit', 'delivered', 'cancelled'].includes(order.status);
  const result = change(order);
  if (open && store.change(result, order.status)) return result;
  const { status: current } = open ? found(id) : order;
  const val = { title: 'Too late', status: 409, current };
  throw { tag: 'conflict', val } satisfies OrderError;
}

function numberOf(cursor: string): bigint {
  if (/^\d{1,18}$/.test(cursor)) return BigInt(cursor);
  const problem = { title: 'Bad cursor', status: 400, detail: 'There is no such page.' };
  throw { tag: 'default', val: [400, problem] };
}

const priced = (line: NewLine, index: number): Line => ({
  ...line,
  number: index + 1,
  unitPrice: money(PRICE_IN_CENTS),
});

const totalOf = (lines: readonly NewLine[]): Money =>
  money(lines.reduce((sum, { quantity }) => sum + quantity * PRICE_IN_CENTS, 0));

const money = (cents: number): Money => ({ amount: (cents / 100).toFixed(2), currency: 'EUR' });
