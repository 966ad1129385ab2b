import { SOURCES } from '../../facts/sources.ts';
import { allOf, anyOf, atLeast, type Rule, seen, seenBut, without } from '../rule.ts';
import { COMPILED, JAVASCRIPT, JVM, LOGGERS, mapping, TOKENS } from './selectors.ts';

/** From here on a service is more than a slice: some forty classes that its framework manages. */
const MANY_CLASSES = 40;

/** What has to be written again. */
export const rewrite: readonly Rule[] = [
  {
    id: 'other-language',
    verdict: 'partial',
    when: anyOf(
      seenBut('language', ...JAVASCRIPT, ...COMPILED),
      without(seen('language'), seen('runtime', 'jvm', 'python', 'ruby', 'php', 'dotnet')),
    ),
    points: -5,
    title: 'Its code is written again ({what})',
    why: 'This generator’s components are TypeScript or JavaScript: nothing of this code is carried over but its contract.',
    instead:
      'Record answers of the old service before it is written again, and compare the new ones with them.',
    sources: [SOURCES.componentizeJs],
  },
  {
    id: 'compiled-language',
    verdict: 'partial',
    when: seen('language', ...COMPILED),
    points: -3,
    title: 'Its language compiles to components itself ({what})',
    why: 'Code can stay in its language with the tools made for it; this generator gives the WIT and the manifest and writes TypeScript or JavaScript.',
    instead: 'Keep what computes in its language, as a component of its own with the same WIT.',
    sources: [SOURCES.componentBook],
  },
  {
    id: 'managed-classes',
    verdict: 'partial',
    // Fewer take no point.
    when: atLeast(4, seen('annotation')),
    points: { each: -0.25, most: -10 },
    title: '{count} classes are wired by its framework',
    why: 'Nothing injects or intercepts in a component: what annotations do today is written out.',
    instead: 'Move the classes behind one endpoint together; leave the others.',
    sources: [SOURCES.wasmCloudFaq, SOURCES.componentizeJs],
  },
  {
    id: 'jvm-features',
    verdict: 'partial',
    when: seen('jvm-feature'),
    points: { each: -2, most: -10 },
    title: 'It uses what only a JVM has ({what})',
    why: 'Aspects, reflection, agents and class loading have no counterpart in WebAssembly.',
    instead: 'Write what they add as plain functions around the operation.',
    sources: [SOURCES.wasmCloudFaq],
  },
  {
    id: 'security-framework',
    verdict: 'partial',
    when: seenBut('security', ...TOKENS, 'helmet', 'rate-limit'),
    points: -4,
    title: 'Its access rules live in a framework ({what})',
    why: 'Filters and annotations of the framework stay behind; rules that nobody wrote out are lost with them.',
    instead: 'Write the rules down by operation, with a test each, before moving one.',
    sources: [SOURCES.wasmCloudFaq],
  },
  {
    id: 'agents',
    verdict: 'partial',
    when: seenBut('observability', ...LOGGERS, 'server'),
    points: -2,
    title: 'Its metrics and traces come from a library ({what})',
    why: 'Libraries that export metrics and traces keep state and connections of their own; hosts collect standard error and measure requests.',
    instead:
      'Log JSON lines to standard error and let the host trace; expect dashboards to change.',
    sources: [SOURCES.spin],
  },
  {
    id: 'jvm-monolith',
    verdict: 'stay',
    when: allOf(
      seen('language', ...JVM),
      mapping,
      anyOf(seen('queue-worker'), seen('broker', 'kafka', 'rabbitmq', 'jms')),
      seen('annotation'),
    ),
    points: -15,
    title: 'Object mapping and message consumers are woven together on the JVM',
    why: 'Requests and messages change the same objects; to take one side out is to divide the model first.',
    instead:
      'Divide the service in its own language first; then look at what has come out stateless.',
    sources: [SOURCES.wasmCloudFaq],
  },
  {
    id: 'large',
    verdict: 'stay',
    when: allOf(mapping, atLeast(MANY_CLASSES, seen('annotation'))),
    points: -10,
    title: 'It is large: {count} places are tied to its framework',
    why: 'A rewrite of this size costs more than a smaller image and a faster start bring.',
    instead: 'Move a slice that changes often or has bursts of traffic; keep the rest.',
    sources: [SOURCES.wasmCloudFaq],
  },
];
