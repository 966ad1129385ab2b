import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessFolder } from '../../src/assessment/assess.ts';
import type { Outcome } from '../../src/fit/rule.ts';

/** What an expert says of the services in test/fixtures/services, and by which rules. */
const EXPECTED: readonly (readonly [string, Outcome, readonly string[], string])[] = [
  ['compose-shop', 'stay', ['native-modules', 'privileges', 'brokers'], 'spin'],
  ['express-notes', 'go', ['http-endpoints', 'javascript', 'host-database'], 'spin'],
  ['fastapi-forecast', 'stay', ['numeric', 'websockets', 'orm', 'other-language'], 'spin'],
  [
    'fastify-rates',
    'go',
    ['http-endpoints', 'javascript', 'api-described', 'token-checks'],
    'spin',
  ],
  ['flask-invoices', 'stay', ['pages', 'queue-workers', 'native-modules', 'sessions'], 'spin'],
  ['gin-payments', 'partial', ['compiled-language', 'host-database', 'queue-workers'], 'spin'],
  ['monolith-store', 'partial', ['orm', 'pages', 'api-described', 'security-framework'], 'spin'],
  ['nest-chat', 'partial', ['websockets', 'redis', 'schedules'], 'spin'],
  [
    'sam-bookings',
    'partial',
    ['functions', 'other-language', 'queue-workers', 'http-database', 'http-brokers'],
    'spin',
  ],
  ['serverless-thumbs', 'partial', ['functions', 'native-modules', 'queue-workers'], 'spin'],
  ['spring-orders', 'stay', ['orm', 'brokers', 'queue-workers', 'jvm-monolith'], 'spin'],
  ['spring-webflux-catalog', 'partial', ['other-database', 'http-calls', 'streams'], 'spinkube'],
];

describe('the verdict on a service', () => {
  it.each(EXPECTED)('%s: %s', async (name, outcome, rules, host) => {
    const folder = join(process.cwd(), 'test', 'fixtures', 'services', name);
    const options = { target: undefined, today: new Date('2026-11-24') };
    const { verdict, stack, next } = await assessFolder(folder, options);
    expect(verdict).toMatchObject({ outcome, confidence: 'high' });
    expect(verdict.reasons.map(({ id }) => id)).toEqual(expect.arrayContaining([...rules]));
    expect(stack.host.id).toBe(host);
    expect(next.length).toBeGreaterThan(0);
  });
});
