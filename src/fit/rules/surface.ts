import { SOURCES } from '../../facts/sources.ts';
import { type Rule, seen, seenBut } from '../rule.ts';
import { pagesOf, socketServers } from './selectors.ts';

/** What it offers beside HTTP and JSON. */
export const surface: readonly Rule[] = [
  {
    id: 'websockets',
    verdict: 'stay',
    when: seen('websocket'),
    points: -25,
    sources: [SOURCES.wasiProposals, SOURCES.spin],
  },
  {
    id: 'pages',
    verdict: 'stay',
    when: pagesOf,
    points: { each: -10, most: -25 },
    sources: [SOURCES.wasmCloudFaq, SOURCES.wasmCloudDocs],
  },
  {
    id: 'grpc',
    verdict: 'stay',
    when: seen('rpc', 'grpc'),
    points: -20,
    sources: [SOURCES.wasmtimeServe, SOURCES.spin],
  },
  {
    id: 'graphql',
    verdict: 'partial',
    when: seen('rpc', 'graphql'),
    points: -6,
    sources: [SOURCES.componentizeJs, SOURCES.componentizeJsSpeed],
  },
  {
    id: 'soap',
    verdict: 'partial',
    when: seen('rpc', 'soap'),
    points: -10,
    sources: [SOURCES.wasmCloudFaq],
  },
  {
    id: 'socket-server',
    verdict: 'stay',
    when: socketServers,
    points: -30,
    sources: [SOURCES.starlingMonkey, SOURCES.spinHttp],
  },
  {
    id: 'socket-client',
    verdict: 'stay',
    when: seen('raw-socket', 'tcp-client'),
    points: -8,
    sources: [SOURCES.starlingMonkey, SOURCES.wasiProposals],
  },
  {
    id: 'streams',
    verdict: 'partial',
    when: seen('stream'),
    points: { each: -2, most: -6 },
    sources: [SOURCES.akamai, SOURCES.wasiProposals],
  },
  {
    id: 'mail',
    verdict: 'stay',
    when: seenBut('mail', 'sendgrid', 'ses'),
    points: -4,
    sources: [SOURCES.starlingMonkey],
  },
  {
    id: 'directory',
    verdict: 'stay',
    when: seen('directory'),
    points: -8,
    sources: [SOURCES.spin, SOURCES.wasmCloud],
  },
];
