/**
 * Where an expert would cut the services in test/fixtures/services: the components with the first segments of their
 * resources, or why there is one.
 */
export type ExpectedBoundaries =
  | { readonly components: Readonly<Record<string, readonly string[]>> }
  | { readonly whole: 'small' | 'one-group' | 'lopsided' | 'scattered' | 'entangled' };

export const BOUNDARIES: Readonly<Record<string, ExpectedBoundaries>> = {
  'chi-links': { whole: 'small' },
  'compose-shop': { whole: 'small' },
  // Tags are too few for a component, and what they are of is articles.
  'express-articles': {
    components: {
      articles: ['articles', 'tags', ''],
      users: ['users', 'user'],
      profiles: ['profiles'],
    },
  },
  'express-notes': { whole: 'small' },
  'fastapi-forecast': { whole: 'small' },
  'fastapi-items': {
    components: {
      items: ['items'],
      login: ['login', 'passwords', 'password-mails'],
      users: ['users'],
    },
  },
  // Loans name books and members by their ids; what all three share is a period.
  'fastify-library': {
    components: { catalog: ['books', 'health'], members: ['members'], lending: ['loans'] },
  },
  'fastify-rates': { whole: 'small' },
  'flask-invoices': { whole: 'small' },
  'gin-payments': { whole: 'small' },
  'laravel-shop': { whole: 'small' },
  // Four bounded contexts, each with its package, tag, entity and path.
  'monolith-store': {
    components: {
      catalog: ['products'],
      customers: ['customers'],
      orders: ['orders'],
      shipping: ['shipments'],
    },
  },
  'nest-chat': { whole: 'small' },
  'sam-bookings': { whole: 'small' },
  'serverless-thumbs': { whole: 'small' },
  'socks-shop': { whole: 'small' },
  // Keepers and their animals are one; two pages of vets are too few for another.
  'spring-clinic': { whole: 'one-group' },
  'spring-orders': { whole: 'small' },
  'spring-webflux-catalog': { whole: 'small' },
};
