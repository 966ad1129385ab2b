import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { type Lexed, lex, SYNTAX } from '../text/lexer.ts';
import { PYTHON_PATTERNS } from './python-patterns.ts';
import { PythonRoutes } from './python-routes.ts';
import { environmentReads, hostsInStrings, isAside, matches, scan } from './scan.ts';

const ENVIRONMENT =
  /\bos\.(?:environ\[\s*|environ\.get\(\s*|getenv\(\s*|environ\.setdefault\(\s*)["'](\w+)["']/gu;

/** Classes of pydantic-settings: each field is a setting of its own name (Pydantic Settings, "Environment variable names"). */
const SETTINGS_CLASS = /\bclass\s+\w+\([^)]*\bBaseSettings\b/u;
const FIELD = /(?<=^[ \t]+)([A-Z][A-Z0-9_]+)(?=\s*:\s*[A-Za-z])/gmu;

/** Python sources. */
export function createPythonReader(): Reader {
  const routes = new PythonRoutes();
  return {
    accepts: (path, name) =>
      name.endsWith('.py') &&
      !/^(?:test_.*|.*_test|conftest|setup)\.py$/u.test(name) &&
      !isAside(path),
    *read(file: SourceFile): Generator<Finding> {
      const lexed = lex(file.text, SYNTAX.python);
      yield* environmentReads(file, lexed, ENVIRONMENT);
      if (SETTINGS_CLASS.test(lexed.code)) yield* environmentReads(file, lexed, FIELD);
      yield* scan(file, lexed, PYTHON_PATTERNS);
      yield* hostsInStrings(file, lexed);
      yield* moduleState(file, lexed);
      yield* celeryTasks(file, lexed);
      routes.add(file, lexed);
    },
    finish: () => routes.findings(),
  };
}

/** `@app.task`, `@celery.task(name=…)`, `@shared_task`: the name given, else that of the function. */
function* celeryTasks(file: SourceFile, lexed: Lexed): Generator<Finding> {
  if (!/\bcelery\b/u.test(lexed.code)) return;
  const task =
    /@(?:\w+\.task|shared_task)\b(?:\([^)]*\))?\s*(?:@[^\n]*\s*)*(?:async\s+)?def\s+(\w+)/gu;
  for (const { 1: name = '', index } of matches(lexed, task)) {
    yield at(file, index, 'queue-worker', 'celery', name);
  }
}

const STATE =
  /^(\w+)(?:\s*:\s*[^=\n]+)?\s*=\s*(\{\s*\}|\[\s*\]|set\(\)|dict\(\)|(?:defaultdict|OrderedDict|deque|Counter|TTLCache|LRUCache)\()/gmu;

/** Variables of a module that its functions change. */
function* moduleState(file: SourceFile, { code }: Lexed): Generator<Finding> {
  for (const { 1: name = '', 2: value = '', index } of code.matchAll(STATE)) {
    const changed = new RegExp(
      `^[ \\t]+[^\\n]*(?<![.\\w])${name}(?:\\[[^\\]\\n]+\\]\\s*(?:[-+*|]?=)(?!=)|\\.(?:append|add|update|pop|clear|setdefault|extend|remove|insert|appendleft)\\()|^[ \\t]+del ${name}\\[`,
      'mu',
    );
    if (!changed.test(code)) continue;
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
