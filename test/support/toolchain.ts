import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { type Bundle, bundleProject } from '../../src/build/bundle.ts';
import { componentizeProject } from '../../src/build/componentize.ts';
import { wasiDependencies } from '../../src/wit/check/dependencies.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, '.cache', 'components');

const scratch: string[] = [];

afterAll(async () => {
  for (const folder of scratch.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test file; its name has blanks, as users' folders do. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'a test folder '));
  scratch.push(folder);
  return folder;
}

/**
 * A copy of test/fixtures/service in a temporary folder, WASI packages in place.
 *
 * @param files contents by path, written over the fixture's
 */
export async function fixtureProject(
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const directory = await scratchFolder();
  await cp(join(root, 'test', 'fixtures', 'service'), directory, { recursive: true });
  await writeFiles(join(directory, 'wit'), await wasiDependencies());
  await writeFiles(directory, new Map(Object.entries(files)));
  return directory;
}

/** Writes files by their path below a folder. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Bundles and componentizes the project; a component that was made before from the same bundle and WIT is used again. */
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
