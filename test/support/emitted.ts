import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { ProjectFile } from '../../src/project/file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');

/** Whether `npm run build` has made what JavaScript projects carry. Without it their tests skip, and say so. */
export const javascriptBuilt = existsSync(join(root, 'dist/javascript/runtime'));
if (!javascriptBuilt) {
  process.stderr.write('Skipped: JavaScript projects: run `npm run build` first\n');
}

/** Writes projects, by folder, to a new temporary folder with our own node_modules; gone after the tests. */
export async function writeProjects(
  projects: Readonly<Record<string, readonly ProjectFile[]>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'emitted-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  for (const [project, files] of Object.entries(projects)) {
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, project, path)), { recursive: true });
      await writeFile(join(folder, project, path), content);
    }
  }
  return folder;
}

/** What the TypeScript compiler has to say about a project; `''` when it finds no error. */
export function typecheck(project: string): Promise<string> {
  const tsc = join(modules, 'typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '--project', project], { cwd: project }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}

/** The files that Biome formats, by path, below `folder`. */
export function sources(folder: string, files: readonly ProjectFile[]): Record<string, string> {
  const formatted = files.filter(({ path }) => /\.(?:ts|js|mjs|json)$/u.test(path));
  return Object.fromEntries(formatted.map(({ path, content }) => [`${folder}/${path}`, content]));
}
