import { SOURCES } from '../../facts/sources.ts';
import { anyOf, type Rule, seen, seenBut, without } from '../rule.ts';
import { EMBEDDED, mapping, OVER_HTTP, REACHED } from './selectors.ts';

const drivers = [SOURCES.spin, SOURCES.jco] as const;

/** What it keeps, and where. */
export const data: readonly Rule[] = [
  {
    id: 'host-database',
    verdict: 'partial',
    when: seen('database', ...REACHED),
    points: -8,
    sources: drivers,
  },
  {
    id: 'embedded-database',
    verdict: 'partial',
    when: seen('database', ...EMBEDDED),
    points: -2,
    sources: [SOURCES.spinHttp],
  },
  {
    id: 'http-database',
    verdict: 'partial',
    when: seen('database', ...OVER_HTTP),
    points: -4,
    sources: [SOURCES.jco, SOURCES.starlingMonkey],
  },
  {
    id: 'other-database',
    verdict: 'stay',
    when: seenBut('database', ...REACHED, ...EMBEDDED, ...OVER_HTTP, 'redis'),
    points: -15,
    sources: [SOURCES.spin, SOURCES.wasmCloud],
  },
  {
    id: 'orm',
    verdict: 'stay',
    when: mapping,
    points: -12,
    sources: [SOURCES.wasmCloudFaq, SOURCES.jco],
  },
  {
    id: 'transactions',
    verdict: 'stay',
    when: seen('transaction'),
    points: { each: -1, most: -8 },
    sources: [SOURCES.spin],
  },
  {
    id: 'redis',
    verdict: 'partial',
    when: anyOf(seen('cache', 'redis', 'valkey'), seen('database', 'redis')),
    points: -4,
    sources: drivers,
  },
  {
    id: 'local-state',
    verdict: 'partial',
    when: anyOf(seen('in-memory-state'), seenBut('cache', 'redis', 'valkey', 'memcached')),
    points: { each: -2, most: -8 },
    sources: [SOURCES.spinHttp],
  },
  {
    id: 'memcached',
    verdict: 'stay',
    when: seen('cache', 'memcached'),
    points: -6,
    sources: [SOURCES.spin, SOURCES.wasmCloud],
  },
  {
    id: 'sessions',
    verdict: 'partial',
    when: seen('session'),
    points: -8,
    sources: [SOURCES.spinHttp],
  },
  {
    id: 'file-writes',
    verdict: 'partial',
    when: seen('file-write'),
    points: { each: -2, most: -8 },
    sources: [SOURCES.spinHttp, SOURCES.akamai],
  },
  {
    id: 'volumes',
    verdict: 'partial',
    when: without(seen('file-write'), seen('volume', 'named', 'pvc', 'dockerfile')),
    points: -3,
    sources: [SOURCES.spinHttp, SOURCES.spinOperator],
  },
  {
    id: 'object-store',
    verdict: 'partial',
    when: seen('object-store'),
    points: -4,
    sources: [SOURCES.jco, SOURCES.starlingMonkey],
  },
];
