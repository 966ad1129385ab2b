import { describe, expect, it } from 'vitest';
import { Malformed, type SourceFile } from '../../src/evidence/reader.ts';
import { createReaders } from '../../src/evidence/readers.ts';
import { bounded } from '../../src/evidence/text/bounded.ts';
import { lineFinder } from '../../src/evidence/text/lines.ts';

/** What no language may be slow over: signs without end, comments and strings that never close, what nests. */
const SIGNS = [
  ...['(', ')', '{', '}', '[', ']', '<', '>', '"', "'", '`', '"""', "'''", '\\', '/', '#', '@'],
  ...[' ', '\t', '\n', '\r\n', '\n\t', '\n ', '-', '$', '${', '{{', '&a ', '*a ', '<<: ', '%', '='],
  ...['a', 'a.', 'a,', 'a:', 'a=', 'a(', 'a ', '()', '(a', '{"a":', '["', '"a"', '[/', '/[', '//'],
  ...[
    '/*',
    '<!--',
    '<![CDATA[',
    '<a>',
    '<a ',
    '@A',
    '@A.',
    '@a(',
    '://',
    'http://',
    '://a:',
    '---\n',
  ],
  ...['- - ', '\n- a: ', '? ', 'http://a:b@', 'a://b:c', '--key ', 'a = {}\n', '- "'],
];

interface Kind {
  readonly file: string;
  /** What makes the reader look closely. */
  readonly head: string;
  /** Beginnings of what it looks for. */
  readonly pieces: readonly string[];
}

const KINDS: readonly Kind[] = [
  {
    file: 'a.ts',
    head: "import express from 'express';\nimport { Get } from '@nestjs/common';\n@Injectable()\nconst app = express();\n",
    pieces: [
      ...['app.get("/a", ', 'app.use(', 'b.get("/a", c)\n', 'app.register(a', '.listen(', 'exec '],
      ...[
        'import a',
        'import//',
        'const a = {}\n',
        'const a: b ',
        'export default ',
        'set(',
        '`${',
      ],
      ...[
        '@Controller(',
        '@Get(',
        '@Entity(',
        '@Injectable(',
        'var a ://',
        'let a = 1\n',
        'require(',
        '\n  private a: ',
        '\n  a = []',
      ],
    ],
  },
  { file: 'b.js', head: 'let a = 0;\n//', pieces: [' x', 'a = a;'] },
  {
    file: 'A.java',
    head: 'import org.springframework.web.bind.annotation.*;\nimport org.springframework.web.reactive.function.*;\nclass A {\n',
    pieces: [
      ...[
        '@GetMapping(',
        '@Get("a") ',
        'public ',
        'static a ',
        'private var ',
        'class A ',
        'class A{',
      ],
      ...['interface A extends ', 'JdbcTemplate', 'kafka', 'RedisTemplate<', 'GET("/a"', 'nest('],
    ],
  },
  {
    file: 'B.java',
    head: 'import jakarta.ws.rs.*;\n',
    pieces: ['@GET @Path("/a") x(); ', '@Path('],
  },
  { file: 'C.kt', head: 'import io.micronaut.http.*;\n', pieces: ['@Get("a") ', '@Controller '] },
  {
    file: 'a.py',
    head: 'from fastapi import FastAPI\nimport celery, django\nfrom flask import session\nclass S(BaseSettings):\n A: b\napp = FastAPI()\n',
    pieces: [
      ...['@app.get(', '@app.get("/a")\n', 'def a():\n', 'a = []\n', 'from a import ', 'copyfile'],
      ...[
        '@repeat_every(',
        '@a.task\n',
        'open(',
        'class A(',
        'app.run(',
        ' A',
        'A: ',
        'app.mount("a",',
      ],
    ],
  },
  {
    file: 'urls.py',
    head: 'import tornado\nfrom django.urls import path\nurlpatterns = [\n',
    pieces: [
      ...[
        'path("a", ',
        'path("a", b),\n',
        'a.register("a", ',
        'urlpatterns + ',
        '@a\n',
        '@action(',
      ],
      ...['class A:\n', 'class A(', ' def a():\n', '("/a", b), ', '@a.route(', 'a.add_resource('],
    ],
  },
  {
    file: 'a.go',
    head: 'package a\nimport (\n"net/http"\n"github.com/gorilla/mux"\n)\nfunc a(r *mux.Router) {\n',
    pieces: [
      ...[
        'func a(',
        'func (',
        'func(',
        'func a(r *mux.Router) {\n',
        'r.Methods("GET").',
        'a = append(a + ',
        '\ntype A struct {\n\ta map[',
        'r.With(',
      ],
      ...[
        'r.Route("/a", func(r ',
        'a.b',
        'r.Handle("/a", ',
        'go ',
        'var a map[\n',
        '\ta map[',
        'a(r)\n',
      ],
    ],
  },
  { file: 'build.gradle', head: '', pieces: ['implementation(', "id '", 'sourceCompatibility '] },
  { file: 'a.versions.toml', head: '', pieces: ['a = {', 'a = { module ', 'a = { group = "a", '] },
  { file: 'pom.xml', head: '<project>', pieces: ['<dependency>', '</a>', '<a/>', '${'] },
  {
    file: 'pyproject.toml',
    head: '[project]\ndependencies = [\n',
    pieces: ['"a",', '#"', '[a]\n'],
  },
  { file: 'setup.cfg', head: '[options]\ninstall_requires =', pieces: ['\n  a b', '\n a'] },
  { file: 'setup.py', head: 'setup(', pieces: ['install_requires=[', 'python_requires="'] },
  { file: 'c.py', head: 'import tornado\nx = {}\n', pieces: ['re_path("(["', '@a.task ', 'x[a] '] },
  { file: 'requirements.txt', head: '', pieces: ['a\n', 'a [', 'a @ ', 'a ('] },
  { file: 'go.mod', head: 'module a\n', pieces: ['require ', 'replace (', '\ta.b/c ', 'exclude '] },
  { file: 'package.json', head: '{"dependencies":', pieces: ['{"a":[', '"a":"b",'] },
  { file: 'composer.json', head: '{', pieces: ['"slim/'] },
  { file: 'Gemfile', head: '', pieces: ['gem ', "gem 'a'\n"] },
  { file: 'Cargo.toml', head: '', pieces: ['axum', 'a = "1"\n'] },
  {
    file: 'compose.yaml',
    head: 'services:\n x:\n  build: .\n  command: ',
    pieces: ['gunicorn -w '],
  },
  {
    file: 'k8s.yaml',
    head: 'apiVersion: apps/v1\nkind: ConfigMap\ndata:\n A_URL: ',
    pieces: ['kind: Pod\n---\n'],
  },
  { file: 'sam.yaml', head: 'Resources:\n A:\n  Type: AWS::Serverless::Function\n', pieces: [] },
  { file: 'serverless.yml', head: 'service: a\nfunctions:\n a:\n', pieces: ['  - http: a\n'] },
  { file: 'application.yml', head: 'spring:\n a: ', pieces: ['${A:'] },
  { file: 'application.properties', head: 'a.url=', pieces: ['a=b\\\n', '${A:-'] },
  { file: 'openapi.yaml', head: 'openapi: 3.0.0\ninfo: ', pieces: ['a: {get: '] },
  {
    file: 'Dockerfile',
    head: 'FROM node:20\n',
    pieces: ['CMD ', 'ENV A=', 'RUN a \\\n', 'FROM a\n'],
  },
  { file: '.env', head: 'A=', pieces: ['A=http://a:b@', 'A=\n'] },
  { file: 'schema.prisma', head: 'datasource a {\n', pieces: ['datasource a {', 'url = env('] },
];

function source(name: string, text: string): SourceFile {
  return { path: name, name, text, lineAt: lineFinder(text) };
}

/** Milliseconds of the processor that the readers of a file take. */
function cost(file: SourceFile): number {
  const before = process.cpuUsage();
  for (const reader of createReaders()) {
    if (!reader.accepts(file.path, file.name)) continue;
    try {
      for (const _ of reader.read(file));
      for (const _ of reader.finish?.() ?? []);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const SIZE = 16_000;

/** Four times the text may take eight times the work, and what a collection of garbage takes; squares take sixteen times. */
function growsTooFast({ file, head }: Kind, piece: string): boolean {
  const [small, large] = [SIZE, 4 * SIZE].map((size) =>
    source(file, head + piece.repeat(Math.ceil(size / piece.length))),
  ) as [SourceFile, SourceFile];
  return [1, 2, 3].every(() => cost(large) > 8 * cost(small) + 100);
}

describe('the time of reading grows with the size of the source', () => {
  it.each(KINDS)(
    '$file',
    (kind) => {
      const slow = [...SIGNS, ...kind.pieces].filter((piece) => growsTooFast(kind, piece));
      expect(slow).toEqual([]);
    },
    120_000,
  );
});

describe('a search with an end', () => {
  it('takes what people write', () => {
    for (const [pattern, text] of [
      [/\b(\w+)\s*=\s*new [A-Z]\w*/u, 'a_name   = new Thing'],
      [/a[*+]*b\*c\+/u, 'a*+*b*c+'],
      [/(?:\w+\.)*x*?\p{Lu}+$/u, 'a.b.c.xxABC'],
      [/[^\]\\*]+\]{2,3}(?<=a[\s\S]*)/u, 'ab]]'],
    ] as const) {
      expect(bounded(pattern).exec(text)).toEqual(pattern.exec(text));
    }
  });

  it('gives up where the expression alone would search on', () => {
    expect(/a[^)]*\)/u.test(`a${'b'.repeat(1000)})`)).toBe(true);
    expect(bounded(/a[^)]*\)/u).test(`a${'b'.repeat(1000)})`)).toBe(false);
    expect(bounded(/a\s*b/u).test(`a${' '.repeat(100)}b`)).toBe(false);
  });

  it('is made once of an expression', () => {
    const pattern = /a*/u;
    expect(bounded(pattern)).toBe(bounded(pattern));
  });
});
