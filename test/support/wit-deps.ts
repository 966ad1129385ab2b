import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const builtin = fileURLToPath(
  new URL('../../node_modules/@bytecodealliance/jco/lib/wit/builtin/0.2.12/', import.meta.url),
);

/** Puts the WASI packages that a world with an incoming handler needs into `wit/deps`, from the installed jco. */
export async function vendorWasi(wit: string): Promise<void> {
  for (const name of ['io', 'clocks', 'http']) {
    const text = await readFile(join(builtin, `wasi-${name}`, 'package.wit'), 'utf8');
    const target = join(wit, 'deps', `wasi-${name}-0.2.10`, 'package.wit');
    await mkdir(dirname(target), { recursive: true });
    // The worlds import packages that are not vendored; a component's own world needs none of them.
    const interfaces = text.replaceAll('0.2.12', '0.2.10').replaceAll(/^world [^}]*\}\n?/gm, '');
    await writeFile(target, interfaces);
  }
}
