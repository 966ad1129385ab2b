import { describe, expect, it } from 'vitest';
import { MalformedModule } from '../../../templates/node/snapshot/bytes.mjs';
import { readCode } from '../../../templates/node/snapshot/code.mjs';
import {
  readComponent,
  readModule,
  SECTION,
  withSections,
} from '../../../templates/node/snapshot/module.mjs';
import { custom, FUNCREF, HEADER, I32, section, u, vec } from './assemble.ts';
import { isValid } from './instantiate.ts';
import { rich } from './rich.ts';

const module = (...sections: (readonly number[])[]) =>
  Uint8Array.from([...HEADER, ...sections.flat()]);

describe('reading a module', () => {
  it('finds what it consists of', () => {
    expect(isValid(rich)).toBe(true);
    const read = readModule(rich);
    expect(read.imports.map(({ module, name, kind }) => [module, name, kind])).toEqual([
      ['a', 'f', 0],
      ['a', 't', 1],
      ['a', 'm', 2],
      ['a', 'g', 3],
    ]);
    expect(read.globals.map(({ type, mutable }) => [type, mutable])).toEqual([
      [I32, false],
      [I32, true],
      [FUNCREF, false],
    ]);
    expect(read.exports.map(({ name, kind, index }) => [name, kind, index])).toEqual([
      ['run', 0, 1],
      ['größe', 3, 1],
    ]);
    const content = ({ start, end }: { start: number; end: number }) =>
      Buffer.from(rich.subarray(start, end)).toString();
    expect(read.data.map((one) => [one.active, content(one.content)])).toEqual([
      [true, 'active'],
      [false, 'passive'],
      [true, 'named memory'],
    ]);
    expect(read.bodies.map(({ start, end }) => [rich[start], rich[end - 1]])).toEqual([[2, 0x0b]]);
  });

  it('finds what its functions refer to and assign', () => {
    const code = readCode(readModule(rich));
    expect([...code.functions]).toEqual([1, 1]);
    expect([...code.assigned]).toEqual([2]);
    expect([...code.positions].map((position) => rich[position])).toEqual([1, 0x81]);
  });

  it.each<[string, readonly number[], object]>([
    ['minimum', [0, 0x80, 1], { flags: 0, minimum: 128 }],
    ['maximum', [1, 1, 2], { flags: 1, minimum: 1, maximum: 2 }],
    ['shared', [3, 1, 2], { flags: 3, minimum: 1 }],
    ['64 bits', [5, 1, 2], { flags: 5, minimum: Number.NaN }],
    ['its own page size', [8, 1, 0], { flags: 8, minimum: 1 }],
  ])('reads the limits of a memory: %s', (_, limits, expected) => {
    expect(readModule(module(section(5, vec([limits])))).memories).toMatchObject([expected]);
  });
});

describe('changing a module', () => {
  it('changes nothing but what it is told', () => {
    expect(withSections(readModule(rich), new Map())).toEqual(rich);
  });

  it('puts new sections where they belong, and leaves others out', () => {
    const read = readModule(
      module(custom('first'), section(3, [0]), section(10, [0]), custom('last')),
    );
    const changed = withSections(
      read,
      new Map([
        [SECTION.type, Uint8Array.of(0)],
        [SECTION.dataCount, Uint8Array.of(0)],
        [SECTION.data, Uint8Array.of(0)],
        [SECTION.function, undefined],
      ]),
    );
    expect(readModule(changed).sections.map(({ id }) => id)).toEqual([0, 1, 12, 10, 11, 0]);
    expect(isValid(changed)).toBe(true);
  });

  it('fills a module that has no sections', () => {
    const changed = withSections(readModule(module()), new Map([[SECTION.data, Uint8Array.of(0)]]));
    expect([...changed]).toEqual([...HEADER, 11, 1, 0]);
  });
});

describe('what is no module', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /do not start/],
    ['text', Buffer.from('(module)'), /do not start/],
    ['a component', Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0), /do not start/],
    ['a section beyond the end', module([1, 5, 0]), /too early/],
    ['sections out of order', module(section(3, [0]), section(1, [0])), /section 1 .* order/],
    ['a section twice', module(section(1, [0]), section(1, [0])), /section 1 .* order/],
    ['an unknown section', module(section(14, [0])), /section 14 is unknown/],
    ['a section with more than its entries', module(section(7, [0, 0])), /section 7 is longer/],
    ['a huge count', module(section(7, [0xff, 0xff, 0xff, 0xff, 0x0f])), /larger than its section/],
    ['a huge name', module(section(7, [1, 0xff, 0xff, 3, 0])), /too early/],
    ['an unknown kind of import', module(section(2, vec([[0, 0, 9]]))), /unknown kind 9/],
    ['an unknown kind of export', module(section(7, vec([[0, 9, 0]]))), /unknown kind 9/],
    ['an unknown kind of data', module(section(11, vec([[3, 0]]))), /unknown kind 3/],
    ['unknown limits', module(section(5, vec([[16, 0]]))), /unknown flags 16/],
    ['an unknown type', module(section(6, vec([[0x20, 0, 0x0b]]))), /no value type/],
    ['an unknown mutability', module(section(6, vec([[I32, 2, 0x41, 0, 0x0b]]))), /neither/],
    ['a value without its end', module(section(6, vec([[I32, 0, 0x41, 0]]))), /too early/],
  ])('%s', (_, bytes, message) => {
    const read = () => readModule(bytes);
    expect(read).toThrow(MalformedModule);
    expect(read).toThrow(message);
    expect(isValid(bytes)).toBe(false);
  });

  it('nor is a module a component', () => {
    expect(() => readComponent(rich)).toThrow(MalformedModule);
  });

  it.each([
    ['goes on after its end', [0, 0x0b, 0x0b]],
    ['has no end', [0, 0x41, 0]],
    ['claims 2³² locals', [0xff, 0xff, 0xff, 0xff, 0x0f, 0x0b]],
    ['claims 2³² labels', [0, 0x0e, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x0b]],
  ])('nor one whose function %s', (_, body) => {
    const bytes = module(section(10, vec([[...u(body.length), ...body]])));
    expect(() => readCode(readModule(bytes))).toThrow(MalformedModule);
  });
});
