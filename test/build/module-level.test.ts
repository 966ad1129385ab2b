import { expect, it } from 'vitest';
import { moduleLevelUse, withoutGlobals } from '../../templates/node/module-level.mjs';

const globals = ['Math.random', 'crypto'];

it.each([
  ['const a = 1;\nconst b = [Math.random()];', { line: 2, column: 12 }],
  ['export const id = { key: crypto.subtle };', { line: 1, column: 26 }],
  ['const snow = "❄🌨"; crypto.randomUUID();', { line: 1, column: 21 }],
  ['class A { static { Math.random(); } }', { line: 1, column: 20 }],
])('finds the use in %j', (code, place) => {
  expect(moduleLevelUse(code, globals)).toEqual(place);
});

it.each([
  'const a = Math.max(1, 2);',
  'function a() { return Math.random(); }',
  'export const a = () => crypto.randomUUID();',
  'class A { id = Math.random(); get b() { return crypto; } }',
  'const mine = { crypto: 1 }; mine.crypto;',
])('finds none in %j', (code) => {
  expect(moduleLevelUse(code, globals)).toBeUndefined();
});

it('takes the functions of globals away, and leaves every line where it was', () => {
  const code = withoutGlobals('one();\ntwo();', ['Math.random', 'crypto', 'performance']);
  const gone = ['Math.random', 'crypto.getRandomValues', 'crypto.randomUUID', 'performance.now'];
  expect(code.split('\n')).toEqual([
    `${gone.map((name) => `${name} = undefined; `).join('')}one();`,
    'two();',
  ]);
});
