import { mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCode } from '../../../templates/node/snapshot/code.mjs';
import { dataSection } from '../../../templates/node/snapshot/data.mjs';
import { initialise } from '../../../templates/node/snapshot/initialise.mjs';
import { readModule, SECTION, withSections } from '../../../templates/node/snapshot/module.mjs';
import { withState } from '../../../templates/node/snapshot/snapshot.mjs';
import { assemble, HEADER, I32, type Parts, s, section, u } from './assemble.ts';
import { type Exports, instantiate } from './instantiate.ts';

const stdin = join(mkdtempSync(join(tmpdir(), 'stdin-')), 'text');
writeFileSync(stdin, 'hello');

/** The module after its `init`, as componentize.mjs goes about it. */
export async function snapshot(bytes: Uint8Array, check?: string): Promise<Uint8Array> {
  const module = readModule(bytes);
  const { assigned } = readCode(module);
  const calls = { run: 'init', ...(check !== undefined && { check }) };
  const surroundings = {
    preopens: {},
    env: { WORD: 'env' },
    stdin: openSync(stdin, 'r'),
    seed: 'seed',
    time: 86_400_000,
  };
  const state = await initialise(module, assigned, calls, surroundings);
  const done = withState(module, state, new Set(['init', '_initialize']));
  const data = dataSection(state.memory);
  return withSections(
    readModule(done),
    new Map([
      [SECTION.data, data],
      [SECTION.dataCount, Uint8Array.from(u(readCount(data)))],
    ]),
  );
}

const readCount = (data: Uint8Array) =>
  readModule(Uint8Array.from([...HEADER, ...section(11, [...data])])).data.length;

export async function initialised(parts: Parts): Promise<Exports> {
  return instantiate(await snapshot(assemble(parts)));
}

/** `i32.const` of a number that isn't negative. */
export const constant = (value: number): readonly number[] => [0x41, ...s(value)];
export const NONE = [[], []] as const;

/** `init` is function 0; the others can be called afterwards. */
export const plain = {
  types: [NONE, [[], [I32]]],
  memories: [[0, 1]],
  exports: [
    ['init', 0, 0],
    ['memory', 2, 0],
  ],
} satisfies Parts;
