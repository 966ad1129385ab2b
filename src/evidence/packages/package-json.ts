import { NPM } from '../catalogue/npm.ts';
import type { Finding, FindingKind } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { type Located, type LocatedEntry, parseLocated } from '../text/located-yaml.ts';
import { safeCommand } from '../text/settings.ts';

/** `package.json`: dependencies, scripts, engines. */
export function createPackageJsonReader(): Reader {
  return { accepts: (_path, name) => name === 'package.json', read };
}

function* read(file: SourceFile): Generator<Finding> {
  const [manifest] = parseLocated(file.text.replaceAll('\t', ' '));
  if (manifest === undefined) return;
  const entries = (group: string) => [...(manifest.at(group)?.map.values() ?? [])];
  const libraries = ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap(entries);
  const tools = entries('devDependencies');
  yield* language(file, manifest, [...libraries, ...tools]);
  yield* scripts(file, manifest);
  const node = manifest.entry('engines', 'node');
  if (node !== undefined) yield at(file, node.offset, 'runtime', 'node', node.value.scalar ?? '');
  for (const { key, offset, value } of libraries) {
    for (const { kind, what } of NPM.traits(key))
      yield at(file, offset, kind, what, value.scalar ?? '');
  }
  for (const { key, offset, value } of tools) {
    for (const { kind, what } of NPM.traits(key))
      yield at(
        file,
        offset,
        kind,
        what,
        value.scalar ?? '',
        OF_TOOLS.has(kind) ? 'certain' : 'hint',
      );
  }
}

/** What `devDependencies` say for sure. Else they are what tests use, or what a bundler puts into the service. */
const OF_TOOLS: ReadonlySet<FindingKind> = new Set([
  'build-tool',
  'front-end',
  'migration',
  'test',
]);

function* language(
  file: SourceFile,
  manifest: Located,
  libraries: readonly LocatedEntry[],
): Generator<Finding> {
  const first = [...manifest.map.values()][0]?.offset ?? 0;
  const compiler = libraries.find(({ key }) => key === 'typescript');
  yield compiler === undefined
    ? at(file, first, 'language', 'javascript', '', 'likely')
    : at(file, compiler.offset, 'language', 'typescript', compiler.value.scalar ?? '');
  const manager = manifest.entry('packageManager');
  const [name = 'npm', version = ''] = manager?.value.scalar?.split('@') ?? [];
  yield at(file, manager?.offset ?? first, 'build-tool', name, version.replace(/\+.*$/u, ''));
}

function* scripts(file: SourceFile, manifest: Located): Generator<Finding> {
  const start = manifest.entry('scripts', 'start:prod') ?? manifest.entry('scripts', 'start');
  if (start?.value.scalar) {
    yield at(file, start.offset, 'entrypoint', 'npm-start', safeCommand(start.value.scalar));
  }
  const test = manifest.entry('scripts', 'test');
  if (/\bnode\b.*--test\b/u.test(test?.value.scalar ?? '')) {
    yield at(file, test?.offset ?? 0, 'test', 'node-test', safeCommand(test?.value.scalar ?? ''));
  }
}
