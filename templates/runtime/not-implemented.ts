/** Thrown by an operation that nobody has written yet: 501, or the document's example. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}

/** `throw notImplemented('listOrders')`. */
export function notImplemented(id: string): NotImplemented {
  return new NotImplemented(`${id} is not implemented yet`);
}
