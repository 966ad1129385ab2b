import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from '@bytecodealliance/jco';
import { expect, it } from 'vitest';
import { interfacesOf } from '../../templates/node/interfaces.mjs';
import { optimiseComponent } from '../../templates/node/optimise.mjs';
import { temporaryFolder } from '../support/files.ts';

/** Its function has an addition too many, and its module a function that nobody calls. */
const WASTEFUL = `(component
  (import "a:b/clock@0.2.0" (instance))
  (core module $code
    (func $unused (result i32) i32.const 7 i32.const 8 i32.mul)
    (func (export "answer") (result i32) i32.const 40 i32.const 2 i32.add))
  (core instance $instance (instantiate $code))
  (func $answer (result u32) (canon lift (core func $instance "answer")))
  (export "answer" (func $answer)))`;

async function fileOf(bytes: Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), 'component.wasm');
  await writeFile(path, bytes);
  return path;
}

it('makes the code smaller and leaves the interfaces', async () => {
  const component = await parse(WASTEFUL);
  const path = await fileOf(component);
  const { before, after } = await optimiseComponent(path);
  const optimised = await readFile(path);
  expect([before, after]).toEqual([component.length, optimised.length]);
  expect(after).toBeLessThan(before);
  expect(interfacesOf(optimised)).toEqual({ imports: ['a:b/clock@0.2.0'], exports: ['answer'] });
}, 60_000);

it('leaves a file that is no component as it is', async () => {
  const bytes = new TextEncoder().encode('not a component');
  const path = await fileOf(bytes);
  await expect(optimiseComponent(path)).rejects.toThrow();
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
}, 60_000);
