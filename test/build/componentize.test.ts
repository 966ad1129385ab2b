import { describe, expect, it } from 'vitest';
import { bundleProject } from '../../src/build/bundle.ts';
import { type ComponentizeOptions, componentizeProject } from '../../src/build/componentize.ts';
import { fixtureProject } from '../support/toolchain.ts';

const component = `import { value } from './value.js';
addEventListener('fetch', (event) => event.respondWith(new Response(String(value))));
export const orders = { getOrder() {}, spin() {} };
`;

async function failure(files: Record<string, string>, options?: ComponentizeOptions) {
  const { project } = await bundleProject(
    await fixtureProject({ 'src/component.js': component, ...files }),
  );
  return componentizeProject(project, options).catch((thrown) => thrown);
}

// A build that fails takes some seconds of one core.
describe('a module level that cannot run at build time', { timeout: 120_000 }, () => {
  it('is told by its line when it throws', async () => {
    const error = await failure({
      'src/value.js':
        "// why\nexport const value = (() => {\n  throw new Error('no config');\n})();\n",
    });
    expect(error).toMatchObject({ name: 'Failure', code: 1, where: 'src/value.js:3:9' });
    expect(error.message).toContain('Error: no config');
  });

  it.each<[string, string, string, RegExp]>([
    [
      'throws outright',
      "export const value = 1;\nthrow new Error('no config');\n",
      '2:7',
      /Error: no config/,
    ],
    [
      'rejects',
      "export const value = await Promise.reject(new Error('no config'));\n",
      '1:43',
      /Error: no config/,
    ],
    [
      'calls itself for ever',
      'const deep = (n) => 1 + deep(n);\nexport const value = deep(0);\n',
      '1:25',
      /too much recursion/,
    ],
    [
      'uses Math.random',
      'export const id = () => crypto.randomUUID();\nexport const value = [Math.random()];\n',
      '2:23',
      /Math\.random or crypto is used at module level/,
    ],
    [
      'uses crypto',
      '\nexport const value = crypto.getRandomValues(new Uint8Array(8));\n',
      '2:22',
      /Math\.random or crypto is used at module level/,
    ],
    [
      'uses Math.random in what it calls',
      'const make = () =>\n  Math.random();\nexport const value = [make()];\n',
      '2:8',
      /Math\.random or crypto is used at module level/,
    ],
    [
      'uses crypto in what it calls',
      'class Id {\n  key = crypto.randomUUID();\n}\nexport const value = new Id();\n',
      '2:16',
      /Math\.random or crypto is used at module level/,
    ],
    [
      'uses performance.now in what it calls',
      'const now = () => performance.now();\nexport const value = now();\n',
      '1:31',
      /performance\.now is used at module level/,
    ],
    [
      'fetches',
      "\nexport const value = await fetch('https://example.com/');\n",
      '2:28',
      /fetch is used at module level/,
    ],
    [
      'sets a timer',
      '\nexport const value = setTimeout(() => {}, 1);\n',
      '2:22',
      /setTimeout is used at module level/,
    ],
    [
      'ends its process',
      '\nexport const value = process.exit(3);\n',
      '2:22',
      /process does not exist in a component/,
    ],
    [
      'breaks the engine',
      '\nexport const value = performance.now();\n',
      '2:22',
      /performance\.now is used at module level/,
    ],
  ])('is told where it %s, and what to do', async (_, code, place, message) => {
    const error = await failure({ 'src/value.js': code });
    expect(error).toMatchObject({ name: 'Failure', code: 1, where: `src/value.js:${place}` });
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(/module level|Web APIs/);
  });

  it('is stopped when it does not end', async () => {
    const error = await failure(
      { 'src/value.js': 'export let value = 0;\nwhile (value >= 0) value += 1;\n' },
      { timeout: 8000 },
    );
    expect(error).toMatchObject({ name: 'Failure', code: 1 });
    expect(error.message).toMatch(/did not come to an end/);
  });
});

it('names the function that the world exports and the code does not', async () => {
  const error = await failure({
    'src/value.js': 'export const value = 1;\n',
    'src/component.js': `${component.replace('spin() {}', '')}`,
  });
  expect(error).toMatchObject({ name: 'Failure', code: 1 });
  expect(error.message).toMatch(/the function spin of acme:probe\/orders@0\.1\.0/);
}, 120_000);

it('survives WIT that its tools cannot read', async () => {
  const error = await failure({
    'src/value.js': 'export const value = 1;\n',
    'wit/world.wit': 'package acme:probe@0.1.0;\nworld service { export nothing-of-that-name; }\n',
  });
  expect(error).toMatchObject({ name: 'Failure', code: 1 });
  expect(error.message).toMatch(/nothing-of-that-name/);
}, 120_000);
