import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Language } from '../../service/model.ts';
import { badInput, type Failure } from '../../terminal/failure.ts';
import type { ProjectFile } from '../file.ts';
import { packageRoot } from '../package-root.ts';
import type { Part } from '../render.ts';
import { GENERATED } from '../view.ts';

/** The small library behind both doors. */
export const runtimePart: Part = ({ language }) =>
  copies('runtime', language).map(({ name, text }) =>
    copied(`src/generated/runtime/${name}`, text, language, 'routes, codecs and errors'),
  );

/** The build script and the host that the component is tested on; interfaces beyond WASI (`hosts/`) are its needs'. */
export const nodePart: Part = ({ language }) =>
  copies('node', language)
    .filter(({ name }) => !name.startsWith('hosts/'))
    .map(({ name, text }) =>
      name.startsWith('component-host') || HOST_MODULES.includes(name)
        ? copied(`test/${name}`, text, language, 'serves the component in its test')
        : copied(`scripts/${name}`, text, language, 'builds the component'),
    );

/** Modules of `templates/node` that belong to the test's host; the others belong to the build. */
const HOST_MODULES: readonly string[] = ['component-worker.mjs', 'hollow.mjs', 'incoming-http.mjs'];

interface Copy {
  readonly name: string;
  readonly text: string;
}

/**
 * The files of `templates/runtime` or `templates/node` in the project's language. JavaScript is what `npm run build`
 * made of the TypeScript.
 */
function copies(folder: 'runtime' | 'node', language: Language): readonly Copy[] {
  const source = join(packageRoot(), 'templates', folder);
  const modules = language === 'ts' ? source : join(packageRoot(), 'dist', 'javascript', folder);
  if (!existsSync(modules)) throw notBuilt(modules);
  return [...read(source, '.mjs'), ...read(modules, `.${language}`)];
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

function copied(path: string, text: string, language: Language, why: string): ProjectFile {
  // Stripped of their types, our modules tell a checker less than it wants to know.
  const unchecked = language === 'js' && !text.startsWith('// @ts-') ? '// @ts-nocheck\n' : '';
  return { path, content: `${GENERATED}\n${unchecked}${text}`, owner: 'generated', why };
}
