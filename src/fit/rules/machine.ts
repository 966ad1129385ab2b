import { SOURCES } from '../../facts/sources.ts';
import { type Rule, seen, seenBut } from '../rule.ts';
import { bytesOf, nativeCode } from './selectors.ts';

const GIB = 1024 ** 3;

/** What ties it to the machine under it. */
export const machine: readonly Rule[] = [
  {
    id: 'native-modules',
    verdict: 'stay',
    when: nativeCode,
    points: { each: -10, most: -20 },
    sources: [SOURCES.componentizeJs, SOURCES.wasmCloudDocs],
  },
  {
    id: 'processes',
    verdict: 'stay',
    when: seenBut('process', 'cluster', 'pm2', 'forever'),
    points: -12,
    sources: [SOURCES.wasiProposals],
  },
  {
    id: 'privileges',
    verdict: 'stay',
    when: seen('container-privilege'),
    points: -20,
    sources: [SOURCES.wasmCloudFaq],
  },
  {
    id: 'memory',
    verdict: 'stay',
    when: (findings) =>
      seen('memory-limit')(findings).filter(
        ({ what, value }) => what !== 'request' && (bytesOf(value) ?? 0) > 4 * GIB,
      ),
    points: -25,
    sources: [SOURCES.gatedFeatures],
  },
];
