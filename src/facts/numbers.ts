import type { Fact, FactsArea } from './fact.ts';
import { SOURCES } from './sources.ts';

/** Numbers that others published, to read beside those of one's own machine: each says what it holds for. */
export const NUMBER_FACTS = [
  {
    id: 'load',
    says: 'Loading a component that was not compiled before took 800 ms for JavaScript, 50 ms for Rust and 60 ms for Go: compiling included, on the machine of whoever reported it.',
    sources: [SOURCES.componentizePyLoad],
  },
  {
    id: 'instance',
    says: 'Wasmtime 1.0 made an instance of a compiled SpiderMonkey in 5 µs instead of 2 ms: the instance alone, without a request and without compiling.',
    sources: [SOURCES.wasmtime1],
  },
  {
    id: 'size',
    says: 'The JavaScript engine makes a component about 13 MB: users report it for a program of a few lines.',
    sources: [SOURCES.componentizeJsSpeed],
  },
] as const satisfies readonly Fact[];

export const NUMBERS: FactsArea<(typeof NUMBER_FACTS)[number]> = {
  area: 'numbers',
  asOf: '2026-11-24',
  facts: NUMBER_FACTS,
};
