import { beforeEach, expect, it } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** All findings of the kinds that are in here, as `file:line kind what value (hint)`. */
  readonly found: readonly string[];
  /** Kinds that must not be found, besides. */
  readonly absent?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'Manifests of Python: setup.py, setup.cfg, Pipfile and extras, tools for developers aside',
    files: {
      'setup.py':
        'setup(\n    python_requires=">=3.10",\n    install_requires=[\n        "flask>=3",\n        # "celery",\n    ],\n    tests_require=["numpy"],\n)\n',
      'b/setup.cfg':
        '[options]\ninstall_requires =\n    tornado>=6\n    redis\n[flake8]\nmax = 1\n',
      'c/Pipfile':
        '[packages]\ndjango = "*"\n[dev-packages]\npandas = "*"\n[requires]\npython_version = "3.12"\n',
      'd/pyproject.toml':
        '[project.optional-dependencies]\nserver = ["gunicorn"]\ntests = ["torch"]\n',
    },
    found: [
      'b/setup.cfg:3 framework tornado >=6',
      'b/setup.cfg:4 cache redis ',
      'c/Pipfile:2 framework django *',
      'c/Pipfile:6 runtime python 3.12',
      'd/pyproject.toml:2 framework gunicorn ',
      'setup.py:2 runtime python >=3.10',
      'setup.py:4 framework flask >=3',
    ],
    absent: ['native-module', 'queue-worker', 'cpu-heavy'],
  },
  {
    name: 'Threads that classes are, timers of Tornado, shelves, pages and streams',
    files: {
      'events.py':
        'import threading, shelve\nfrom tornado.ioloop import PeriodicCallback\nclass Events(threading.Thread):\n    def save(self):\n        shelve.open("x")\n        self.render("events.html")\n        PeriodicCallback(self.save, 10)\nclass Threaded(Other): ...\n',
      'stream.py':
        'def one():\n    return Response(generate(), headers=h)\n    return Response("text")\n',
      'paint.py': 'self.render("no page here")\n',
    },
    found: [
      'events.py:3 thread thread Events',
      'events.py:5 file-write python shelve.open',
      'events.py:6 server-rendering tornado events.html',
      'events.py:7 schedule tornado PeriodicCallback',
      'stream.py:2 stream chunked Response(generate',
    ],
  },
  {
    name: 'State of Python and JavaScript only where a function changes it',
    files: {
      'a.py':
        'seen = {}\nfixed = {}\nfixed["a"] = 1\ndef see(x):\n    seen[x] = 1\n    del other[0]\n',
      'b.js': 'let hits = 0;\nlet port = 80;\nport = 81;\nfunction hit() {\n  hits += 1;\n}\n',
    },
    found: ['a.py:1 in-memory-state map seen', 'b.js:1 in-memory-state counter hits'],
  },
  {
    name: 'fetch of the platform, not a function of that name',
    files: {
      'own.js': 'function fetch(url) {}\nfetch("x");\n',
      'platform.js': 'await fetch(url);\n',
    },
    found: ['platform.js:1 http-client fetch fetch'],
  },
  {
    name: 'The folder that a shell is in, which is no password; and a password',
    files: { 'a.py': 'import os\nos.environ.get("PWD")\nos.environ.get("DB_PWD")\n' },
    found: ['a.py:2 variable code PWD', 'a.py:3 secret code DB_PWD'],
  },
  {
    name: 'What Go opens; listeners of its own, not those of an HTTP or gRPC server',
    files: {
      'a.go':
        'package a\nimport _ "github.com/jinzhu/gorm/dialects/sqlite"\nfunc a() {\n\tgorm.Open("sqlite3", "x.db")\n\tsql.Open(driver, "x")\n}\n',
      'grpc.go': 'package a\nfunc b() {\n\tl, _ := net.Listen("tcp", ":1")\n\ts.Serve(l)\n}\n',
      'tcp.go': 'package a\nfunc c() {\n\tl, _ := net.Listen("tcp", ":1")\n\tl.Accept()\n}\n',
    },
    found: ['a.go:4 database sqlite gorm.Open', 'tcp.go:3 raw-socket tcp-server net.Listen'],
  },
  {
    name: 'Sessions that Spring keeps without saying so',
    files: {
      'A.java':
        'class A {\n  LocaleResolver resolver() { return new SessionLocaleResolver(); }\n}\nclass B { CookieLocaleResolver none; }\n',
    },
    found: ['A.java:2 session http-session new SessionLocaleResolver'],
  },
  {
    name: 'Where Spring’s configuration comes from',
    files: {
      'application.yml':
        'spring:\n  config:\n    import: optional:configserver:http://config:8888/\n',
    },
    found: ['application.yml:3 outbound-host http config:8888'],
  },
  {
    name: 'Passwords that Node hashes, not what else is called so',
    files: {
      'a.js': "import { scrypt } from 'node:crypto';\nscrypt(value, salt, 32, done);\n",
      'b.js':
        "const c = require('crypto');\nc.pbkdf2Sync(value, salt, 1, 32);\nc.createHash('x');\n",
      'c.js': 'scrypt(value);\n',
    },
    found: ['a.js:2 cpu-heavy scrypt scrypt', 'b.js:2 cpu-heavy pbkdf2 c.pbkdf2Sync'],
  },
  {
    name: 'Stores of functions: resources of serverless.yml and the SDK before version 3',
    files: {
      'serverless.yml':
        'service: a\nresources:\n  Resources:\n    Things:\n      Type: AWS::DynamoDB::Table\n    Role:\n      Type: AWS::IAM::Role\n',
      'create.js':
        "const AWS = require('aws-sdk');\nconst d = new AWS.DynamoDB.DocumentClient();\nnew AWS.S3();\n",
      'other.js': 'new S3();\n',
    },
    found: [
      'create.js:2 database dynamodb new AWS.DynamoDB.DocumentClient',
      'create.js:3 object-store s3 new AWS.S3',
      'serverless.yml:4 database dynamodb Things',
    ],
  },
  {
    name: 'Django: engines, models of models, and sessions that are only a hint',
    files: {
      'settings.py':
        "DATABASES = {'default': {\n  'ENGINE': 'django.db.backends.postgresql',\n}}\nMIDDLEWARE = [\n  'django.contrib.sessions.middleware.SessionMiddleware',\n]\n",
      'models.py':
        'from django.db import models\nclass Tag(core.mixins.Slugged, TimestampedModel): ...\nclass Form(ModelForm): ...\n',
    },
    found: [
      'models.py:2 orm django Tag',
      'settings.py:2 database postgres django.db.backends.postgresql',
      'settings.py:5 session django django.contrib.sessions.middleware.SessionMiddleware (hint)',
    ],
  },
  {
    name: 'A browser that a service starts, and one that tests do',
    files: {
      'package.json':
        '{\n"dependencies": { "puppeteer": "2" },\n"devDependencies": { "playwright": "1" } }\n',
    },
    found: ['package.json:2 process browser 2', 'package.json:3 process browser 1 (hint)'],
  },
  {
    name: 'Pages, not texts that are made from templates',
    files: {
      'a.py': 'render_template("home.html", x=1)\nrender_template("feed.xml")\n',
      'a.go':
        'package a\nimport "html/template"\nvar t = template.Must(template.New("").ParseGlob("*.html"))\nfunc a() {\n\tt.ExecuteTemplate(w, "home", data)\n}\n',
      'b.go':
        'package a\nimport "text/template"\nfunc b() {\n\tt.ExecuteTemplate(w, "mail", data)\n}\n',
    },
    found: [
      'a.go:3 server-rendering html-template template.New',
      'a.go:5 server-rendering html-template home',
      'a.py:1 server-rendering jinja home.html',
    ],
  },
  {
    name: 'Tables of SQLAlchemy, whatever their base is called',
    files: {
      'models.py':
        'class Tag(SurrogatePK, Model):\n    """A tag."""\n\n    __tablename__ = "tags"\nclass Page(Model):\n    title = ""\n',
    },
    found: ['models.py:1 orm sqlalchemy Tag'],
  },
  {
    name: 'State in what lives as long as the process: Nest’s providers, structs of Go with a lock',
    files: {
      'cats.service.ts':
        'import { Injectable } from "@nestjs/common";\n@Injectable()\nexport class CatsService {\n  private readonly cats: Cat[] = [];\n  private readonly names = new Map<string, Cat>();\n  create(cat: Cat) {\n    const found = [];\n    found.push(cat);\n    this.cats.push(cat);\n  }\n}\n',
      'request.ts':
        '@Injectable({ scope: Scope.REQUEST })\nclass Seen {\n  private seen = [];\n  see(x) { this.seen.push(x); }\n}\n',
      'store.go':
        'package a\ntype Store struct {\n\tmu sync.RWMutex\n\titems map[string]Item\n\tname string\n}\ntype Answer struct {\n\theaders map[string]string\n}\n',
    },
    found: ['cats.service.ts:4 in-memory-state list cats', 'store.go:4 in-memory-state map items'],
  },
  {
    name: 'Databases in files: SQLite of the standard library, lowdb',
    files: {
      'a.py': 'import sqlite3\nsqlite3.connect(path)\n',
      'package.json': '{ "dependencies": {\n"lowdb": "1",\n"lodash": "4" } }\n',
      'vendored/lib/b.py': 'sqlite3.connect(path)\n',
    },
    found: ['a.py:2 database sqlite sqlite3.connect', 'package.json:2 database lowdb 1'],
  },
];

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

it.each(CASES)('$name', async ({ files, found, absent = [] }) => {
  await writeFiles(folder, files);
  const { findings } = await readEvidence(folder);
  const kinds = new Set([...found.map((line) => line.split(' ')[1]), ...absent]);
  const seen = findings
    .filter(({ kind }) => kinds.has(kind))
    .map(
      ({ file, line, kind, what, value, confidence }) =>
        `${file}:${line} ${kind} ${what} ${value}${confidence === 'hint' ? ' (hint)' : ''}`,
    );
  expect(seen.toSorted()).toEqual([...found].sort());
});
