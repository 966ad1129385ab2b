import type { Fact, FactsArea } from './fact.ts';
import { SOURCES } from './sources.ts';

const engine = [SOURCES.componentizeJs, SOURCES.starlingMonkey] as const;

/** One each, so that catalogues know the ids. */
export const ENGINE_FACTS = [
  {
    id: 'interpreter',
    says: 'JavaScript runs on an interpreter without a JIT: users report 45 s for a naive fib(40), 29 s compiled ahead of time.',
    sources: [SOURCES.componentizeJsSpeed],
  },
  {
    id: 'size',
    says: 'The engine is part of every component: about 13 MB.',
    sources: [SOURCES.componentizeJsSpeed],
  },
  {
    id: 'no-native',
    says: 'No native addons, no WebAssembly from inside, no workers.',
    sources: engine,
  },
  { id: 'no-websocket', says: 'No WebSocket, neither server nor client.', sources: engine },
  {
    id: 'no-intl',
    says: 'No Intl: dates and numbers are formatted as in English.',
    sources: engine,
  },
  {
    id: 'wasi-02-only',
    says: 'componentize-js 0.23 builds for WASI 0.2; async exports of 0.3 are not there.',
    sources: [SOURCES.componentizeJs, SOURCES.componentBook],
  },
  {
    id: 'no-node-drivers',
    says: 'Drivers that open TCP connections (pg, mysql2, ioredis, mongodb) do not run in a portable component.',
    sources: [SOURCES.jco, SOURCES.wasmCloudDocs],
  },
  {
    id: 'rsa',
    says: 'Importing an RSA key into WebCrypto traps in some versions: try it before relying on it.',
    sources: [SOURCES.rsaImport],
  },
] as const satisfies readonly Fact[];

/** What a JavaScript component can't do: componentize-js 0.23.0 with StarlingMonkey. */
export const ENGINES: FactsArea<(typeof ENGINE_FACTS)[number]> = {
  area: 'engines',
  asOf: '2026-11-24',
  facts: ENGINE_FACTS,
};
