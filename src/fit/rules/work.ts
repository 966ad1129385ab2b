import { SOURCES } from '../../facts/sources.ts';
import { atLeast, type Rule, seen, seenBut, without } from '../rule.ts';
import { HTTP_BROKERS, NUMERIC, threads } from './selectors.ts';

/** What runs beside requests, and what keeps a processor busy. */
export const work: readonly Rule[] = [
  {
    id: 'queue-workers',
    verdict: 'stay',
    when: seen('queue-worker'),
    points: { each: -8, most: -25 },
    sources: [SOURCES.wasmCloudFaq, SOURCES.spinTriggers],
  },
  {
    id: 'brokers',
    verdict: 'stay',
    when: seenBut('broker', ...HTTP_BROKERS, 'redis'),
    points: -10,
    sources: [SOURCES.spin, SOURCES.wasmCloud],
  },
  {
    id: 'http-brokers',
    verdict: 'partial',
    when: seen('broker', ...HTTP_BROKERS),
    points: -4,
    sources: [SOURCES.starlingMonkey, SOURCES.spinTriggers],
  },
  {
    id: 'schedules',
    verdict: 'partial',
    when: seen('schedule'),
    points: { each: -3, most: -9 },
    sources: [SOURCES.spinTriggers, SOURCES.spinKubeShim],
  },
  {
    id: 'threads',
    verdict: 'stay',
    when: atLeast(3, threads),
    points: { each: -3, most: -24 },
    sources: [SOURCES.gatedFeatures, SOURCES.wasmtimeThreads],
  },
  {
    id: 'some-threads',
    verdict: 'partial',
    when: without(atLeast(3, threads), threads),
    points: { each: -2, most: -5 },
    sources: [SOURCES.gatedFeatures, SOURCES.spinHttp],
  },
  {
    id: 'numeric',
    verdict: 'stay',
    when: (findings) => [
      ...seen('cpu-heavy', ...NUMERIC)(findings),
      ...seen('native-module', ...NUMERIC)(findings),
    ],
    points: -40,
    sources: [SOURCES.wasiProposals, SOURCES.gatedFeatures],
  },
  {
    id: 'cpu-heavy',
    verdict: 'partial',
    // What is native code is told by the rule for native code.
    when: (findings) => {
      const native = new Set(seen('native-module')(findings).map(({ what }) => what));
      return seenBut('cpu-heavy', ...NUMERIC, ...native)(findings);
    },
    points: -12,
    sources: [SOURCES.componentizeJsSpeed],
  },
];
