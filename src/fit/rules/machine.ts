import { SOURCES } from '../../facts/sources.ts';
import { type Rule, seen, seenBut } from '../rule.ts';
import { bytesOf, NATIVE_DRIVERS, NUMERIC } from './selectors.ts';

const GIB = 1024 ** 3;

/** What ties it to the machine under it. */
export const machine: readonly Rule[] = [
  {
    id: 'native-modules',
    verdict: 'stay',
    when: seenBut('native-module', ...NUMERIC, ...NATIVE_DRIVERS),
    points: { each: -10, most: -20 },
    title: 'It needs native code ({what})',
    why: 'A component is WebAssembly alone: it loads no native library and no addon.',
    instead:
      'Look for the same in plain JavaScript or WebAssembly (hashing: WebCrypto); else keep the endpoints that need it.',
    sources: [SOURCES.componentizeJs, SOURCES.wasmCloudDocs],
  },
  {
    id: 'processes',
    verdict: 'stay',
    when: seenBut('process', 'cluster', 'pm2', 'forever'),
    points: -12,
    title: 'It starts other programs ({what}, {count:place:places})',
    why: 'WASI has no way to start a process.',
    instead: 'Keep what calls programs in the container, behind an endpoint.',
    sources: [SOURCES.wasiProposals],
  },
  {
    id: 'privileges',
    verdict: 'stay',
    when: seen('container-privilege'),
    points: -20,
    title: 'It has rights on its machine ({what})',
    why: 'A component is denied everything that is not granted, and devices and host networks can not be granted.',
    instead: 'Keep the part that needs the machine as it is.',
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
    title: 'It is given more memory than a component can have',
    why: 'A component’s memory ends at 4 GiB: 64-bit memories are a gated feature.',
    instead: 'Keep what fills the memory; move what answers without it.',
    sources: [SOURCES.gatedFeatures],
  },
];
