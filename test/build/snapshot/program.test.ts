import { expect, it } from 'vitest';
import { Unsupported } from '../../../templates/node/snapshot/bytes.mjs';
import { readArguments, withoutHostPaths } from '../../../templates/node/snapshot/program.mjs';

// As componentize-js 0.23.0 calls wizer.
const words = [
  '--allow-wasi',
  '--init-func',
  'componentize.wizer',
  '--dir=/tmp/a b/sources',
  '--mapdir=/::/home/me/my orders',
  '--wasm-bulk-memory=true',
  '--inherit-env=true',
  '-o=/tmp/a b/out.wasm',
  '/tmp/a b/in.wasm',
];

it("understands componentize-js's arguments for wizer", () => {
  expect(readArguments(words)).toEqual({
    input: '/tmp/a b/in.wasm',
    output: '/tmp/a b/out.wasm',
    run: 'componentize.wizer',
    preopens: { '/-bindings': '/tmp/a b/sources', '/': '/home/me/my orders' },
  });
});

it.each(['--wasm-simd=false', '--inherit-env=false', '-r', '--dir', 'more.wasm'])(
  'refuses %s',
  (word) => {
    expect(() => readArguments([word, ...words])).toThrow(Unsupported);
  },
);

it('hands on the paths that the initialiser sees, and no other', () => {
  const { preopens } = readArguments(words);
  const text =
    '--script-path /tmp/a b/sources/initializer.js --prefix /home/me/my orders/ dist/orders.js';
  expect(withoutHostPaths(text, preopens)).toBe(
    '--script-path /-bindings/initializer.js --prefix / dist/orders.js',
  );
  const root = { '/-bindings': '/tmp/x/sources', '/': '/' };
  expect(withoutHostPaths('/tmp/x/sources/initializer.js dist/a.js', root)).toBe(
    '/-bindings/initializer.js dist/a.js',
  );
});
