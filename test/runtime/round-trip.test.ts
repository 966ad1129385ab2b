import { expect, test } from 'vitest';
import { compileTypes } from '../../templates/runtime/codec.ts';
import { parseJson, stringifyJson } from '../../templates/runtime/json.ts';
import { anyType, anyValue, seeded } from './arbitrary.ts';

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

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

test('the generated types are not all alike', () => {
  const kinds = SEEDS.map((seed) => anyType(seeded(seed), 4)).map((code) =>
    typeof code === 'string' ? 'scalar' : Object.keys(code)[0],
  );
  expect(new Set(kinds)).toStrictEqual(
    new Set(['scalar', 'list', 'map', 'nullable', 'enum', 'record']),
  );
});
