import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Language } from '../../service/model.ts';
import { badInput, type Failure } from '../../terminal/failure.ts';
import type { ProjectFile } from '../file.ts';
import { packageRoot } from '../package-root.ts';
import { GENERATED } from '../view.ts';

/** A file of `templates/`, as the project gets it. */
export interface Copy {
  /** Below its folder, POSIX separators. */
  readonly name: string;
  readonly text: string;
}

/**
 * The files of a folder of `templates/` in the project's language. JavaScript is what `npm run build` made of the
 * TypeScript.
 *
 * @throws Failure (code 2) when it has not been made
 */
export function copies(folder: 'runtime' | 'node' | 'host', language: Language): readonly Copy[] {
  const source = join(packageRoot(), 'templates', folder);
  const modules = language === 'ts' ? source : join(packageRoot(), 'dist', 'javascript', folder);
  if (!existsSync(modules)) throw notBuilt(modules);
  return [...read(source, '.mjs'), ...read(modules, `.${language}`)];
}

/**
 * Modules by their names without extension, and every module beside them that their text names as `'./name.mjs'`: imports,
 * and threads that they start. A name that isn't among the copies is somebody else's file.
 */
export function withImports(names: readonly string[], all: readonly Copy[]): readonly Copy[] {
  const byName = new Map(all.map((copy) => [stem(copy.name), copy]));
  const found = new Set<Copy>();
  const follow = (name: string): void => {
    const copy = byName.get(name);
    if (copy === undefined || found.has(copy)) return;
    found.add(copy);
    for (const [, next = ''] of copy.text.matchAll(/'\.\/([\w-]+\.(?:mjs|[jt]s))'/gu)) {
      follow(stem(next));
    }
  };
  for (const name of names) follow(name);
  return [...found];
}

const stem = (name: string) => name.replace(/\.(?:mjs|[jt]s)$/u, '');

/** A copy under its path in the project, with the header of generated files. */
export function copied(path: string, text: string, language: Language, why: string): ProjectFile {
  // Stripped of their types, our modules tell a checker less than it wants to know.
  const unchecked = language === 'js' && !text.startsWith('// @ts-') ? '// @ts-nocheck\n' : '';
  return { path, content: `${GENERATED}\n${unchecked}${text}`, owner: 'generated', why };
}

function read(folder: string, extension: string): readonly Copy[] {
  const names = readdirSync(folder, { encoding: 'utf8', recursive: true });
  return names
    .filter((name) => name.endsWith(extension))
    .map((name) => ({
      name: name.replaceAll(sep, '/'),
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

function notBuilt(where: string): Failure {
  return badInput(
    'JavaScript projects need the JavaScript form of the runtime, which is not built.',
    {
      where,
      hint: 'Run `npm run build` in the generator.',
    },
  );
}
