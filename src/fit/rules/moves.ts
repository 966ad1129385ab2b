import { SOURCES } from '../../facts/sources.ts';
import { anyOf, type Rule, seen, without } from '../rule.ts';
import { JAVASCRIPT, pagesOf, TOKENS } from './selectors.ts';

/** What speaks for a move. */
export const moves: readonly Rule[] = [
  {
    id: 'http-endpoints',
    verdict: 'go',
    serves: true,
    when: anyOf(seen('route'), seen('openapi', 'document')),
    points: 70,
    sources: [SOURCES.wasiProposals, SOURCES.wasmCloudFaq],
  },
  {
    id: 'functions',
    verdict: 'go',
    serves: true,
    when: seen('service', 'function', 'serverless', 'sam'),
    points: 15,
    sources: [SOURCES.manning, SOURCES.spinHttp],
  },
  {
    id: 'api-described',
    verdict: 'go',
    when: seen('openapi'),
    points: 10,
    sources: [SOURCES.componentBook],
  },
  {
    id: 'javascript',
    verdict: 'go',
    when: seen('language', ...JAVASCRIPT),
    points: 15,
    sources: [SOURCES.componentizeJs, SOURCES.jco],
  },
  {
    id: 'token-checks',
    verdict: 'go',
    when: seen('security', ...TOKENS),
    points: 5,
    sources: [SOURCES.rsaImport, SOURCES.starlingMonkey],
  },
  {
    id: 'http-calls',
    verdict: 'go',
    when: seen('http-client'),
    points: 5,
    sources: [SOURCES.starlingMonkey, SOURCES.spinHttp],
  },
  {
    id: 'webhooks',
    verdict: 'go',
    when: without(pagesOf, (findings) =>
      seen('route')(findings).filter(({ value }) => /web-?hook|callback/iu.test(value)),
    ),
    points: 5,
    sources: [SOURCES.manning, SOURCES.wasmCloudFaq],
  },
];
