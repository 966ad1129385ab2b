import type { RuleId } from '../messages/catalogue.ts';
import type { Project } from './context.ts';

/** What of a project meets an obstacle. */
export type Remedy =
  | 'manifest'
  | 'grantCall'
  | 'code'
  | 'call'
  | 'unitTests'
  | 'handler'
  | 'world'
  | 'database'
  | 'store'
  | 'requests';

/** Where a file of a project lies: in the project, or in a component of an app. */
interface PlacedFile {
  readonly path: string;
  /** Of the component that it belongs to. */
  readonly name: string;
  readonly language: string;
}

/** What files of a project are of each remedy. */
const FILES: Readonly<Record<Remedy, (file: PlacedFile) => boolean>> = {
  manifest: ({ path }) => path === 'spin.toml' || path === 'runtime-config.toml',
  grantCall: ({ path }) => path === 'spin.toml',
  code: isCode,
  call: isCode,
  unitTests: ({ path, name, language }) => path === `test/${name}.test.${language}`,
  handler: ({ path, language }) => path === `src/generated/handler.${language}`,
  world: ({ path }) => path === 'wit/world.wit',
  database: ({ path }) => /^src\/host\/(?:postgres|mysql|sqlite)\.[jt]s$/u.test(path),
  store: ({ path }) => /^src\/host\/(?:kv|redis)\.[jt]s$/u.test(path),
  requests: ({ path, language }) =>
    path === 'test/requests.json' || path === `test/component.test.${language}`,
};

function isCode({ path, name, language }: PlacedFile): boolean {
  return path === `src/${name}.${language}`;
}

/** The user's functions: a file of the project, or one of each component of an app. */
export function codeFiles(project: Project): readonly string[] {
  return filesOf('code', project);
}

function filesOf(remedy: Remedy, { model, files }: Project): readonly string[] {
  return [...files].filter((file) => {
    const inApp = /^components\/(?<name>[^/]+)\/(?<path>.+)$/u.exec(file)?.groups;
    const { name = model.name, path = file } = inApp ?? {};
    return FILES[remedy]({ path, name, language: model.language });
  });
}

const TABLES = ['manifest', 'database', 'code'] as const;
const KEYS = ['manifest', 'store', 'code'] as const;
/** It stays, or is somebody else's: the component calls it over HTTP. */
const CALLED = ['grantCall', 'call'] as const;

/** What of a project meets the obstacle that a rule tells of; rules whose subject stays are met by calling it over HTTP. */
const REMEDIES: Readonly<Record<RuleId, readonly Remedy[]>> = {
  'http-endpoints': ['world', 'code'],
  functions: ['world', 'code'],
  'api-described': ['world', 'requests'],
  javascript: ['code', 'unitTests'],
  'token-checks': ['code', 'unitTests'],
  'http-calls': CALLED,
  webhooks: ['code', 'requests'],
  websockets: CALLED,
  pages: [],
  grpc: ['world', 'code'],
  graphql: CALLED,
  soap: CALLED,
  'socket-server': CALLED,
  'socket-client': CALLED,
  streams: ['handler'],
  mail: CALLED,
  directory: CALLED,
  'queue-workers': ['code'],
  brokers: CALLED,
  'http-brokers': CALLED,
  schedules: ['code'],
  threads: CALLED,
  'some-threads': ['code'],
  numeric: CALLED,
  'cpu-heavy': ['world'],
  'host-database': TABLES,
  'embedded-database': TABLES,
  'http-database': CALLED,
  'other-database': CALLED,
  orm: CALLED,
  transactions: CALLED,
  redis: KEYS,
  'local-state': KEYS,
  memcached: KEYS,
  sessions: KEYS,
  'file-writes': CALLED,
  volumes: CALLED,
  'object-store': CALLED,
  'native-modules': CALLED,
  processes: CALLED,
  privileges: CALLED,
  memory: CALLED,
  'other-language': ['world', 'code', 'requests'],
  'compiled-language': ['world'],
  'managed-classes': ['code'],
  'jvm-features': ['code'],
  'security-framework': ['code', 'unitTests'],
  agents: ['handler'],
  'jvm-monolith': CALLED,
  large: CALLED,
};

/** Remedies that `--needs` brings. */
const BY_NEEDS: readonly Remedy[] = ['database', 'store'];

/** Where in the project an obstacle is met: the remedy and its files; none where `--needs` would bring them. */
export function remediesOf(
  rule: RuleId,
  project: Project,
): readonly { readonly remedy: Remedy; readonly files: readonly string[] }[] {
  return REMEDIES[rule]
    .map((remedy) => ({ remedy, files: filesOf(remedy, project) }))
    .filter(({ remedy, files }) => files.length > 0 || BY_NEEDS.includes(remedy));
}
