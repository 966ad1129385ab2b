import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { readCommandLine } from '../../../src/command-line/command-line.ts';
import { Ahead } from '../../../src/run/ahead/ahead.ts';
import { Run } from '../../../src/run/run.ts';
import { type Services, services } from '../../../src/run/services.ts';
import type { Prompt } from '../../../src/terminal/prompt.ts';
import { filesIn, temporaryFolder } from '../../support/files.ts';
import { memory } from '../memory.ts';
import { testHost } from '../test-host.ts';

const ORDERS = fileURLToPath(new URL('../../../examples/orders.openapi.yaml', import.meta.url));
const thread = new URL('../../../dist/src/run/ahead/thread.mjs', import.meta.url);
const workAhead = async () => new Ahead(thread);

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await copyFile(ORDERS, join(cwd, 'openapi.yaml'));
});

/** Runs up to what is written; a user answers each prompt, or takes what it proposes. */
async function run(
  words: readonly string[],
  user: ((prompt: Prompt) => unknown) | undefined,
  change: Partial<Services>,
) {
  const host = testHost(cwd);
  const phases = new Run(host, { ...services, prepare: async () => undefined, ...change });
  const editor = memory();
  const adapter = {
    async prompt([prompt]: readonly Prompt[]) {
      if (prompt === undefined) return {};
      return { [prompt.name]: (await user?.(prompt)) ?? prompt.default };
    },
  };
  const line = [...words, '--no-git', '--no-build', '--json', ...(user ? [] : ['--yes'])];
  const error = await (async () => {
    await phases.start(() => readCommandLine(line, cwd), true);
    await phases.ask(adapter);
    await phases.understand();
    await phases.decide(editor);
    await phases.commit(editor);
    await phases.finish();
  })().catch((thrown) => thrown);
  return { error, result: JSON.parse(host.out()) };
}

const refuse = async (): Promise<never> => {
  throw new Error('This thread has nothing to do.');
};

it('what is read and planned while the user answers is all that there is to do', async () => {
  const user = async ({ name }: Prompt) => {
    // What is read now is not read again.
    if (name === 'name') await rm(join(cwd, 'openapi.yaml'));
    return { interface: 'openapi', from: 'openapi.yaml', language: 'js' }[name];
  };
  const change = { workAhead, readApi: refuse, proposeComponents: refuse, planProject: refuse };
  const { error, result } = await run([], user, change);
  expect(error).toBeUndefined();
  const interviewed = await filesIn(join(cwd, result.name));
  expect(Object.keys(interviewed)).toContain('src/orders.js');

  await rm(join(cwd, result.name), { recursive: true });
  await copyFile(ORDERS, join(cwd, 'openapi.yaml'));
  const { result: unasked } = await run(['--from', 'openapi.yaml', '--language', 'js'], undefined, {
    workAhead: refuse,
  });
  const { '.yo-rc.json': _given, ...files } = interviewed;
  expect(await filesIn(join(cwd, unasked.name))).toMatchObject(files);
}, 60_000);

it('without a user a document is read once', async () => {
  let read = 0;
  const readApi = (path: string) => {
    read += 1;
    return services.readApi(path);
  };
  const { error } = await run(['--from', 'openapi.yaml'], undefined, { readApi });
  expect(error).toBeUndefined();
  expect(read).toBe(1);
}, 30_000);

it('what is wrong with a document is told as without the other thread', async () => {
  await writeFile(join(cwd, 'openapi.yaml'), 'openapi: 3.1.0\npaths: {}\n');
  const words = ['--from', 'openapi.yaml'];
  const [early, unasked] = [
    await run(words, () => undefined, { workAhead }),
    await run(words, undefined, {}),
  ];
  expect(unasked.error).toMatchObject({ code: 2 });
  expect(early.error.message).toBe(unasked.error.message);
  expect(early.result.error).toEqual(unasked.result.error);
}, 30_000);
