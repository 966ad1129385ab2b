import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Bundle, bundleProject } from '../../src/build/bundle.ts';
import { componentizeProject } from '../../src/build/componentize.ts';
import { wasiDependencies } from '../../src/wit/check/dependencies.ts';
import { type Project, WORLD } from '../../templates/node/build.mjs';
import { temporaryFolder, writeFiles } from './files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, '.cache', 'components');

/**
 * A copy of test/fixtures/service in a temporary folder, WASI packages in place.
 *
 * @param files contents by path, written over the fixture's
 */
export async function fixtureProject(
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const directory = await temporaryFolder();
  await cp(join(root, 'test', 'fixtures', 'service'), directory, { recursive: true });
  await writeFiles(join(directory, 'wit'), await wasiDependencies());
  await writeFiles(directory, files);
  return directory;
}

/**
 * Bundles and componentizes the project; a component that was made before from the same bundle and WIT is used again.
 */
export async function buildOnce(directory: string): Promise<Bundle> {
  const bundle = await bundleProject(directory);
  const known = join(cache, `${await digest(bundle)}.wasm`);
  if (existsSync(known)) {
    await copyFile(known, bundle.project.component);
    return bundle;
  }
  await componentizeProject(bundle.project);
  await mkdir(cache, { recursive: true });
  const part = `${known}.${process.pid}`;
  await copyFile(bundle.project.component, part);
  await rename(part, known);
  return bundle;
}

/** In a process of its own, and without the paths that it would keep, as its users run it. */
const STOCK = `
import { writeFile } from 'node:fs/promises';
import { componentize } from '@bytecodealliance/componentize-js';
const [directory, sourcePath, witPath, worldName, output] = process.argv.slice(1);
process.chdir(directory);
const { component } = await componentize({ sourcePath, witPath, worldName });
await writeFile(output, component);
`;

/** Makes the component of the project's bundle by componentize-js alone. @returns its path, beside the project's own */
export async function componentizeByStock(project: Project): Promise<string> {
  const { directory, bundle, wit, name } = project;
  const output = join(directory, 'dist', `${name}.stock.wasm`);
  const source = relative(directory, bundle);
  const words = ['--input-type=module', '--eval', STOCK, directory, source, wit, WORLD, output];
  await promisify(execFile)(process.execPath, words, { cwd: root });
  return output;
}

async function digest({ project }: Bundle): Promise<string> {
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const hash = createHash('sha256').update(JSON.stringify(dependencies));
  hash.update(await readFile(project.bundle));
  const wit = await readdir(project.wit, { recursive: true });
  for (const path of wit.filter((name) => name.endsWith('.wit')).sort()) {
    hash.update(path).update(await readFile(join(project.wit, path)));
  }
  return hash.digest('hex');
}
