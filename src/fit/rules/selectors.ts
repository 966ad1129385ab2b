import type { Finding } from '../../evidence/finding.ts';
import { type Rule, seen, seenBut } from '../rule.ts';

export const JAVASCRIPT = ['javascript', 'typescript'] as const;
export const JVM = ['java', 'kotlin', 'scala', 'groovy'] as const;

/** Languages with compilers of their own for components: code can stay in them, outside of this generator. */
export const COMPILED = ['go', 'rust', 'c', 'cpp'] as const;

/** Numbers and models: work that libraries do in native code, on threads or a graphics processor. */
export const NUMERIC = [
  'machine-learning',
  'numeric',
  'numpy',
  'pandas',
  'scipy',
  'scikit-learn',
  'torch',
  'tensorflow',
  'onnxruntime',
  'onnxruntime-node',
  'opencv',
  'javacv',
  'cuda',
] as const;

/** Native drivers of databases that hosts have an interface for: the rule for these speaks of them. */
export const NATIVE_DRIVERS = [
  'sqlite',
  'sqlite3',
  'better-sqlite3',
  'asyncpg',
  'psycopg',
  'psycopg2',
  'mysqlclient',
] as const;

/** Databases that a host interface reaches (Spin, `wit/world.wit`). */
export const REACHED = ['postgres', 'mysql', 'mariadb', 'sqlite'] as const;
/** Databases that run inside the process, for tests and demonstrations. */
export const EMBEDDED = ['h2', 'hsqldb', 'derby'] as const;
/** Data stores that speak HTTP. */
export const OVER_HTTP = [
  'elasticsearch',
  'opensearch',
  'dynamodb',
  'firestore',
  'supabase',
] as const;

/** Brokers whose interface is HTTP. */
export const HTTP_BROKERS = ['sqs', 'sns', 'pubsub', 'eventbridge', 'kinesis'] as const;

/** Template engines that make mails and files as often as pages. */
const ENGINES: readonly string[] = ['jinja', 'ejs', 'pug', 'nunjucks', 'eta'];

/** Pages that a server makes: an engine in a manifest is none, as long as no code renders an answer with it. */
export const pagesOf: Rule['when'] = (findings) => {
  const pages = seen('server-rendering')(findings);
  const isRendered = pages.some(({ file }) => isCode(file));
  return pages.filter(({ what }) => isRendered || !ENGINES.includes(what));
};

/** Whether a file is source code. A manifest shows what the whole service has and tells nothing about one endpoint. */
export function isCode(file: string): boolean {
  return /\.(?:[cm]?[jt]sx?|java|kt|scala|groovy|py|go|rs)$/u.test(file);
}

/**
 * Native code that a component would have to be without. Where a library is named, the system packages that an image
 * installs for it say the same once more.
 */
export const nativeCode: Rule['when'] = (findings) => {
  const native = seenBut('native-module', ...NUMERIC, ...NATIVE_DRIVERS)(findings);
  const isSystem = ({ file, what }: Finding): boolean =>
    /dockerfile/iu.test(file) && what.startsWith('lib');
  const named = native.filter((finding) => !isSystem(finding));
  return named.length > 0 ? named : native;
};

/** Servers of raw sockets. */
export const socketServers: Rule['when'] = (findings) =>
  seen('raw-socket')(findings).filter(({ what }) => what !== 'tcp-client');

/** A memory setting in bytes, or `undefined`: `512Mi`, `4g`, `-Xmx6g`, `2048` (MB, as functions have it). */
export function bytesOf(value: string): number | undefined {
  const match = /(?<amount>\d+(?:\.\d+)?)\s*(?<unit>[kmgt])?i?b?\s*$/iu.exec(value.trim())?.groups;
  if (match === undefined) return undefined;
  const unit = (match.unit ?? 'm').toLowerCase();
  return Number(match.amount) * 1024 ** ('kmgt'.indexOf(unit) + 1);
}

/** Threads of the service's own: a lock is none, and virtual threads are a setting of the server's. */
export const threads: Rule['when'] = seenBut('thread', 'virtual-threads', 'mutex');

/** What maps objects to tables; where every database is of another kind, its own rule speaks of the mapper too. */
export const mapping: Rule['when'] = (findings) => {
  const databases = seen('database')(findings).map(({ what }) => what);
  const relational: readonly string[] = [...REACHED, ...EMBEDDED, 'oracle', 'sqlserver', 'db2'];
  const isOther = databases.length > 0 && !databases.some((what) => relational.includes(what));
  return isOther ? [] : seen('orm')(findings);
};

/** Checks that need the request and a key, and nothing else. */
export const TOKENS = ['jwt', 'oauth2-resource-server', 'api-key'] as const;

/** Libraries that check or limit one request, or hash a password, and hold no rules of access. */
export const CHECKS = ['helmet', 'rate-limit', 'passlib'] as const;

/** Libraries that write lines; hosts collect what is written to standard error. */
export const LOGGERS = [
  'pino',
  'winston',
  'morgan',
  'logging',
  'loguru',
  'logrus',
  'zap',
  'zerolog',
] as const;
