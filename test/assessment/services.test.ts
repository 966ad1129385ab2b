import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessFolder } from '../../src/assessment/assess.ts';
import type { Outcome } from '../../src/fit/rule.ts';

/** What an expert says of the services in test/fixtures/services, and by which rules. */
const EXPECTED: readonly (readonly [string, Outcome, readonly string[], string])[] = [
  ['express-notes', 'go', ['http-endpoints', 'javascript', 'host-database'], 'spin'],
  [
    'spring-orders',
    'stay',
    ['http-endpoints', 'orm', 'brokers', 'queue-workers', 'transactions', 'jvm-monolith'],
    'spin',
  ],
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
