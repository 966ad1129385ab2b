import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessFolder } from '../../src/assessment/assess.ts';
import type { Outcome } from '../../src/fit/rule.ts';

/** What an expert says of the services in test/fixtures/services, and by which rules. */
const EXPECTED: readonly (readonly [string, Outcome, readonly string[], string])[] = [
  // Its catalogue can be listed from a component; images, mails and the queue stay.
  ['compose-shop', 'partial', ['native-modules', 'privileges', 'brokers'], 'spin'],
  ['chi-links', 'go', ['http-endpoints', 'redis', 'compiled-language'], 'spin'],
  ['express-articles', 'partial', ['javascript', 'token-checks', 'orm', 'cpu-heavy'], 'spin'],
  ['express-notes', 'go', ['http-endpoints', 'javascript', 'host-database'], 'spin'],
  ['fastapi-items', 'partial', ['http-endpoints', 'orm', 'mail', 'native-modules'], 'spin'],
  ['fastapi-forecast', 'stay', ['numeric', 'websockets', 'orm', 'other-language'], 'spin'],
  [
    'fastify-library',
    'go',
    ['http-endpoints', 'javascript', 'api-described', 'host-database'],
    'spin',
  ],
  [
    'fastify-rates',
    'go',
    ['http-endpoints', 'javascript', 'api-described', 'token-checks'],
    'spin',
  ],
  ['flask-invoices', 'stay', ['pages', 'queue-workers', 'native-modules', 'sessions'], 'spin'],
  ['gin-payments', 'partial', ['compiled-language', 'host-database', 'queue-workers'], 'spin'],
  ['laravel-shop', 'stay', ['other-language'], 'spin'],
  ['monolith-store', 'partial', ['orm', 'pages', 'api-described', 'security-framework'], 'spin'],
  ['nest-chat', 'partial', ['websockets', 'redis', 'schedules'], 'spin'],
  [
    'sam-bookings',
    'partial',
    ['functions', 'other-language', 'queue-workers', 'http-database', 'http-brokers'],
    'spin',
  ],
  ['serverless-thumbs', 'partial', ['functions', 'native-modules', 'queue-workers'], 'spin'],
  // Payments are computed from the request alone; what has the Docker socket stays.
  ['socks-shop', 'partial', ['privileges', 'other-database', 'compiled-language'], 'spin'],
  ['spring-clinic', 'stay', ['pages', 'orm', 'other-language'], 'spin'],
  ['spring-orders', 'stay', ['orm', 'brokers', 'queue-workers', 'jvm-monolith'], 'spin'],
  ['spring-webflux-catalog', 'partial', ['other-database', 'http-calls', 'streams'], 'spinkube'],
];

/** Services in languages whose sources are not read. */
const UNREAD = new Set(['laravel-shop']);

describe('the verdict on a service', () => {
  it.each(EXPECTED)('%s: %s', async (name, outcome, rules, host) => {
    const folder = join(process.cwd(), 'test', 'fixtures', 'services', name);
    const options = { target: undefined, today: new Date('2026-11-24') };
    const { verdict, stack, next } = await assessFolder(folder, options);
    const confidence = UNREAD.has(name) ? 'low' : 'high';
    expect(verdict).toMatchObject({ outcome, confidence });
    expect(verdict.reasons.map(({ id }) => id)).toEqual(expect.arrayContaining([...rules]));
    expect(stack.host.id).toBe(host);
    expect(next.length).toBeGreaterThan(0);
  });

  it('judges each service of a folder on its own', async () => {
    const folder = join(process.cwd(), 'test', 'fixtures', 'services', 'socks-shop');
    const options = { target: undefined, today: new Date('2026-11-24') };
    const { verdict } = await assessFolder(folder, options);
    expect(verdict.parts.map(({ folder: part, outcome }) => [part, outcome])).toEqual([
      ['carts', 'partial'],
      ['catalogue', 'partial'],
      ['payment', 'go'],
    ]);
  });

  it('says that a language is not read, instead of what it did not find', async () => {
    const folder = join(process.cwd(), 'test', 'fixtures', 'services', 'laravel-shop');
    const options = { target: undefined, today: new Date('2026-11-24') };
    const { next } = await assessFolder(folder, options);
    expect(next.map(({ text }) => text)).toEqual([
      expect.stringContaining('in PHP (composer.json:1), which is not read'),
    ]);
  });
});
