import { describe, expect, it } from 'vitest';
import { Unsupported } from '../../../templates/node/snapshot/bytes.mjs';
import {
  assemble,
  EXTERNREF,
  F32,
  F64,
  FUNCREF,
  I32,
  I64,
  type Parts,
  str,
  V128,
} from './assemble.ts';
import { plain, snapshot } from './initialised.ts';

describe('what a snapshot cannot keep is refused before anything runs:', () => {
  const runs = { ...plain, functions: [{ type: 0, code: [0x00] }] }; // unreachable
  const importOf = (type: readonly number[]) => [...str('host'), ...str('thing'), ...type];
  it.each<[string, Parts, RegExp]>([
    [
      'an imported memory',
      { ...runs, imports: [importOf([2, 0, 1])], memories: [] },
      /imports host thing/,
    ],
    [
      'an imported table',
      { ...runs, imports: [importOf([1, FUNCREF, 0, 1])] },
      /imports host thing/,
    ],
    ['an imported constant', { ...runs, imports: [importOf([3, I32, 0])] }, /imports host thing/],
    ['an imported variable', { ...runs, imports: [importOf([3, I64, 1])] }, /imports host thing/],
    ['an imported reference', { ...runs, imports: [importOf([3, FUNCREF, 1])] }, /imports host/],
    ['an imported tag', { ...runs, imports: [importOf([4, 0, 0])] }, /imports host thing/],
    ['no memory', { ...runs, memories: [], exports: [['init', 0, 0]] }, /0 memories/],
    [
      'two memories',
      {
        ...runs,
        memories: [
          [0, 1],
          [0, 1],
        ],
      },
      /2 memories/,
    ],
    ['a shared memory', { ...runs, memories: [[3, 1, 2]] }, /shared/],
    ['a memory of 64 bits', { ...runs, memories: [[4, 1]] }, /64 bits/],
    ['a shared memory of 64 bits', { ...runs, memories: [[7, 1, 2]] }, /shared/],
    ['a memory with pages of its own size', { ...runs, memories: [[8, 1, 0]] }, /own size/],
    ['a start function', { ...runs, start: 0 }, /start function/],
    [
      'a vector in a global',
      {
        ...runs,
        globals: [[V128, 1, 0xfd, 12, ...Array(16).fill(0), 0x0b]],
        functions: [{ type: 0, code: [0xfd, 12, ...Array(16).fill(0), 0x24, 0] }],
      },
      /global 0 .* 0x7b/,
    ],
    [
      'a reference in a global',
      {
        ...runs,
        globals: [[EXTERNREF, 1, 0xd0, 0x6f, 0x0b]],
        functions: [{ type: 0, code: [0xd0, 0x6f, 0x24, 0] }],
      },
      /global 0 .* 0x6f/,
    ],
    [
      'a function in a global',
      {
        ...runs,
        globals: [[FUNCREF, 1, 0xd0, 0x70, 0x0b]],
        functions: [{ type: 0, code: [0xd2, 0, 0x24, 0] }],
        elements: [[3, 0, 1, 0]],
      },
      /global 0 .* 0x70/,
    ],
    [
      'a function of one type in a global',
      {
        ...runs,
        globals: [[0x63, 0, 1, 0xd0, 0, 0x0b]], // (mut (ref null 0))
        functions: [{ type: 0, code: [0xd0, 0, 0x24, 0] }],
      },
      /global 0 .* 0x63/,
    ],
    [
      'table.set',
      {
        ...runs,
        tables: [[FUNCREF, 0, 1]],
        functions: [{ type: 0, code: [0x41, 0, 0xd0, 0x70, 0x26, 0] }],
      },
      /a table/,
    ],
    [
      'table.grow',
      {
        ...runs,
        tables: [[FUNCREF, 0, 1]],
        functions: [{ type: 0, code: [0xd0, 0x70, 0x41, 1, 0xfc, 15, 0, 0x1a] }],
      },
      /a table/,
    ],
    [
      'table.init',
      {
        ...runs,
        tables: [[FUNCREF, 0, 1]],
        elements: [[1, 0, 1, 0]],
        functions: [{ type: 0, code: [0x41, 0, 0x41, 0, 0x41, 1, 0xfc, 12, 0, 0] }],
      },
      /a table/,
    ],
    [
      'table.copy',
      {
        ...runs,
        tables: [[FUNCREF, 0, 1]],
        functions: [{ type: 0, code: [0x41, 0, 0x41, 0, 0x41, 1, 0xfc, 14, 0, 0] }],
      },
      /a table/,
    ],
    [
      'table.fill',
      {
        ...runs,
        tables: [[FUNCREF, 0, 1]],
        functions: [{ type: 0, code: [0x41, 0, 0xd0, 0x70, 0x41, 1, 0xfc, 17, 0] }],
      },
      /a table/,
    ],
    [
      'elem.drop',
      { ...runs, elements: [[1, 0, 0]], functions: [{ type: 0, code: [0xfc, 13, 0] }] },
      /element segment/,
    ],
    [
      'memory.init',
      {
        ...runs,
        data: [[1, 1, 7]],
        functions: [{ type: 0, code: [0x41, 0, 0x41, 0, 0x41, 1, 0xfc, 8, 0, 0] }],
      },
      /from a data segment/,
    ],
    [
      'data.drop',
      { ...runs, data: [[1, 1, 7]], functions: [{ type: 0, code: [0xfc, 9, 0] }] },
      /a data segment/,
    ],
    [
      'an instruction of a proposal',
      { ...runs, functions: [{ type: 0, code: [0xfb, 0, 0] }] },
      /instruction 0xfb/,
    ],
  ])('%s', async (_, parts, message) => {
    const error = await snapshot(assemble(parts)).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Unsupported);
    expect(error.message).toMatch(message);
  });

  it.each<[string, Parts]>([
    ['a function that is not valid', { ...plain, functions: [{ type: 1, code: [0x6a] }] }],
    ['a segment beyond its memory', { ...runs, data: [[0, 0x41, ...[0x80, 0x80, 4], 0x0b, 1, 1]] }],
    [
      'an element beyond its table',
      { ...runs, tables: [[FUNCREF, 0, 1]], elements: [[0, 0x41, 1, 0x0b, 1, 0]] },
    ],
  ])('%s', async (_, parts) => {
    const error = await snapshot(assemble(parts)).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Unsupported);
    expect(error.message).toMatch(/^V8 does not start it: /);
  });

  it.each([
    ['32', [F32, 1, 0x43, 0, 0, 0, 0, 0x0b], [0x43, 1, 0, 0xc0, 0x7f]],
    ['64', [F64, 1, 0x44, 0, 0, 0, 0, 0, 0, 0, 0, 0x0b], [0x44, 1, 0, 0, 0, 0, 0, 0xf8, 0x7f]],
  ])('a NaN of %s bits, once it is there', async (_, global, value) => {
    const functions = [{ type: 0, code: [...value, 0x24, 0] }];
    const done = snapshot(assemble({ ...plain, globals: [global], functions }));
    await expect(done).rejects.toThrow(Unsupported);
    await expect(done).rejects.toThrow(/global 0 is not a number/);
  });
});
