import { PYTHON } from '../catalogue/python.ts';
import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { bounded } from '../text/bounded.ts';

const REQUIREMENTS = /^(?:[\w-]*requirements[\w-]*|constraints)\.(?:txt|in)$/iu;

/**
 * `requirements.txt` (pip), `pyproject.toml` (PEP 621, PEP 735, Poetry, uv), `Pipfile` (Pipenv) and the lists in `setup.py` and
 * `setup.cfg` (setuptools).
 */
export function createPythonPackagesReader(): Reader {
  return {
    accepts: (path, name) =>
      REQUIREMENTS.test(name) ||
      READERS.has(name) ||
      /(?:^|\/)requirements\/[\w-]+\.txt$/u.test(path),
    read: (file) => (READERS.get(file.name) ?? readRequirements)(file),
  };
}

const READERS: ReadonlyMap<string, (file: SourceFile) => Generator<Finding>> = new Map([
  ['pyproject.toml', readProject],
  ['Pipfile', readProject],
  ['setup.py', readSetup],
  ['setup.cfg', readSetupConfiguration],
]);

/** PEP 508: name, extras, versions, marker. */
const REQUIREMENT = bounded(
  /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:@\s*\S+|\(?([^;#"')]*))/u,
);

function* readRequirements(file: SourceFile): Generator<Finding> {
  const isForTests = /(?:test|dev|lint|docs)/u.test(file.name);
  let isFirst = true;
  for (const { 0: line, index } of file.text.matchAll(/^[ \t]*[A-Za-z0-9].*$/gmu)) {
    if (isFirst) yield at(file, index, 'language', 'python', '');
    isFirst = false;
    yield* requirement(file, index, line.trim(), isForTests);
  }
}

function* requirement(
  file: SourceFile,
  offset: number,
  text: string,
  isForTests: boolean,
): Generator<Finding> {
  const [, name, version = ''] = REQUIREMENT.exec(text) ?? [];
  if (name !== undefined) yield* library(file, offset, name, version.trim(), isForTests);
}

function* library(
  file: SourceFile,
  offset: number,
  name: string,
  version: string,
  isForTests: boolean,
): Generator<Finding> {
  for (const { kind, what } of PYTHON.traits(name)) {
    if (!isForTests || kind === 'test') yield at(file, offset, kind, what, version);
  }
}

interface Section {
  readonly name: string;
  readonly offset: number;
  readonly text: string;
}

const POETRY = /^tool\.poetry\.(?:dependencies|dev-dependencies|group\.\w+\.dependencies)$/u;
/** PEP 735, and uv's own `dev-dependencies` before it. */
const DEVELOPMENT = /^(?:dependency-groups|tool\.uv)$/u;
const PIPENV = /^(?:packages|dev-packages|requires)$/u;

function* readProject(file: SourceFile): Generator<Finding> {
  for (const section of sections(file.text)) {
    if (section.name === 'project') yield* project(file, section);
    else if (section.name === 'project.optional-dependencies') yield* extras(file, section);
    else if (DEVELOPMENT.test(section.name)) {
      yield* quoted(file, section.offset, section.text, true);
    } else if (POETRY.test(section.name) || PIPENV.test(section.name)) {
      yield* poetry(file, section);
    } else if (section.name === 'build-system') {
      const backend = /^build-backend\s*=\s*["']([\w-]+)/mu.exec(section.text);
      if (backend !== null)
        yield at(file, section.offset + backend.index, 'build-tool', backend[1] ?? '', '');
    }
  }
}

function* project(file: SourceFile, section: Section): Generator<Finding> {
  const python = /^requires-python\s*=\s*["']([^"']+)["']/mu.exec(section.text);
  if (python !== null) yield* version(file, section.offset + python.index, python[1] ?? '');
  const list = /^dependencies\s*=\s*\[/mu.exec(section.text);
  if (list === null) return;
  const start = list.index + list[0].length;
  const end = section.text.slice(start).search(END_OF_LIST);
  const text = section.text.slice(start, end < 0 ? undefined : start + end);
  yield* quoted(file, section.offset + start, text, false);
}

/** Extras by name; what the service does without its tools for developers may be among them. */
const FOR_DEVELOPERS = /test|dev|doc|lint|typing|mypy|format|bench|ci$/iu;

function* extras(file: SourceFile, { offset, text }: Section): Generator<Finding> {
  for (const { 1: name = '', 2: list = '', index, 0: whole } of text.matchAll(
    /^["']?([\w.-]+)["']?\s*=\s*\[([^\]]*)/gmu,
  )) {
    const start = offset + index + whole.length - list.length;
    yield* quoted(file, start, list, FOR_DEVELOPERS.test(name));
  }
}

/** The lists that `setup()` is given as they stand; what the file computes is not known. */
function* readSetup(file: SourceFile): Generator<Finding> {
  const python = /\bpython_requires\s*=\s*["']([^"']+)["']/u.exec(file.text);
  if (python !== null) yield* version(file, python.index, python[1] ?? '');
  for (const { 1: name = '', 2: list = '', index, 0: whole } of file.text.matchAll(
    /\b(install_requires|tests_require|setup_requires)\s*=\s*\[([^\]]*)/gu,
  )) {
    yield* quoted(file, index + whole.length - list.length, list, name !== 'install_requires');
  }
}

function* readSetupConfiguration(file: SourceFile): Generator<Finding> {
  for (const { name, offset, text } of sections(file.text)) {
    if (name !== 'options') continue;
    const python = /^python_requires\s*=\s*(\S+)/mu.exec(text);
    if (python !== null) yield* version(file, offset + python.index, python[1] ?? '');
    const list = /^install_requires\s*=([^\n]*(?:\n[ \t][^\n]*)*)/mu.exec(text);
    const lines = list?.[1] ?? '';
    const start = offset + (list?.index ?? 0) + (list?.[0].length ?? 0) - lines.length;
    for (const { 1: line = '', index, 0: whole } of lines.matchAll(/^[ \t]+([A-Za-z0-9].*)$/gmu)) {
      yield* requirement(file, start + index + whole.length - line.length, line.trim(), false);
    }
  }
}

function* version(file: SourceFile, offset: number, value: string): Generator<Finding> {
  yield at(file, offset, 'language', 'python', value);
  yield at(file, offset, 'runtime', 'python', value);
}

const QUOTED = bounded(/["'](?<!#.*)([A-Za-z0-9][^"'\n]*)["']/gu);
const END_OF_LIST = bounded(/^\s*\]|(?<=["',\s])\]\s*$/mu);

/** The quoted requirements of a list that begins at `offset`; for tests only what tests with. */
function* quoted(
  file: SourceFile,
  offset: number,
  list: string,
  isForTests: boolean,
): Generator<Finding> {
  for (const { 1: text = '', index } of list.matchAll(QUOTED)) {
    yield* requirement(file, offset + index, text, isForTests);
  }
}

function* poetry(file: SourceFile, section: Section): Generator<Finding> {
  const isForTests = !/^(?:tool\.poetry\.dependencies|packages)$/u.test(section.name);
  const entry =
    /^([\w.-]+)\s*=\s*(?:["']([^"']*)["']|\{[^}\n]*?(?:version\s*=\s*["']([^"']*)["'])?[^}\n]*\})/gmu;
  for (const { 1: name = '', 2: plain, 3: inTable, index } of section.text.matchAll(entry)) {
    const offset = section.offset + index;
    if (/^python(?:_version)?$/u.test(name)) yield* version(file, offset, plain ?? inTable ?? '');
    else yield* library(file, offset, name, plain ?? inTable ?? '', isForTests);
  }
}

/** Tables of a TOML file with the text up to the next one. */
function sections(text: string): Section[] {
  const headers = [...text.matchAll(/^[ \t]*\[([\w."-]+)\][ \t]*(?:#.*)?$/gmu)];
  return headers.map((header, index) => {
    const offset = header.index + header[0].length;
    return { name: header[1] ?? '', offset, text: text.slice(offset, headers[index + 1]?.index) };
  });
}
