/**
 * The WASI packages that a world with an HTTP door needs, taken from the installed jco: no network, no drift between
 * what we vendor and what the build uses.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { proofFailed } from '../../terminal/failure.ts';

/** What jco 1.34.0 ships, and the patch that componentize-js 0.23.0's engine was built with. The text is the same. */
const SHIPPED = '0.2.12';
const NEEDED = '0.2.10';
const PACKAGES = ['io', 'clocks', 'http'] as const;

/** Packages that a world may need besides. */
export type FurtherPackage = 'filesystem';

/**
 * The files of `wit/deps`, for the HTTP door and further packages: texts by path relative to the folder `wit`, as `deps/wasi-io-0.2.10/package.wit`.
 *
 * @throws Failure (code 1) when the installed jco doesn't have them where jco 1.34 does.
 */
export async function wasiDependencies(
  further: readonly FurtherPackage[] = [],
): Promise<ReadonlyMap<string, string>> {
  const folder = wasiFolder();
  const files = await Promise.all(
    [...PACKAGES, ...further].map(async (name) => {
      const text = await packageText(join(folder, `wasi-${name}`, 'package.wit'), name);
      return [`deps/wasi-${name}-${NEEDED}/package.wit`, text] as const;
    }),
  );
  return new Map(files);
}

/** `lib/wit/builtin/0.2.12` of jco, beside the `dist` that its package exports. */
function wasiFolder(): string {
  try {
    const entry = createRequire(import.meta.url).resolve('@bytecodealliance/jco');
    return join(dirname(entry), '..', 'lib', 'wit', 'builtin', SHIPPED);
  } catch (cause) {
    throw unexpected('it is not installed', cause);
  }
}

async function packageText(path: string, name: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw unexpected(`there is no ${path}`, cause);
  }
  if (!text.startsWith(`package wasi:${name}@${SHIPPED};`)) {
    throw unexpected(`${path} is not wasi:${name}@${SHIPPED}`);
  }
  return `${withoutWorlds(text).replaceAll(SHIPPED, NEEDED).trimEnd()}\n`;
}

/** The worlds of a WASI package name packages that we don't vendor (wasi:http's need wasi:cli and wasi:random). */
function withoutWorlds(text: string): string {
  return text.replace(/^world [\w-]+ \{\n(?:[^}].*\n)*\}\n/gmu, '');
}

function unexpected(what: string, cause?: unknown) {
  return proofFailed(`The WASI packages of @bytecodealliance/jco can't be used: ${what}.`, {
    hint: 'Reinstall generator-wasm-component with its exact dependencies (jco 1.34.0).',
    cause,
  });
}
