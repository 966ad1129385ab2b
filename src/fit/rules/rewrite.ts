import { SOURCES } from '../../facts/sources.ts';
import { allOf, anyOf, atLeast, type Rule, seen, seenBut, without } from '../rule.ts';
import { CHECKS, COMPILED, JAVASCRIPT, JVM, LOGGERS, mapping, TOKENS } from './selectors.ts';

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
    sources: [SOURCES.componentizeJs],
  },
  {
    id: 'compiled-language',
    verdict: 'partial',
    when: seen('language', ...COMPILED),
    points: -3,
    sources: [SOURCES.componentBook],
  },
  {
    id: 'managed-classes',
    verdict: 'partial',
    // Fewer take no point.
    when: atLeast(4, seen('annotation')),
    points: { each: -0.25, most: -10 },
    sources: [SOURCES.wasmCloudFaq, SOURCES.componentizeJs],
  },
  {
    id: 'jvm-features',
    verdict: 'partial',
    when: seen('jvm-feature'),
    points: { each: -2, most: -10 },
    sources: [SOURCES.wasmCloudFaq],
  },
  {
    id: 'security-framework',
    verdict: 'partial',
    when: seenBut('security', ...TOKENS, ...CHECKS),
    points: -4,
    sources: [SOURCES.wasmCloudFaq],
  },
  {
    id: 'agents',
    verdict: 'partial',
    when: seenBut('observability', ...LOGGERS, 'server'),
    points: -2,
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
    sources: [SOURCES.wasmCloudFaq],
  },
  {
    id: 'large',
    verdict: 'stay',
    when: allOf(mapping, atLeast(MANY_CLASSES, seen('annotation'))),
    points: -10,
    sources: [SOURCES.wasmCloudFaq],
  },
];
