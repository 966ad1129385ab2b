import { pick, type Random } from './arbitrary.ts';

type Mutate = (value: unknown) => unknown;

/** A copy of a JSON value that is changed in one place. */
export function mutated(random: Random, json: unknown): unknown {
  if (typeof json !== 'object' || json === null || random() < 0.2) return other(random, json);
  const entries = Object.entries(json);
  const at = Math.floor(random() * entries.length);
  const inside = () =>
    entries.map(([key, value], index) => [key, index === at ? mutated(random, value) : value]);
  const changed = pick<() => unknown[][]>(random, [
    inside,
    inside,
    inside,
    () => entries.toSpliced(at, 1),
    () => [...entries, [pick(random, NAMES), other(random, null)]],
    () => entries.map(([key, value], index) => [index === at ? pick(random, NAMES) : key, value]),
  ])();
  if (Array.isArray(json)) return changed.map(([, value]) => value);
  return Object.fromEntries(changed);
}

const NAMES = ['a', 'x', 'kind', 'own', 'constructor', '__proto__', 'also', 'other0', 'id'];

const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, -1, 0.5, 255, 256, 2 ** 31, 2 ** 53, 1e300, 7],
  ...[2n ** 63n, -(2n ** 63n), 2n ** 64n, 10n ** 40n],
  ...['', 'a', 'A', 'x', 'cat', '__proto__', 'QQ==', 'QR==', 'toString', 'x'.repeat(50), '\ud800'],
  ...[[], [1], {}, { kind: 'cat' }, { a: 1 }],
];

function other(random: Random, json: unknown): unknown {
  const wrap: Mutate = (value) => [value];
  return random() < 0.1 ? wrap(json) : pick(random, VALUES);
}
