// @ts-check
/**
 * Builds the component: src/component → dist/NAME.js (one module) → dist/NAME.wasm, and looks at what it asks of its
 * host.
 *
 *   node scripts/build.mjs              builds
 *   node scripts/build.mjs --if-stale   builds when a source is newer than the component
 *   node scripts/build.mjs --release    builds, and lets Binaryen optimise the component: a minute or two
 */
import { existsSync, realpathSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { isBuiltin, SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { rolldown } from 'rolldown';
import { audit } from './audit.mjs';
import { diagnose } from './diagnoses.mjs';
import { interfacesOf } from './interfaces.mjs';
import { moduleLevelUse, withoutGlobals } from './module-level.mjs';
import { optimiseComponent } from './optimise.mjs';
import { BuildProblem } from './problem.mjs';
import { componentize } from './snapshot/componentize.mjs';

export { audit, BuildProblem };

/** The world in wit/ that the component is built for. */
export const WORLD = 'service';
/** `namespace:package/interface@version`: an import that the component's host answers, not the bundler. */
const HOST_IMPORT = /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*(@\S+)?$/;

/**
 * @typedef {object} Project
 * @property {string} directory absolute
 * @property {string} name of the files in dist/
 * @property {string} entry the module that the bundle starts from
 * @property {string} wit folder of the world
 * @property {string} bundle
 * @property {string} component
 */
/**
 * An import statement, as `file:line:column` of the project.
 * @typedef {{ specifier: string, where: string }} Import
 */

/**
 * @param {string} directory absolute
 * @returns {Promise<Project>}
 */
export async function readProject(directory) {
  const { name } = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  const short = String(name).replace(/^@[^/]*\//, '');
  const entry = ['component.ts', 'component.js']
    .map((file) => join(directory, 'src', file))
    .find(existsSync);
  if (entry === undefined)
    throw new BuildProblem('There is no src/component.ts or src/component.js.');
  return {
    directory,
    name: short,
    entry,
    wit: join(directory, 'wit'),
    bundle: join(directory, 'dist', `${short}.js`),
    component: join(directory, 'dist', `${short}.wasm`),
  };
}

/**
 * Writes the project's code and dependencies as one module: in a component nothing is left to import but its host.
 *
 * @param {Project} project
 * @returns {Promise<Import[]>} the imports that the host is to answer
 * @throws {BuildProblem} when a module doesn't parse or an import can't be resolved
 */
export async function bundle(project) {
  /** @type {Import[]} */
  const unresolved = [];
  try {
    const build = await rolldown({
      input: project.entry,
      cwd: project.directory,
      platform: 'neutral',
      resolve: { mainFields: ['module', 'main'] },
      onLog(level, log, report) {
        if (log.code === 'UNRESOLVED_IMPORT')
          unresolved.push({ specifier: log.exporter ?? '', where: placeOf(project, log) });
        else report(level, log);
      },
    });
    await build.write({
      file: project.bundle,
      format: 'esm',
      sourcemap: true,
      codeSplitting: false,
      // By itself rolldown 1.2.19 leaves out what follows a throw, exports too: the engine then tells of those.
      minify: false,
    });
    await build.close();
  } catch (error) {
    throw bundlingProblem(project, error);
  }
  const missing = unresolved.find(({ specifier }) => !HOST_IMPORT.test(specifier));
  if (missing !== undefined) throw unresolvable(missing.specifier, missing.where);
  return unresolved;
}

/**
 * @typedef {{ code?: string, message: string, exporter?: string, id?: string,
 *   loc?: { line: number, column: number, file?: string } }} BundlerLog
 */

/** @param {Project} project @param {BundlerLog} log */
function placeOf(project, { id, loc }) {
  const shown = shownPath(project, loc?.file ?? id ?? project.entry);
  return loc === undefined ? shown : `${shown}:${loc.line}:${loc.column + 1}`;
}

/** @param {Project} project @param {string} file */
function shownPath(project, file) {
  return relative(project.directory, file).split(sep).join('/');
}

/** @param {Project} project @param {any} error rolldown's: it holds one log for each problem */
function bundlingProblem(project, error) {
  /** @type {BundlerLog | undefined} */
  const log = error.errors?.[0];
  if (log === undefined) return error;
  if (log.code === 'UNRESOLVED_IMPORT')
    return unresolvable(log.exporter ?? '', placeOf(project, log));
  const plain = stripVTControlCharacters(log.message);
  const [line = ''] = plain.replace(/^\[\w+\] /, '').split('\n');
  return new BuildProblem(line, { where: placeOf(project, log), cause: error });
}

/** @param {string} specifier @param {string} where */
function unresolvable(specifier, where) {
  if (isBuiltin(specifier)) {
    return new BuildProblem(`"${specifier}" is a Node builtin; a component has none.`, {
      where,
      hint: 'Use a Web API instead (fetch, URL, crypto, TextEncoder, streams), or a package that needs no Node.',
    });
  }
  const local = specifier.startsWith('.') || specifier.startsWith('/');
  return new BuildProblem(`"${specifier}" is not found.`, {
    where,
    hint: local
      ? 'Write the path with its extension.'
      : `Install the package: npm install ${specifier}`,
  });
}

/**
 * Turns the bundle into a component for the world `service` of wit/. Runs the bundle's module level once, on the way.
 * A blank in the bundle's path as seen from the working directory breaks componentize-js 0.23.0: run it in the project.
 *
 * @param {Project} project
 * @param {Options} [options]
 * @returns {Promise<{ fallback?: string }>} why it took longer than it could have
 * @throws {BuildProblem} saying what the engine or the WIT objected to
 */
export async function componentizeBundle(project, options = {}) {
  if (/\s/.test(tmpdir())) {
    throw new BuildProblem(`componentize-js cannot work in "${tmpdir()}": the path has a blank.`, {
      hint: 'Set TMPDIR (TEMP on Windows) to a folder without blanks.',
    });
  }
  try {
    const { component, ...made } = await componentize(sourceOf(project, project.bundle), options);
    await writeFile(project.component, component);
    return made;
  } catch (error) {
    throw await componentizingProblem(project, options, error);
  }
}

/** @param {Project} project @param {string} bundle */
function sourceOf({ wit }, bundle) {
  // Relative, because componentize-js puts the path into a list separated by blanks.
  return { sourcePath: relative(process.cwd(), bundle), witPath: wit, worldName: WORLD };
}

/** @typedef {import('./snapshot/componentize.mjs').Options} Options */

/** @param {Project} project @param {Options} options @param {unknown} error */
async function componentizingProblem(project, options, error) {
  const { problem, hint, uses, place } = diagnose(messageOf(error));
  const found = place ?? (uses && (await placeOfUse(project, options, uses)));
  const where = found && (await sourcePlace(project, found));
  return new BuildProblem(problem, { where, hint, cause: error });
}

/** @param {Project} project @param {Options} options @param {readonly string[]} uses globals that end the engine */
async function placeOfUse(project, options, uses) {
  const code = await readFile(project.bundle, 'utf8');
  const found = moduleLevelUse(code, uses);
  if (found !== undefined) return found;
  const bundle = project.bundle.replace(/\.js$/, '.found.js');
  try {
    await writeFile(bundle, withoutGlobals(code, uses));
    await componentize(sourceOf(project, bundle), options);
    return undefined;
  } catch (error) {
    return diagnose(messageOf(error)).place;
  } finally {
    await rm(bundle, { force: true });
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {Project} project @param {{ line: number, column: number }} place in the bundle */
async function sourcePlace(project, { line, column }) {
  const map = new SourceMap(JSON.parse(await readFile(`${project.bundle}.map`, 'utf8')));
  const entry = map.findEntry(line - 1, column - 1);
  if (!('originalSource' in entry)) return undefined;
  const file = join(dirname(project.bundle), entry.originalSource);
  return `${shownPath(project, file)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

/** @param {Project} project */
async function isFresh({ directory, component }) {
  if (!existsSync(component)) return false;
  const built = (await stat(component)).mtimeMs;
  const folders = await Promise.all(
    ['src', 'wit'].map((folder) =>
      readdir(join(directory, folder), { recursive: true, withFileTypes: true }),
    ),
  );
  const files = folders.flat().map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const settings = ['package.json', 'spin.toml'].map((file) => join(directory, file));
  const times = [...settings.filter(existsSync), ...files].map(
    async (file) => (await stat(file)).mtimeMs,
  );
  return Math.max(...(await Promise.all(times))) <= built;
}

/** @param {Project} project @param {{ release?: boolean }} [options] */
async function build(project, { release = false } = {}) {
  const say = (/** @type {string} */ text) => process.stdout.write(`${text}\n`);
  const hostImports = await bundle(project);
  say(`bundle        ${shownPath(project, project.bundle)}`);
  const { fallback } = await componentizeBundle(project);
  const component = await readFile(project.component);
  say(`componentize  ${shownPath(project, project.component)}, ${megabytes(component.length)}`);
  if (fallback !== undefined)
    say(`              by componentize-js alone, which takes longer: ${fallback}`);
  say(`audit         ${await audit(interfacesOf(component), project, hostImports)}`);
  if (!release) return;
  const { before, after } = await optimiseComponent(project.component);
  say(`optimise      ${megabytes(before)} → ${megabytes(after)}`);
}

const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function main() {
  const project = await readProject(fileURLToPath(new URL('..', import.meta.url)));
  process.chdir(project.directory);
  if (process.argv.includes('--if-stale') && (await isFresh(project))) return;
  await build(project, { release: process.argv.includes('--release') });
}

const script = process.argv[1];
if (script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    const { message, where, hint } = error;
    const lines = [where === undefined ? message : `${where}: ${message}`, hint && `  ${hint}`];
    process.stderr.write(
      error instanceof BuildProblem ? `${lines.filter(Boolean).join('\n')}\n` : `${error.stack}\n`,
    );
    process.exitCode = 1;
  });
}
