import { expect, test } from 'vitest';
import type { TypeCode } from '../../src/runtime/table.ts';
import { compileTypes } from '../../templates/runtime/codec.ts';
import { parseJson, stringifyJson } from '../../templates/runtime/json.ts';
import { Mismatch } from '../../templates/runtime/mismatch.ts';
import { anyType, type Random, seeded } from './arbitrary.ts';
import { anyValue } from './arbitrary-values.ts';
import { mutated } from './mutation.ts';
import { normalised } from './normalised.ts';

const SEEDS = Array.from({ length: 600 }, (_, seed) => seed);

test('a value comes back through JSON text as it was', () => {
  for (const seed of SEEDS) {
    const random = seeded(seed);
    const types = { Root: anyType(random, 4) };
    const codecs = compileTypes(types);
    const value = anyValue(random, { ref: 'Root' }, types);
    const text = stringifyJson(codecs.encode({ ref: 'Root' }, value));
    const back = codecs.decode({ ref: 'Root' }, parseJson(text));
    expect(back, `seed ${seed}: ${text}`).toStrictEqual(value);
    expect(stringifyJson(codecs.encode({ ref: 'Root' }, back)), `seed ${seed}`).toBe(text);
  }
});

test('changed JSON is refused, or comes back as it was but for what is documented', () => {
  const counts = { refused: 0, taken: 0 };
  for (const seed of SEEDS) {
    const random = seeded(seed);
    const code = anyType(random, 3);
    const { encode } = compileTypes({});
    const json = encode(code, anyValue(random, code, {}));
    for (let round = 0; round < 20; round += 1) {
      const outcome = tried(code, mutatedTwice(random, json), `seed ${seed}, round ${round}`);
      counts[outcome] += 1;
    }
  }
  expect(counts.refused).toBeGreaterThan(1000);
  expect(counts.taken).toBeGreaterThan(1000);
});

function mutatedTwice(random: Random, json: unknown): unknown {
  const once = mutated(random, json);
  return random() < 0.3 ? mutated(random, once) : once;
}

function tried(code: TypeCode, json: unknown, seed: string): 'refused' | 'taken' {
  const { decode, encode } = compileTypes({});
  const place = `${seed}: ${stringifyJson(json)} as ${JSON.stringify(code)}`;
  let value: unknown;
  try {
    value = decode(code, json);
  } catch (error) {
    expect(error, place).toBeInstanceOf(Mismatch);
    return 'refused';
  }
  const back = stringifyJson(encode(code, value));
  expect(back, place).toBe(stringifyJson(normalised(code, json, value)));
  return 'taken';
}

test('a value of another type is refused with a Mismatch, or written', () => {
  for (const seed of SEEDS) {
    const random = seeded(seed);
    const code = anyType(random, 3);
    const { encode } = compileTypes({});
    const value = mutated(random, anyValue(random, anyType(random, 3), {}));
    try {
      expect(encode(code, value), `seed ${seed}`).toBeDefined();
    } catch (error) {
      expect(error, `seed ${seed}`).toBeInstanceOf(Mismatch);
    }
  }
});

test('the generated types are not all alike', () => {
  const kinds = SEEDS.map((seed) => anyType(seeded(seed), 4)).map((code) =>
    typeof code === 'string' ? 'name' : Object.keys(code)[0],
  );
  const wanted = ['name', 'scalar', 'list', 'tuple', 'map', 'nullable', 'enum', 'record'];
  expect(new Set(kinds)).toStrictEqual(new Set([...wanted, 'variant']));
});
