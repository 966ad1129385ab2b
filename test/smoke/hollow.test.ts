import { readFile } from 'node:fs/promises';
import { parse, print, transpile } from '@bytecodealliance/jco';
import { describe, expect, it } from 'vitest';
import { ComponentFault, serveComponent } from '../../templates/node/component-host.ts';
import { hollow } from '../../templates/node/hollow.mjs';
import { buildOnce, fixtureProject } from '../support/toolchain.ts';

/** Two modules that differ in their code alone. */
const TWINS = `(component
  (core module $one (func (export "f") (result i32) i32.const 1))
  (core module $two (func (export "f") (result i32) i32.const 2))
  (core instance $a (instantiate $one))
  (core instance $b (instantiate $two))
  (func $first (result s32) (canon lift (core func $a "f")))
  (func $second (result s32) (canon lift (core func $b "f")))
  (instance $numbers (export "one" (func $first)) (export "two" (func $second)))
  (export "test:twins/numbers" (instance $numbers))
)`;

/** `i32.const 2; end`, the code of the second */
const SECOND = Buffer.from([0x41, 0x02, 0x0b]);

describe('a hollow component', () => {
  it('gives the same JavaScript as the whole one', async () => {
    const { project } = await buildOnce(await fixtureProject());
    const component = await readFile(project.component);
    const hollowed = hollow(component);
    expect(hollowed.component.length).toBeLessThan(component.length / 20);
    const options = { name: 'component', instantiation: 'sync' } as const;
    const { files } = await transpile(hollowed.component, options);
    const whole = (await transpile(component, options)).files;
    for (const [name, bytes] of Object.entries(files)) {
      const module = hollowed.modules.find(({ hollow }) => Buffer.compare(hollow, bytes) === 0);
      expect(module === undefined).toBe(!name.endsWith('.wasm'));
      expect(Buffer.compare(module?.whole ?? bytes, whole[name] ?? Buffer.of())).toBe(0);
    }
  }, 180_000);

  it('has modules that can be read, no two alike', async () => {
    const { modules } = hollow(await parse(TWINS));
    const outlines = await Promise.all(modules.map((module) => print(module.hollow)));
    expect(outlines).toEqual([
      expect.stringContaining('(export "f" (func 0))'),
      expect.stringContaining('(export "f" (func 0))'),
    ]);
    expect(Buffer.compare(modules[0]?.hollow ?? SECOND, modules[1]?.hollow ?? SECOND)).not.toBe(0);
  });

  it('is refused by a RangeError where it is no component, and nothing else', async () => {
    const component = await parse(TWINS);
    const changed = [
      ...Array.from(component, (_, length) => component.subarray(0, length)),
      ...Array.from(component, (_, at) => component.with(at, 0xff)),
    ];
    for (const bytes of changed) {
      try {
        hollow(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
    expect(() => hollow(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))).toThrow(RangeError);
  });
});

describe('what is served', () => {
  it('is the code of each module', async () => {
    const served = await serveComponent(await parse(TWINS));
    try {
      const { numbers } = await served.instantiate<{ numbers: { one(): number; two(): number } }>();
      expect([await numbers.one(), await numbers.two()]).toEqual([1, 2]);
    } finally {
      await served.close();
    }
  });

  it('is refused when the code does not validate', async () => {
    const component = Buffer.from(await parse(TWINS));
    component[component.indexOf(SECOND)] = 0x42; // i64.const, where an i32 is wanted
    await expect(serveComponent(component)).rejects.toThrow(ComponentFault);
  });
});
