import type { Pattern } from './scan.ts';

/** Backends of `DATABASES` in Django's settings. */
const DJANGO_ENGINES = [
  ['sqlite', 'sqlite3'],
  ['postgres', '(?:postgresql|postgis)\\w*'],
  ['mysql', 'mysql'],
  ['oracle', 'oracle'],
] as const;

/** What calls in Python show of what a service keeps: databases, caches, objects, sessions. */
export const PYTHON_STORES: readonly Pattern[] = [
  {
    kind: 'database',
    what: 'dynamodb',
    match: /\bboto3\.(?:client|resource)(?=\(\s*["']dynamodb["'])/gu,
    confidence: 'certain',
  },
  {
    kind: 'object-store',
    what: 's3',
    match: /\bboto3\.(?:client|resource)(?=\(\s*["']s3["'])/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'pymysql',
    match: /\b(?:pymysql|MySQLdb)\.connect(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'psycopg',
    match: /\bpsycopg2?\.connect(?=\()|\basyncpg\.(?:connect|create_pool)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'sqlite',
    match: /\bsqlite3\.connect(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'database',
    what: 'sqlite',
    match: /\bsqlite3\.connect(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'mongodb',
    match: /\b(?:MongoClient|AsyncIOMotorClient)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'query',
    // `session.exec` is SQLModel's.
    match:
      /\b(?:cursor|cur|conn|connection|db|session)\.(?:execute|executemany|fetchrow)(?=\()|\bsession\.exec(?=\()/gu,
  },
  {
    kind: 'orm',
    what: 'sqlalchemy',
    match: /(?<![.\w])create_(?:async_)?engine(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'sqlalchemy',
    match: /(?<![.\w])class (\w+)\((?:db\.Model|Base)\b/gu,
  },
  {
    kind: 'orm',
    what: 'sqlalchemy',
    match: /(?<![.\w])class (\w+)\([^()\n]{1,200}\):\s+(?:"""[^"]{0,1000}"""\s+)?__tablename__\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'sqlmodel',
    match: /(?<![.\w])class (\w+)\([\w., ]+, table=True\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'django',
    needs: /\bdjango\.db\b/u,
    match: /(?<![.\w])class (\w+)\((?:[\w.]+,\s*){0,5}(?:models\.)?\w*Model\b/gu,
    confidence: 'certain',
  },
  ...DJANGO_ENGINES.map(
    ([what, engine]): Pattern => ({
      kind: 'database',
      what,
      match: new RegExp(`["']ENGINE["']\\s*:\\s*["'](django\\.[\\w.]*\\.${engine})["']`, 'gu'),
      confidence: 'certain',
    }),
  ),
  {
    kind: 'session',
    what: 'django',
    // Every new project has it, whether it uses sessions or not.
    match: /["'](django\.contrib\.sessions\.middleware\.SessionMiddleware)["']/gu,
    confidence: 'hint',
  },
  {
    kind: 'cache',
    what: 'redis',
    match: /\b(?:redis|aioredis)\.(?:Redis|StrictRedis|from_url)(?=\()|\bRedis\.from_url(?=\()/gu,
    confidence: 'certain',
  },
  { kind: 'cache', what: 'lru-cache', match: /@(?:functools\.)?(?:lru_cache|cache)\b(?!\.)/gu },
  {
    kind: 'session',
    what: 'flask',
    needs: /\bfrom flask import[^\n]*\bsession\b/u,
    match: /(?<![.\w])(session)(?:\[|\.(?:get|pop|clear)\()/gu,
  },
  { kind: 'session', what: 'django', needs: /\bdjango\b/u, match: /\brequest\.session\b/gu },
];
