/**
 * Which part of the source a file belongs to: its feature folder, or what its own name says without the layer.
 */
import { posix } from 'node:path';
import { singular } from '../text/english.ts';
import { kebabWords } from '../wit/naming/labels.ts';

/** Words that say which layer a file is in, or nothing at all, and not what it is about. */
const LAYERS = new Set(
  `api app application blueprint cmd common component config controller core data db domain dto endpoint entity
  feature gateway handler http impl index init internal java kotlin lib main middleware mod model module package persistence
  pkg plugin repo repository rest resource route router routing schema server service src store view web`.split(
    /\s+/u,
  ),
);

/** The module of each file, by its path; `undefined` where nothing but layers is in it. */
export type ModuleOf = (file: string) => string | undefined;

/**
 * Finds modules as the folders below what all files that answer requests have in common: `orders` of
 * `com/acme/orders/OrderController.java`. Where these folders are layers, it is the file's name: `order` of
 * `controllers/order.controller.ts`.
 *
 * @param files - the files that answer requests
 */
export function modulesAmong(files: readonly string[]): ModuleOf {
  const root = commonFolder(files);
  const names = new Set(files.flatMap((file) => moduleIn(root, file) ?? []));
  const known = withoutCommonWords([...names]);
  return (file) => known.get(moduleIn(root, file) ?? '');
}

/** Names by what tells them apart: `visit` of `acme-clinic-visit` and `acme-clinic-vet`. */
function withoutCommonWords(names: readonly string[]): ReadonlyMap<string, string> {
  const all = names.map((name) => name.split('-'));
  const [first = [], ...others] = all;
  const same = first.findIndex((word, index) => others.some((words) => words[index] !== word));
  const shortest = Math.min(...all.map(({ length }) => length)) - 1;
  const start = others.length === 0 ? 0 : Math.min(same === -1 ? shortest : same, shortest);
  return new Map(names.map((name, index) => [name, (all[index] ?? []).slice(start).join('-')]));
}

function moduleIn(root: readonly string[], file: string): string | undefined {
  // `template.yaml` declares functions, and is about none of them.
  if (/\.(?:ya?ml|json|template)$/u.test(file)) return undefined;
  const folders = foldersOf(file);
  const isBelow = root.every((folder, index) => folders[index] === folder);
  const own = isBelow ? folders.slice(root.length) : folders;
  const name = posix.basename(file).replace(/\.\w+$/u, '');
  return [...own, name].map(telling).find((word) => word !== undefined);
}

/** What is left of a name without words of layers, one of several. */
function telling(name: string): string | undefined {
  const words = (kebabWords(name) ?? '').split('-').map(singular);
  const left = words.filter((word) => word !== '' && !LAYERS.has(word));
  return left.length === 0 ? undefined : left.join('-');
}

function foldersOf(file: string): readonly string[] {
  return file.split('/').slice(0, -1);
}

function commonFolder(files: readonly string[]): readonly string[] {
  const [first = [], ...others] = files.map(foldersOf);
  const end = first.findIndex((folder, depth) => others.some((other) => other[depth] !== folder));
  return end === -1 ? first : first.slice(0, end);
}
