import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../bench/fuzz/random.mjs';
import {
  ByteReader,
  MalformedModule,
  Unsupported,
} from '../../../templates/node/snapshot/bytes.mjs';
import { readCode } from '../../../templates/node/snapshot/code.mjs';
import { graftComponent } from '../../../templates/node/snapshot/graft.mjs';
import {
  readComponent,
  readModule,
  SECTION,
  sectionBytes,
  withSections,
} from '../../../templates/node/snapshot/module.mjs';
import { skeletonOf } from '../../../templates/node/snapshot/skeleton.mjs';
import { checkAssumptions } from '../../../templates/node/snapshot/snapshot.mjs';
import { section } from './assemble.ts';
import { isValid } from './instantiate.ts';
import { rich } from './rich.ts';

/** Does what we do with modules; an error of ours is an answer too. */
function answer(work: () => void): 'read' | 'refused' {
  try {
    work();
    return 'read';
  } catch (error) {
    if (error instanceof MalformedModule || error instanceof Unsupported) return 'refused';
    throw error;
  }
}

function readAll(bytes: Uint8Array) {
  return answer(() => {
    const module = readModule(bytes);
    const code = readCode(module);
    expect(withSections(module, new Map()).length).toBeLessThanOrEqual(bytes.length);
    skeletonOf({ module, code });
    answer(() => checkAssumptions(module, code.assigned));
  });
}

/** What V8 accepts of the features that we know must be read. */
function expectFair(bytes: Uint8Array) {
  const done = readAll(bytes);
  if (done === 'refused' && isValid(bytes))
    expect(() => readCode(readModule(bytes))).toThrow(Unsupported);
  return done;
}

it('reads a module that is cut anywhere, or refuses it', () => {
  for (let length = 0; length < rich.length; length += 1) expectFair(rich.slice(0, length));
});

it('reads a module with any byte changed, or refuses it', () => {
  let refused = 0;
  for (let position = 0; position < rich.length; position += 1) {
    for (const byte of [0, 1, 0x7f, 0x80, 0xff, 0x0b]) {
      const changed = Uint8Array.from(rich);
      changed[position] = byte;
      if (expectFair(changed) === 'refused') refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(rich.length);
});

const HUGE = [0xff, 0xff, 0xff, 0xff, 0x0f];
const PADDED = [0x80, 0x80, 0x80, 0x80, 0x00];
const OVERLONG = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00];
const ENDLESS = Array(40).fill(0xff);

/** A number, or what stands where one could, in another form. */
const damages: readonly ((bytes: number[], at: number, random: Random) => void)[] = [
  (bytes, at, { below }) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
  },
  (bytes, at, { pick }) => void bytes.splice(at, 1, ...pick([HUGE, PADDED, OVERLONG, ENDLESS])),
  (bytes, at, { pick }) =>
    void bytes.splice(at, 0, ...pick([HUGE, PADDED, OVERLONG, [0xfd], [0xfc]])),
  (bytes, at, { below }) => void bytes.splice(at, 1 + below(8)),
  (bytes, at, { below }) => {
    const from = below(bytes.length);
    bytes.splice(at, 0, ...bytes.slice(from, from + below(40)));
  },
  (bytes, at) => void bytes.splice(at),
];

/** The same seed makes the same. */
function damaged(bytes: Uint8Array, seed: string): Uint8Array {
  const random = createRandom(seed);
  const changed = [...bytes];
  for (let times = 1 + random.below(3); times > 0 && changed.length > 8; times -= 1) {
    random.pick(damages)(changed, 8 + random.below(changed.length - 8), random);
  }
  return Uint8Array.from(changed);
}

const MUTANTS = 8000;
/** Of one mutant, on a machine that does other things too. */
const SLOWEST_MS = 1000;
const MOST_MEMORY_KIB = 200 * 1024;

describe('damage by chance', () => {
  it('of modules ends in a module or in an error of ours, soon and in little memory', () => {
    const before = process.resourceUsage().maxRSS;
    const counts = { read: 0, refused: 0 };
    for (let seed = 0; seed < MUTANTS; seed += 1) {
      const start = performance.now();
      counts[expectFair(damaged(rich, `module ${seed}`))] += 1;
      expect(performance.now() - start, `seed ${seed}`).toBeLessThan(SLOWEST_MS);
    }
    expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(MUTANTS / 50);
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(MOST_MEMORY_KIB);
  });

  it('of components and skeletons too', () => {
    const module = readModule(rich);
    const engine = { module, code: readCode(module) };
    const skeleton = [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0, ...section(1, [...skeletonOf(engine)])];
    const component = Uint8Array.from(skeleton);
    const data = sectionBytes(module, SECTION.data) ?? new Uint8Array();
    const counts = { read: 0, refused: 0 };
    for (let seed = 0; seed < MUTANTS / 4; seed += 1) {
      const bytes = damaged(component, `component ${seed}`);
      answer(() => readComponent(bytes));
      counts[answer(() => graftComponent(engine, bytes, data))] += 1;
    }
    expect(counts.refused).toBeGreaterThan(0);
    expect(answer(() => graftComponent(engine, component, data))).toBe('read');
  });
});

it('never reads beyond the end, whatever is asked', () => {
  for (let seed = 0; seed < 1000; seed += 1) {
    const random = createRandom(`reader ${seed}`);
    const bytes = Uint8Array.from({ length: random.below(30) }, () => random.below(256));
    const reader = new ByteReader(bytes);
    const asked = random.pick([
      () => reader.u32(),
      () => reader.skipNumber(),
      () => reader.name(),
      () => reader.take(random.below(40)),
      () => reader.vector(() => reader.u32()),
    ]);
    while (answer(asked) === 'read' && reader.position < bytes.length && random.happens(0.9));
    expect(reader.position).toBeLessThanOrEqual(bytes.length);
  }
});
