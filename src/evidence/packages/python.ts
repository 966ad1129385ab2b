import { PYTHON } from '../catalogue/python.ts';
import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';

const REQUIREMENTS = /^(?:[\w-]*requirements[\w-]*|constraints)\.(?:txt|in)$/iu;

/** `requirements.txt` (pip) and `pyproject.toml` (PEP 621, PEP 735, Poetry). */
export function createPythonPackagesReader(): Reader {
  return {
    accepts: (path, name) =>
      REQUIREMENTS.test(name) ||
      name === 'pyproject.toml' ||
      /(?:^|\/)requirements\/[\w-]+\.txt$/u.test(path),
    read: (file) => (file.name === 'pyproject.toml' ? readProject(file) : readRequirements(file)),
  };
}

/** PEP 508: name, extras, versions, marker. */
const REQUIREMENT = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:@\s*\S+|\(?([^;#"')]*))/u;

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

function* readProject(file: SourceFile): Generator<Finding> {
  for (const section of sections(file.text)) {
    if (section.name === 'project') yield* project(file, section);
    else if (/^project\.optional-dependencies$|^dependency-groups$/u.test(section.name)) {
      yield* quoted(file, section, section.text, 0);
    } else if (
      /^tool\.poetry\.(?:dependencies|dev-dependencies|group\.\w+\.dependencies)$/u.test(
        section.name,
      )
    ) {
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
  const end = section.text.slice(start).search(/^\s*\]|(?<=["',\s])\]\s*$/mu);
  yield* quoted(file, section, section.text.slice(start, end < 0 ? undefined : start + end), start);
}

function* version(file: SourceFile, offset: number, value: string): Generator<Finding> {
  yield at(file, offset, 'language', 'python', value);
  yield at(file, offset, 'runtime', 'python', value);
}

function* quoted(
  file: SourceFile,
  section: Section,
  text: string,
  from: number,
): Generator<Finding> {
  for (const { 1: requirementText = '', index } of text.matchAll(
    /(?<!#.*)["']([A-Za-z0-9][^"'\n]*)["']/gu,
  )) {
    yield* requirement(
      file,
      section.offset + from + index,
      requirementText,
      section.name !== 'project',
    );
  }
}

function* poetry(file: SourceFile, section: Section): Generator<Finding> {
  const isForTests = section.name !== 'tool.poetry.dependencies';
  const entry =
    /^([\w.-]+)\s*=\s*(?:["']([^"']*)["']|\{[^}\n]*?(?:version\s*=\s*["']([^"']*)["'])?[^}\n]*\})/gmu;
  for (const { 1: name = '', 2: plain, 3: inTable, index } of section.text.matchAll(entry)) {
    const offset = section.offset + index;
    if (name === 'python') yield* version(file, offset, plain ?? inTable ?? '');
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
