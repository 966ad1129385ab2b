import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProjectFile } from '../../src/project/file.ts';
import { temporaryFolder, writeFiles } from './files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');

/** Whether `npm run build` has made what JavaScript projects carry. Without it their tests skip, and say so. */
export const javascriptBuilt = existsSync(join(root, 'dist/javascript/runtime'));
if (!javascriptBuilt) {
  process.stderr.write('Skipped: JavaScript projects: run `npm run build` first\n');
}

/** Writes projects, by folder, to a new temporary folder with our own node_modules. */
export async function writeProjects(
  projects: Readonly<Record<string, readonly ProjectFile[]>>,
): Promise<string> {
  const folder = await temporaryFolder();
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  for (const [project, files] of Object.entries(projects)) {
    await writeFiles(
      join(folder, project),
      new Map(files.map(({ path, content }) => [path, content])),
    );
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
