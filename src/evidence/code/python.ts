import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { bounded } from '../text/bounded.ts';
import { type Lexed, lex, SYNTAX } from '../text/lexer.ts';
import { isIndented } from '../text/lines.ts';
import { DjangoRoutes } from './django-routes.ts';
import { PythonClassRoutes } from './python-class-routes.ts';
import { PythonClasses } from './python-classes.ts';
import { PYTHON_PATTERNS } from './python-patterns.ts';
import { PythonRoutes } from './python-routes.ts';
import { declared, environmentReads, hostsInStrings, isAside, matches, scan } from './scan.ts';

const ENVIRONMENT =
  /\bos\.(?:environ\[\s*|environ\.get\(\s*|getenv\(\s*|environ\.setdefault\(\s*)["'](\w+)["']/gu;

/** Classes of pydantic-settings: each field is a setting of its own name (Pydantic Settings, "Environment variable names"). */
const SETTINGS_CLASS = /\bclass\s+\w+\([^)]*\bBaseSettings\b/u;
const FIELD = /\b([A-Z][A-Z0-9_]+)(?<=^[ \t]+\w+)(?=\s*:\s*[A-Za-z])/gmu;

/** Python sources. */
export function createPythonReader(): Reader {
  const classes = new PythonClasses();
  const routes = [
    new PythonRoutes(),
    new PythonClassRoutes(classes),
    new DjangoRoutes(classes),
  ] as const;
  return {
    accepts: (path, name) =>
      name.endsWith('.py') &&
      !/^(?:test_.*|.*_test|conftest|setup)\.py$/u.test(name) &&
      !isAside(path),
    *read(file: SourceFile): Generator<Finding> {
      const lexed = lex(file.text, SYNTAX.python);
      yield* environmentReads(file, lexed, ENVIRONMENT);
      if (bounded(SETTINGS_CLASS).test(lexed.code)) yield* environmentReads(file, lexed, FIELD);
      yield* scan(file, lexed, PYTHON_PATTERNS);
      yield* hostsInStrings(file, lexed);
      yield* moduleState(file, lexed);
      yield* celeryTasks(file, lexed);
      classes.add(lexed);
      for (const reading of routes) reading.add(file, lexed);
    },
    finish: () => routes.flatMap((reading) => [...reading.findings()]),
  };
}

/** `@app.task`, `@celery.task(name=…)`, `@shared_task`: the name given, else that of the function. */
function* celeryTasks(file: SourceFile, lexed: Lexed): Generator<Finding> {
  if (!/\bcelery\b/u.test(lexed.code)) return;
  const task =
    /@(?:\w+\.task|shared_task)\b(?:\([^)]{0,1000}\))?\s*(?:@[^\n]*\n\s*){0,20}(?:async\s+)?def\s+(\w+)/gu;
  for (const { 1: name = '', index } of matches(lexed, task)) {
    yield at(file, index, 'queue-worker', 'celery', name);
  }
}

const STATE =
  /^(?<name>\w+)(?:\s*:\s*[^=\n]+)?\s*=\s*(\{\s*\}|\[\s*\]|set\(\)|dict\(\)|(?:defaultdict|OrderedDict|deque|Counter|TTLCache|LRUCache)\()/gmu;

/** Variables of a module that its functions change. */
function* moduleState(file: SourceFile, { code }: Lexed): Generator<Finding> {
  for (const { 1: name = '', 2: value = '', index } of declared(code, STATE)) {
    const changes = new RegExp(
      `(?<![.\\w])(?:${name}(?:\\[[^\\]\\n]+\\]\\s*(?:[-+*|]?=)(?!=)|\\.(?:append|add|update|pop|clear|setdefault|extend|remove|insert|appendleft)\\()|del ${name}\\[)`,
      'gu',
    );
    if (![...code.matchAll(bounded(changes))].some(({ index }) => isIndented(code, index)))
      continue;
    const what = /Cache/u.test(value)
      ? 'cache'
      : /^(?:\[|deque)/u.test(value)
        ? 'list'
        : value.startsWith('set')
          ? 'set'
          : 'map';
    yield at(file, index, 'in-memory-state', what, name, 'likely');
  }
}
