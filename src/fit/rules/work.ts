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
    title: 'Messages start work in it ({what}, {count:place:places})',
    why: 'A consumer waits and keeps its place in a queue; an instance ends with the request that started it.',
    instead:
      'Leave the consumers in the container. One whose handler is short can call the component over HTTP.',
    sources: [SOURCES.wasmCloudFaq, SOURCES.spinTriggers],
  },
  {
    id: 'brokers',
    verdict: 'stay',
    when: seenBut('broker', ...HTTP_BROKERS, 'redis'),
    points: -10,
    title: 'It talks to a message broker ({what})',
    why: 'Its protocol needs a connection that stays open, and no host has an interface for it.',
    instead:
      'Publish through an HTTP endpoint: the broker’s own REST proxy, or one in the container that stays.',
    sources: [SOURCES.spin, SOURCES.wasmCloud],
  },
  {
    id: 'http-brokers',
    verdict: 'partial',
    when: seen('broker', ...HTTP_BROKERS),
    points: -4,
    title: 'Its queues speak HTTP ({what})',
    why: 'Sending is one signed request; receiving needs something that waits.',
    instead: 'Send with fetch; let the receiving side stay a function or a container.',
    sources: [SOURCES.starlingMonkey, SOURCES.spinTriggers],
  },
  {
    id: 'schedules',
    verdict: 'partial',
    when: seen('schedule'),
    points: { each: -3, most: -9 },
    title: 'A clock starts work in it ({count})',
    why: 'Nothing runs between two requests, so a scheduler inside the process never fires; current cron triggers ask for WASI 0.3, which JavaScript can not export.',
    instead:
      'Give each job an endpoint and let a Kubernetes CronJob or your CI call it; long jobs stay.',
    sources: [SOURCES.spinTriggers, SOURCES.spinKubeShim],
  },
  {
    id: 'threads',
    verdict: 'stay',
    when: atLeast(3, threads),
    points: { each: -3, most: -24 },
    title: 'It runs threads of its own ({what}, {count:place:places})',
    why: 'A component has one thread: threads are a gated feature of the component model, and Wasmtime removed the older wasi-threads.',
    instead:
      'Leave what computes in parallel in the container; what only waits for several answers becomes promises.',
    sources: [SOURCES.gatedFeatures, SOURCES.wasmtimeThreads],
  },
  {
    id: 'some-threads',
    verdict: 'partial',
    when: without(atLeast(3, threads), threads),
    points: { each: -2, most: -5 },
    title: 'It starts threads or background tasks ({what})',
    why: 'A component has one thread, and work that goes on after the answer ends with the instance.',
    instead: 'Wait for the work before answering, or hand it to something that stays.',
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
    title: 'It computes with native libraries ({what})',
    why: 'These libraries are native code, on threads, vector units or a graphics processor; a component has none of them, and proposals for them are drafts.',
    instead:
      'Keep the computation where it is. Checks, authentication and caching before it can move.',
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
    title: 'It does work for the processor ({what})',
    why: 'JavaScript in a component runs on an interpreter without a JIT: users report 45 s for a naive fib(40).',
    instead: 'Write this part in Rust or Go, as a component of its own, or leave it.',
    sources: [SOURCES.componentizeJsSpeed],
  },
];
