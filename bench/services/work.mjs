// What the operations do, the same in every contender: found at once, so that what is measured is the way there.

/** The order with this id. */
export function findOrder(id) {
  return {
    id,
    status: 'paid',
    total: 41.5,
    currency: 'eur',
    lines: [
      { sku: 'b-1001', title: 'A Pattern Language', quantity: 1, price: 29.5 },
      { sku: 'b-2002', title: 'The Timeless Way of Building', quantity: 2, price: 6 },
    ],
  };
}

/** The receipt for a draft that was checked. */
export function place(draft) {
  return { id: `order-${draft.lines.length}`, status: draft.gift ? 'queued' : 'accepted' };
}
