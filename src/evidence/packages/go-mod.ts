import { GO } from '../catalogue/go.ts';
import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';

/** `go.mod` (Go modules reference): what is required directly. */
export function createGoModReader(): Reader {
  return { accepts: (_path, name) => name === 'go.mod', read };
}

function* read(file: SourceFile): Generator<Finding> {
  const text = file.text.replace(/\/\/(?! indirect).*$/gmu, (comment) =>
    ' '.repeat(comment.length),
  );
  const module = /^module\s+\S+/mu.exec(text);
  if (module !== null) yield at(file, module.index, 'build-tool', 'go', '');
  const version = /^go\s+(\d[\w.]*)/mu.exec(text);
  if (version !== null) {
    yield at(file, version.index, 'language', 'go', version[1] ?? '');
    yield at(file, version.index, 'runtime', 'go', version[1] ?? '');
  }
  const required = text.replace(
    /^(?:exclude|replace|retract)\s*(?:\([\s\S]*?^\)|.*$)/gmu,
    (block) => block.replace(/[^\n]/gu, ' '),
  );
  for (const match of required.matchAll(
    /^(?:require)?[ \t]+([\w.-]+\.[\w.-]+\/[^\s]+|[\w.-]+\.io\/[^\s]+)[ \t]+(v[^\s]+)(.*)$/gmu,
  )) {
    const [, path = '', release = '', rest = ''] = match;
    if (rest.includes('indirect')) continue;
    const offset = match.index + match[0].indexOf(path);
    for (const { kind, what } of GO.traits(path.replace(/\/v\d+$/u, '')))
      yield at(file, offset, kind, what, release);
  }
}
