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
  | 'host'
  | 'requests';

/** The files of each remedy; those that this project has are pointed to. */
const FILES: Readonly<Record<Remedy, (project: Project) => readonly string[]>> = {
  manifest: () => ['spin.toml', 'runtime-config.toml'],
  grantCall: () => ['spin.toml'],
  code: codeFile,
  call: codeFile,
  unitTests: ({ model: { name, language } }) => [`test/${name}.test.${language}`],
  handler: ({ model: { language } }) => [`src/generated/handler.${language}`],
  world: () => ['wit/world.wit'],
  host: ({ files }) => [...files].filter((file) => /^src\/(?:generated\/)?host\//u.test(file)),
  requests: ({ model: { language } }) => ['test/requests.json', `test/component.test.${language}`],
};

/** The user's functions: a file of the project, or one of each component of an app. */
export function codeFile({ model: { name, language }, files }: Project): readonly string[] {
  const own = `src/${name}.${language}`;
  if (files.has(own)) return [own];
  return [...files].filter((file) => {
    const [, component] = /^components\/([^/]+)\/src\/[^/]+$/u.exec(file) ?? [];
    return component !== undefined && file.endsWith(`/src/${component}.${language}`);
  });
}

const DATA = ['manifest', 'host', 'code'] as const;
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
  pages: ['world'],
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
  'host-database': DATA,
  'embedded-database': DATA,
  'http-database': CALLED,
  'other-database': CALLED,
  orm: CALLED,
  transactions: CALLED,
  redis: DATA,
  'local-state': DATA,
  memcached: DATA,
  sessions: DATA,
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

/** Where in the project an obstacle is met: the remedy, and the files of it that are there. */
export function remediesOf(
  rule: RuleId,
  project: Project,
): readonly { readonly remedy: Remedy; readonly files: readonly string[] }[] {
  return REMEDIES[rule]
    .map((remedy) => ({
      remedy,
      files: FILES[remedy](project).filter((file) => project.files.has(file)),
    }))
    .filter(({ files }) => files.length > 0);
}
