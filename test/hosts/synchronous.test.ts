import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { startDriver } from '../../templates/node/hosts/synchronous.mjs';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { thrownBy } from './support.ts';

async function driverOf(source: string) {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'driver.mjs': source });
  return startDriver(pathToFileURL(join(folder, 'driver.mjs')));
}

it('waits for what takes time, and hands values both ways', async () => {
  const call = await driverOf(`
    export const operations = {
      async later(milliseconds, value) {
        await new Promise((done) => setTimeout(done, milliseconds));
        return { value, at: 2n ** 60n };
      },
    };`);
  const bytes = new Uint8Array([1, 255]);
  expect(call('later', 50, bytes)).toEqual({ value: bytes, at: 2n ** 60n });
  expect(Array.from({ length: 50 }, (_, at) => call('later', 0, at).value)).toEqual(
    Array.from({ length: 50 }, (_, at) => at),
  );
});

it("throws the interface's errors as they are, and goes on", async () => {
  const call = await driverOf(`
    export const operations = {
      refuse: () => { throw { tag: 'access-denied' }; },
      answer: () => 1,
    };`);
  expect(thrownBy(() => call('refuse'))).toEqual({ tag: 'access-denied' });
  expect(call('answer')).toBe(1);
});

it.each([
  ['an error', "export const operations = { go: () => { throw new Error('broken'); } };", 'broken'],
  [
    'an error that nobody waits for',
    "export const operations = { go: () => new Promise(() => setTimeout(() => { throw new Error('stray'); })) };",
    'stray',
  ],
  ['what is no value', 'export const operations = { go: () => () => 1 };', 'could not be cloned'],
  [
    'a package that is not installed',
    "import 'a-package-that-is-not-there';",
    'a-package-that-is-not-there',
  ],
])('wakes the caller with %s', async (_, source, message) => {
  const call = await driverOf(source);
  expect(thrownBy(() => call('go'))).toMatchObject({ message: expect.stringContaining(message) });
});
