import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleProject } from '../../src/build/bundle.ts';
import { fixtureProject } from '../support/toolchain.ts';

it('writes the project as one module with its source map', async () => {
  const { project, hostImports } = await bundleProject(await fixtureProject());
  expect(project.name).toBe('probe');
  expect(hostImports).toEqual([]);
  const code = await readFile(project.bundle, 'utf8');
  expect(code).toContain('function getOrder');
  expect(code).not.toMatch(/^import /m);
  const map = JSON.parse(await readFile(`${project.bundle}.map`, 'utf8'));
  expect(map.sources).toContain('../src/orders.js');
});

it('takes TypeScript as it is', async () => {
  const directory = await fixtureProject({
    'src/component.ts': "import { two } from './two.ts';\nexport const orders: object = { two };\n",
    'src/two.ts': 'export const two = (n: number): number => n * 2;\n',
  });
  const { project } = await bundleProject(directory);
  expect(await readFile(project.bundle, 'utf8')).toContain('(n) => n * 2');
});

it('leaves WIT imports to the host and knows who asks for them', async () => {
  const specifier = 'wasi:keyvalue/store@0.2.0-draft2';
  const directory = await fixtureProject({
    'src/component.js': `import { get } from './kv.js';\nexport const orders = { get };\n`,
    'src/kv.js': `// a line\nimport { open } from '${specifier}';\nexport const get = () => open();\n`,
  });
  const { hostImports } = await bundleProject(directory);
  expect(hostImports).toEqual([{ specifier, where: 'src/kv.js:2:22' }]);
});

it.each([
  [
    'a Node builtin',
    "\nimport { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    { where: 'src/orders.js:2:30', message: /"node:fs" is a Node builtin/, hint: /Web API/ },
  ],
  [
    'a Node builtin without its prefix',
    "import path from 'path';\nexport const join = path.join;\n",
    { where: 'src/orders.js:1:18', message: /"path" is a Node builtin/ },
  ],
  [
    'a package that is not installed',
    "import { x } from 'left-pad-not-there';\nexport const y = x;\n",
    {
      where: 'src/orders.js:1:19',
      message: /"left-pad-not-there" is not found/,
      hint: /npm install left-pad-not-there/,
    },
  ],
  [
    'a module that is not there',
    "import { x } from './otherwise';\nexport const y = x;\n",
    { where: 'src/orders.js:1:19', message: /"\.\/otherwise" is not found/, hint: /extension/ },
  ],
  [
    'an export that is not there',
    "import { x } from './other.js';\nexport const y = x;\n",
    { where: 'src/orders.js:1:10', message: /"x" is not exported by "src\/other\.js"/ },
  ],
  [
    'a syntax error',
    'export const y = ;\n',
    { where: 'src/orders.js:1:18', message: /Unexpected token/ },
  ],
])('refuses %s with its place', async (_what, orders, failure) => {
  const directory = await fixtureProject({
    'src/component.js': "export * from './orders.js';\n",
    'src/orders.js': orders,
    'src/other.js': 'export const z = 1;\n',
  });
  const error = await bundleProject(directory).catch((thrown) => thrown);
  expect(error).toMatchObject({ name: 'Failure', code: 1, where: failure.where });
  expect(error.message).toMatch(failure.message);
  if ('hint' in failure) expect(error.hint).toMatch(failure.hint);
});

it('says when there is no component to build', async () => {
  const directory = await fixtureProject({ 'package.json': '{"name":"x"}' });
  await rm(join(directory, 'src'), { recursive: true });
  await expect(bundleProject(directory)).rejects.toThrow(/no src\/component/);
});
