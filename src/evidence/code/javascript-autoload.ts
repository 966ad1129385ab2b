import { posix } from 'node:path';
import type { Reading } from './javascript-reading.ts';
import { argumentsOf, matches } from './scan.ts';

/** A folder whose files a plugin registers, each below the folders that it is in. */
export interface Autoload {
  readonly receiver: string;
  /** From the service's folder. */
  readonly folder: string;
  readonly prefix: string;
}

const REGISTER =
  /(?<![.\w$])([\w$]+)\s*\.register(?=\(\s*(?:\w*[aA]uto[lL]oad\w*|require\(\s*['"]@?fastify[/-]autoload['"]\s*\))\s*,)/gu;

/** `app.register(autoload, { dir: join(import.meta.dirname, 'routes'), options: { prefix: '/v1' } })` */
export function* autoloads({ file, lexed }: Reading): Generator<Autoload> {
  for (const { 0: whole, 1: receiver = '', index } of matches(lexed, REGISTER)) {
    const options = argumentsOf(lexed, index + whole.length)[1] ?? '';
    const written = /\bdir:\s*([^\n]*)/u.exec(options)?.[1] ?? '';
    const parts = [...written.matchAll(/['"`]([^'"`]*)['"`]/gu)].map(([, part = '']) => part);
    const prefix = /\bprefix:\s*['"`]([^'"`]*)/u.exec(options)?.[1] ?? '';
    if (parts.length === 0) continue;
    yield { receiver, folder: posix.join(posix.dirname(file.path), ...parts), prefix };
  }
}

/**
 * The prefix of a file below the folder, or nothing for others: the folders between, of which `_id` is a parameter
 * (@fastify/autoload, options `dirNameRoutePrefix` and `routeParams`).
 */
export function autoloadedPrefix({ folder, prefix }: Autoload, path: string): string | undefined {
  if (!path.startsWith(`${folder}/`)) return undefined;
  const between = posix
    .dirname(path.slice(folder.length + 1))
    .split('/')
    .filter((name) => name !== '.')
    .map((name) => `/${name.replace(/^__?(?=\w)/u, ':')}`);
  return prefix + between.join('');
}
