import { notImplemented, type Service } from './generated/service.ts';

/**
 * What the service does: one function an operation, called by both doors of the component.
 *
 * - Over HTTP a parameter comes checked: what doesn't fit was answered 400. Drop its `_` when you
 *   use it.
 * - Return what the operation answers, at once or as a promise.
 * - Throw an error of the document as its case:
 *   `throw { tag: 'not-found', val: { … } } satisfies NotFoundError;`
 * - Whatever else is thrown is answered 500, and its stack goes to stderr.
 */
export const service: Service = {
  /** `GET /v1/orders`: Lists orders, the newest first. Throws `default`. */
  listOrders(_limit, _cursor, _status, _placedSince) {
    throw notImplemented('listOrders');
  },

  /** `POST /v1/orders`: Places an order. Throws `unprocessable-entity` (422), `default`. */
  createOrder(_idempotencyKey, _body) {
    throw notImplemented('createOrder');
  },

  /** `GET /v1/orders/{orderId}`: Gets one order. Throws `not-found` (404), `default`. */
  getOrder(_orderId) {
    throw notImplemented('getOrder');
  },

  /**
   * `PATCH /v1/orders/{orderId}`: Changes what can still be changed. Throws `not-found` (404),
   * `conflict` (409), `unprocessable-entity` (422), `default`.
   */
  updateOrder(_orderId, _body) {
    throw notImplemented('updateOrder');
  },

  /**
   * `POST /v1/orders/{orderId}/cancel`: Cancels an order that has not left the warehouse. Throws
   * `not-found` (404), `conflict` (409), `default`.
   */
  cancelOrder(_orderId, _body) {
    throw notImplemented('cancelOrder');
  },

  /**
   * `POST /v1/orders/{orderId}/lines`: Adds a line to an order that is still a draft. Throws
   * `not-found` (404), `conflict` (409), `unprocessable-entity` (422), `default`.
   */
  addLine(_orderId, _body) {
    throw notImplemented('addLine');
  },

  /**
   * `GET /v1/orders/{orderId}/invoice`: Gets the invoice of an order. Throws `not-found` (404),
   * `default`.
   */
  getInvoice(_orderId) {
    throw notImplemented('getInvoice');
  },

  /** `GET /v1/health`: Says whether the service can take orders. */
  getHealth() {
    throw notImplemented('getHealth');
  },
};
