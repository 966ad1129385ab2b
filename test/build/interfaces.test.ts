import { readFile } from 'node:fs/promises';
import { componentWit, parse } from '@bytecodealliance/jco';
import { expect, it } from 'vitest';
import { interfacesOf } from '../../templates/node/interfaces.mjs';
import { MalformedModule } from '../../templates/node/snapshot/bytes.mjs';
import { buildOnce, fixtureProject } from '../support/toolchain.ts';

/** A component with an import and an export of every kind. */
const EVERY_KIND = `(component
  (import "a:b/shapes@0.1.0" (instance (export "size" (type (sub resource)))))
  (import "plain" (func $plain (param "x" u32) (result string)))
  (import "thing" (type $thing (sub resource)))
  (type $number u32)
  (import "number" (type (eq $number)))
  (import "part" (component))
  (import "code" (core module $code))
  (instance $none)
  (export "c:d/none@1.0.0-rc.1" (instance $none))
  (export "again" (func $plain) (func (param "x" u32) (result string)))
  (export "count" (type $number))
  (export "same-code" (core module $code))
)`;

it('reads what jco reads from a built component', async () => {
  const { project } = await buildOnce(await fixtureProject());
  const component = await readFile(project.component);
  const wit = await componentWit(component);
  const named = (word: string) =>
    [...wit.matchAll(new RegExp(`^  ${word} ([^;{]+);`, 'gm'))].map((match) => match[1]).sort();
  const { imports, exports } = interfacesOf(component);
  expect(imports).toEqual(named('import'));
  expect(exports).toEqual(named('export'));
}, 180_000);

it('reads items of every kind', async () => {
  expect(interfacesOf(await parse(EVERY_KIND))).toEqual({
    imports: ['a:b/shapes@0.1.0', 'code', 'number', 'part', 'plain', 'thing'],
    exports: ['again', 'c:d/none@1.0.0-rc.1', 'count', 'same-code'],
  });
});

it('does not take what a nested component imports for its own', async () => {
  const nested = '(component (component (import "inner" (func))) (import "outer" (func)))';
  expect(interfacesOf(await parse(nested)).imports).toEqual(['outer']);
});

it('ends in an error, or with less, wherever the bytes are cut or changed', async () => {
  const component = await parse(EVERY_KIND);
  const whole = interfacesOf(component);
  const tryTo = (bytes: Uint8Array) => {
    try {
      return interfacesOf(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(MalformedModule);
      return { imports: [], exports: [] };
    }
  };
  for (let length = 0; length < component.length; length += 1) {
    const { imports, exports } = tryTo(component.subarray(0, length));
    expect(whole.imports).toEqual(expect.arrayContaining(imports));
    expect(whole.exports).toEqual(expect.arrayContaining(exports));
  }
  for (let at = 0; at < component.length; at += 1) {
    for (const byte of [0x00, 0x7f, 0xff]) tryTo(component.with(at, byte));
  }
});

it('refuses a module', async () => {
  expect(() => interfacesOf(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))).toThrow(
    MalformedModule,
  );
});
