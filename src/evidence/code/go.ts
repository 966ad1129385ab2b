import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { bounded } from '../text/bounded.ts';
import { type Lexed, lex, SYNTAX } from '../text/lexer.ts';
import { GO_PATTERNS } from './go-patterns.ts';
import { GoRoutes } from './go-routes.ts';
import { declared, environmentReads, hostsInStrings, isAside, scan } from './scan.ts';

/** Go sources. */
export function createGoReader(): Reader {
  const routes = new GoRoutes();
  return {
    accepts: (path, name) =>
      name.endsWith('.go') && !/_test\.go$|\.pb\.go$|_gen\.go$/u.test(name) && !isAside(path),
    *read(file: SourceFile): Generator<Finding> {
      if (/^\/\/ Code generated .* DO NOT EDIT\.$/mu.test(file.text.slice(0, 2000))) return;
      const lexed = lex(file.text, SYNTAX.go);
      yield* environmentReads(file, lexed, /\bos\.(?:Getenv|LookupEnv)\(\s*"(\w+)"/gu);
      yield* scan(file, lexed, GO_PATTERNS);
      yield* hostsInStrings(file, lexed);
      yield* packageState(file, lexed);
      yield* guardedState(file, lexed);
      routes.add(file, lexed);
    },
    finish: () => routes.findings(),
  };
}

const STATE =
  /^(?:var\s+|\t)(?<name>\w+)\s*(?:=\s*(?:make\()?|\s)(map\[|\[\][\w.*]+|sync\.Map|sync\.(?:RW)?Mutex|atomic\.\w+|int(?:64)?\b)/gmu;

/** Variables of a package that its functions change; a mutex says the same louder. */
function* packageState(file: SourceFile, { code }: Lexed): Generator<Finding> {
  for (const { 0: whole, 1: name = '', 2: type = '', index } of declared(code, STATE)) {
    if (whole.startsWith('\t') && !isInVarBlock(code, index)) continue;
    if (/Mutex/u.test(type)) yield at(file, index, 'thread', 'mutex', name, 'likely');
    else if (bounded(changes(name, type)).test(code)) {
      const what =
        type.startsWith('map') || type === 'sync.Map'
          ? 'map'
          : type.startsWith('[')
            ? 'list'
            : 'counter';
      yield at(file, index, 'in-memory-state', what, name, 'likely');
    }
  }
}

const STRUCT = /^type\s+\w+\s+struct\s*\{([^{}]*)\}/gmu;

/** Maps and lists beside a lock in one struct: what is guarded outlives a request. */
function* guardedState(file: SourceFile, { code }: Lexed): Generator<Finding> {
  for (const { 0: whole, 1: body = '', index } of code.matchAll(STRUCT)) {
    if (!/\bsync\.(?:RW)?Mutex\b/u.test(body)) continue;
    const start = index + whole.length - body.length - 1;
    for (const field of body.matchAll(/^[ \t]{1,40}(\w{1,100})[ \t]{1,40}(map\[|\[\])/gmu)) {
      const what = field[2] === '[]' ? 'list' : 'map';
      yield at(file, start + field.index, 'in-memory-state', what, field[1] ?? '', 'likely');
    }
  }
}

function isInVarBlock(code: string, offset: number): boolean {
  const block = code.lastIndexOf('\nvar (', offset);
  return block >= 0 && !code.slice(block, offset).includes('\n)');
}

function changes(name: string, type: string): RegExp {
  if (type === 'sync.Map')
    return new RegExp(`(?<![.\\w])${name}\\.(?:Store|LoadOrStore|Delete)\\(`, 'u');
  if (type.startsWith('map'))
    return new RegExp(
      `(?<![.\\w])${name}\\[[^\\]\\n]+\\]\\s*(?:[-+]?=(?!=)|\\+\\+)|delete\\(${name},`,
      'u',
    );
  if (type.startsWith('['))
    return new RegExp(`(?<![.\\w])${name}\\s*=\\s*append\\(${name}\\b`, 'u');
  return new RegExp(
    `^\\t+${name}(?:\\+\\+|--|\\s*[-+]=|\\.(?:Add|Store)\\()|atomic\\.Add\\w+\\(&${name}\\b`,
    'mu',
  );
}
