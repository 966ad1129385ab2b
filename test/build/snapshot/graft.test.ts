import { describe, expect, it } from 'vitest';
import { MalformedModule, Unsupported } from '../../../templates/node/snapshot/bytes.mjs';
import { readCode } from '../../../templates/node/snapshot/code.mjs';
import { graft, graftComponent } from '../../../templates/node/snapshot/graft.mjs';
import { readModule, SECTION, sectionBytes } from '../../../templates/node/snapshot/module.mjs';
import { readMark, skeletonOf, unmarkedOf } from '../../../templates/node/snapshot/skeleton.mjs';
import {
  assemble,
  custom,
  FUNCREF,
  I32,
  importFunction,
  type Parts,
  section,
  str,
  u,
} from './assemble.ts';
import { instantiate, isValid } from './instantiate.ts';

const HOST = { host: { a: () => 1, b: () => 20, new: () => 3 } };
const call = (index: number) => [0x10, ...u(index)];
const ADD = 0x6a;

/** Functions 0 and 1 are imported; what 5, the helper, answers depends on the tools' numbers for all the others. */
const parts = {
  types: [
    [[], []],
    [[], [I32]],
  ],
  imports: [importFunction('host', 'a', 1), importFunction('host', 'b', 1)],
  functions: [
    { type: 1, code: [...call(0), ...call(5), ADD] },
    { type: 1, code: [0x41, 7] },
    { type: 1, code: call(1) },
    { type: 1, locals: [[1, I32]], code: [...call(1), ...call(4), ADD, ...call(7), ADD] },
    { type: 1, code: [0x41, 0, 0x11, 1, 0] },
    { type: 1, code: [0x41, 0] },
  ],
  tables: [[FUNCREF, 0, 1]],
  memories: [[0, 1]],
  globals: [[I32, 1, 0x41, 9, 0x0b]],
  exports: [
    ['run', 0, 2],
    ['check_init', 0, 3],
    ['coreabi_sample_i32', 0, 4],
    ['indirect', 0, 6],
    ['memory', 2, 0],
  ],
  elements: [[0, 0x41, 0, 0x0b, 1, 2]],
  data: [[0, 0x41, 0, 0x0b, ...str('data')]],
  tags: [[0, 0]],
  customs: [custom('name', [1, ...u(6), 1, 2, ...str('run')])],
} satisfies Parts;

const bytes = assemble(parts);
const engine = { module: readModule(bytes), code: readCode(readModule(bytes)) };
const data = sectionBytes(engine.module, SECTION.data) ?? new Uint8Array();
const skeleton = skeletonOf(engine);

/** A mark without its end, as `functions` of a module take it. */
const mark = (own: number, calls: readonly number[] = []) => ({
  type: 1,
  code: [0x41, own, 0x1a, 0, ...calls.flatMap((index) => [...call(index), 0])],
});

/** What tools made: a new import in front, `host.b` replaced by a function, another one added. */
const after = {
  ...parts,
  types: [...parts.types, [[I32], []]],
  imports: [importFunction('host', 'new', 1), importFunction('host', 'a', 1)],
  functions: [
    mark(0),
    { type: 1, code: [0x41, 1, 0x1a, 0x41, 0] },
    { type: 1, code: call(8) },
    mark(3, [1, 8, 4]),
    mark(4),
    mark(5),
    { type: 1, code: [0x41, 30] },
    { type: 1, code: call(0) },
  ],
  exports: [...parts.exports, ['added', 0, 9]],
  data: undefined,
} satisfies Omit<Parts, 'data'> & { data: undefined };

function assembled({ data: _, ...others }: typeof after, changes: Parts = {}) {
  return assemble({ ...others, ...changes });
}

describe('a skeleton', () => {
  it('is a valid module whose functions do nothing, but for those that tools read', async () => {
    expect(skeleton.length).toBeLessThan(bytes.length + 40);
    const exports = await instantiate(skeleton, HOST);
    expect(exports.coreabi_sample_i32()).toBe(20);
    expect(exports.check_init()).toBe(0);
    expect(exports.run).toThrow('unreachable');
    expect(Buffer.from(exports.memory.buffer).every((byte) => byte === 0)).toBe(true);
  });

  it('says of each function which it was, and calls those that cannot say it', () => {
    const module = readModule(skeleton);
    const marks = module.bodies.map((body) => readMark(skeleton, body));
    expect(marks.map((one) => one?.own)).toEqual([0, 1, undefined, 3, 4, 5]);
    expect(unmarkedOf(engine)).toEqual([0, 1, 4]);
    expect(marks.map((one) => one?.calls)).toEqual([[], [], undefined, [0, 1, 4], [], []]);
  });

  it('marks hundreds of functions, with numbers of several bytes', () => {
    const functions = Array.from({ length: 300 }, () => ({ type: 0, code: [] }));
    const many = readModule(assemble({ types: [[[], []]], functions }));
    const bones = skeletonOf({ module: many, code: readCode(many) });
    expect(isValid(bones)).toBe(true);
    const marks = readModule(bones).bodies.map((body) => readMark(bones, body)?.own);
    expect(marks).toEqual(functions.map((_, index) => index));
  });
});

describe('grafting', () => {
  it('brings back the engine when nothing was changed', () => {
    expect(Buffer.from(graft(engine, readModule(skeleton), data)).equals(bytes)).toBe(true);
  });

  it('numbers the functions as the tools did', async () => {
    const whole = graft(engine, readModule(assembled(after)), data);
    const exports = await instantiate(whole, HOST);
    expect(exports.run()).toBe(1 + 30 + 30);
    expect(exports.indirect()).toBe(1 + 30 + 30);
    expect(exports.check_init()).toBe(7);
    expect(exports.added()).toBe(3);
    expect(Buffer.from(exports.memory.buffer).subarray(0, 4).toString()).toBe('data');
  });

  it('makes room for numbers that got longer', async () => {
    const imports = Array.from({ length: 200 }, (_, index) =>
      importFunction('more', `${index}`, 1),
    );
    const shift = (index: number) => index + 200;
    const whole = graft(
      engine,
      readModule(
        assembled(after, {
          imports: [...after.imports, ...imports],
          functions: after.functions.map((one, place) =>
            place === 3
              ? mark(3, [1, shift(8), shift(4)])
              : one.code[0] === 0x10 && one.code[1] === 8
                ? { type: 1, code: call(shift(8)) }
                : one,
          ),
          exports: [['run', 0, shift(2)]],
          elements: [],
        }),
      ),
      data,
    );
    const more = Object.fromEntries(imports.map((_, index) => [`${index}`, () => 0]));
    expect((await instantiate(whole, { ...HOST, more })).run()).toBe(61);
  });

  it('works inside a component', () => {
    const around = [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0];
    const note = section(0, [...str('note'), 1, 2]);
    const component = (module: Uint8Array) =>
      Uint8Array.from([...around, ...note, ...section(1, [...module]), ...note]);
    const whole = graftComponent(engine, component(skeleton), data);
    expect(Buffer.from(whole).equals(component(bytes))).toBe(true);
    expect(() => graftComponent(engine, Uint8Array.from(around), data)).toThrow('has no module');
    expect(() => graftComponent(engine, skeleton, data)).toThrow(MalformedModule);
  });

  const without = (place: number) => after.functions.filter((_, index) => index !== place);
  it.each<[string, Parts, RegExp]>([
    ['other types', { types: [[[I32], []], ...parts.types.slice(1)] }, /section 1 /],
    ['fewer types', { types: parts.types.slice(0, 1) }, /section 1 /],
    ['other tags', { tags: [[0, 1]] }, /section 13 /],
    ['other globals', { globals: [[I32, 0, 0x41, 9, 0x0b]] }, /section 6 /],
    ['a function that is gone and called', { functions: without(5) }, /function 7 is gone/],
    ['marks that are gone', { functions: without(3) }, /not marked/],
    ['a mark of no function', { functions: [...after.functions, mark(60)] }, /no function 60/],
  ])('refuses %s', (_, changes, message) => {
    const made = readModule(assembled(after, changes));
    const grafting = () => graft(engine, made, data);
    expect(grafting).toThrow(Unsupported);
    expect(grafting).toThrow(message);
  });

  it('refuses functions that no longer fit', () => {
    // The tools say that `host.a` is what takes a number and answers nothing.
    const wrong = assembled(after, {
      imports: [importFunction('host', 'new', 1), importFunction('host', 'a', 0)],
    });
    const component = Uint8Array.from([
      0,
      0x61,
      0x73,
      0x6d,
      0x0d,
      0,
      1,
      0,
      ...section(1, [...wrong]),
    ]);
    expect(() => graftComponent(engine, component, data)).toThrow('no longer fit');
  });
});

it('takes nothing for a mark that is not one', () => {
  const bodies = [
    [0, 0x41, 5, 0x0b], // i32.const 5
    [0, 0x41, 5, 0x1a, 0x0b], // dropped, and no trap
    [0, 0x41, 5, 0x1a, 0x41, 1, 0x0b], // another answer
    [1, 1, I32, 0x41, 5, 0x1a, 0, 0x0b], // locals
    [0, 0x10, 0, 0x0b],
  ];
  for (const body of bodies) {
    const code = Uint8Array.from(body);
    expect(readMark(code, { start: 0, end: code.length }), String(body)).toBeUndefined();
  }
  const strange = Uint8Array.from([0, 0x41, 5, 0x1a, 0, 0x41, 1, 0x1a, 0x0b]);
  expect(() => readMark(strange, { start: 0, end: strange.length })).toThrow(MalformedModule);
});
