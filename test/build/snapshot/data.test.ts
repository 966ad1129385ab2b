import { describe, expect, it } from 'vitest';
import { unsigned } from '../../../templates/node/snapshot/bytes.mjs';
import { dataSection } from '../../../templates/node/snapshot/data.mjs';
import { readModule } from '../../../templates/node/snapshot/module.mjs';
import { HEADER, section } from './assemble.ts';
import { instantiate } from './instantiate.ts';

const PAGE = 65536;

/** What a memory holds that the section fills, and in how many segments. */
async function filled(content: Uint8Array, pages: number) {
  const bytes = Uint8Array.from([
    ...HEADER,
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [1, 1, 0x6d, 2, 0]), // "m"
    ...section(11, [...content]),
  ]);
  const { m } = await instantiate(bytes);
  return { memory: Buffer.from(m.buffer), segments: readModule(bytes).data.length };
}

function memoryWith(spots: Readonly<Record<number, readonly number[]>>, pages = 1): Uint8Array {
  const memory = new Uint8Array(pages * PAGE);
  for (const [start, bytes] of Object.entries(spots)) memory.set(bytes, Number(start));
  return memory;
}

describe('a data section', () => {
  it.each([
    ['nothing', {}, 1, 0],
    ['the first and the last byte', { 0: [1], [PAGE - 1]: [2] }, 1, 2],
    ['bytes that are no words', { 3: [1], 4: [2], 1001: [3] }, 1, 2],
    ['a short gap', { 100: [1], 112: [2] }, 1, 1],
    ['a long gap', { 100: [1], 200: [2] }, 1, 2],
    ['a second page', { [PAGE]: [1], [2 * PAGE - 4]: [9, 9, 9, 9] }, 2, 2],
    ['everything', { 0: Array(PAGE).fill(255) }, 1, 1],
  ])('brings back a memory with %s', async (_, spots, pages, segments) => {
    const memory = memoryWith(spots, pages);
    const back = await filled(dataSection(memory), pages);
    expect(back.memory.equals(memory)).toBe(true);
    expect(back.segments).toBe(segments);
  });

  it('brings back any memory, with any gap', async () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed;
    };
    for (const gap of [4, 16, 1024, 1 << 20]) {
      const memory = new Uint8Array(PAGE);
      for (let count = 0; count < 300; count += 1) memory[random() % PAGE] = random();
      expect((await filled(dataSection(memory, { gap }), 1)).memory.equals(memory)).toBe(true);
    }
  });

  it('has no more segments than are allowed', async () => {
    const memory = new Uint8Array(PAGE);
    for (let position = 0; position < PAGE; position += 64) memory[position] = 1;
    const { segments } = await filled(dataSection(memory), 1);
    expect(segments).toBe(1024);
    const fewer = await filled(dataSection(memory, { most: 100 }), 1);
    expect(fewer.segments).toBeLessThanOrEqual(100);
    expect(fewer.memory.equals(memory)).toBe(true);
  });

  it.each([
    ['100,000 segments, as many as V8 takes', 100_000, 100_000],
    ['one instead of 100,001, when gaps of 32 bytes part nothing', 100_001, 1],
  ])('has %s', async (_, spots, segments) => {
    const pages = 100;
    const memory = new Uint8Array(pages * PAGE);
    for (let spot = 0; spot < spots; spot += 1) memory[spot * 32] = 1;
    const back = await filled(dataSection(memory), pages);
    expect(back.segments).toBe(segments);
    expect(back.memory.equals(memory)).toBe(true);
  });

  it.each([
    ['no zeros when its content spans less than 16 MiB', 255, 2 * 4],
    ['zeros for more than half of what its content spans from there on', 256, 128 * PAGE + 1],
  ])('has %s', async (_, pages, size) => {
    const memory = memoryWith({ 0: [1], [pages * PAGE - 4]: [2] }, pages);
    const section = dataSection(memory);
    expect(section.length - size).toBeGreaterThanOrEqual(0);
    expect(section.length - size).toBeLessThan(32);
    expect((await filled(section, pages)).memory.equals(memory)).toBe(true);
  });

  it('has zeros of the shortest gaps first', async () => {
    const pages = 320;
    const last = pages * PAGE - 4;
    const memory = memoryWith({ 0: [1], [128 * PAGE]: [2], [192 * PAGE]: [3], [last]: [4] }, pages);
    const back = await filled(dataSection(memory), pages);
    expect(back.memory.equals(memory)).toBe(true);
    expect(back.segments).toBe(3); // the gap of 64 pages is gone, and the next in size shorter
    memory.fill(5, 0, 160 * PAGE);
    expect((await filled(dataSection(memory), pages)).segments).toBe(3); // dense as it is
  });

  it('reaches the upper half of four gigabytes', () => {
    const memory = new Uint8Array(2 ** 31 + PAGE);
    memory[2 ** 31 + 8] = 5;
    // i32.const -2147483640: addresses are signed there.
    const address = [0x41, 0x88, 0x80, 0x80, 0x80, 0x78, 0x0b];
    expect([...dataSection(memory)]).toEqual([1, 0, ...address, 4, 5, 0, 0, 0]);
  });
});
