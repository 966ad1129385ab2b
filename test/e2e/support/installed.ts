import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bin, packageRoot, run } from './cli.ts';

/** The packed package and `yo`, installed as a user has them. */
export interface Installed {
  readonly bin: string;
  readonly yo: string;
  /** Paths in the tarball. */
  readonly packed: readonly string[];
}

/**
 * Packs this package and installs the tarball beside `yo` in `folder`, where every user can read it.
 *
 * @throws Error when `dist` is missing or npm fails
 */
export async function installPackage(folder: string): Promise<Installed> {
  if (!existsSync(bin)) throw new Error(`${bin} is missing: run \`npm run build\` first`);
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'user'));
  await writeFile(join(folder, 'user', 'package.json'), '{ "private": true }');
  const pack = await npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: packageRoot,
  });
  const [{ filename, files }] = JSON.parse(pack);
  await npm(['install', '--no-audit', '--no-fund', join(folder, filename), 'yo@7.0.1'], {
    cwd: join(folder, 'user'),
  });
  const bins = join(folder, 'user', 'node_modules', '.bin');
  return {
    bin: join(bins, 'generator-wasm-component'),
    yo: join(bins, 'yo'),
    packed: files.map(({ path }: { path: string }) => path),
  };
}

async function npm(args: readonly string[], options: { readonly cwd: string }): Promise<string> {
  const { status, stdout, stderr } = await run('npm', args, options);
  if (status !== 0) throw new Error(`npm ${args[0]} failed:\n${stderr}`);
  return stdout;
}
