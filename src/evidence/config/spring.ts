import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { type Located, parseLocated } from '../text/located-yaml.ts';
import {
  addresses,
  hosts,
  isSecret,
  isSecretName,
  placeholders,
  withoutDefaults,
} from '../text/settings.ts';

const NAME = /^(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties)$/u;

/** Spring's `application.yml` and `.properties`, profiles included; keys in any of the spellings that bind loosely. */
export function createSpringReader(): Reader {
  return {
    accepts: (path, name) => NAME.test(name) && !/(?:^|\/)src\/test\//u.test(path),
    read,
  };
}

interface Property {
  /** In kebab case. */
  readonly key: string;
  readonly value: string;
  readonly offset: number;
}

function* read(file: SourceFile): Generator<Finding> {
  const properties = file.name.endsWith('.properties')
    ? fromProperties(file.text)
    : parseLocated(file.text).flatMap((document) => [...fromYaml(document, '', document.offset)]);
  for (const property of properties) {
    yield* meaning(file, property);
    yield* settings(file, property);
  }
}

function* fromYaml(node: Located, prefix: string, offset: number): Generator<Property> {
  for (const { key, offset: keyOffset, value } of node.map.values()) {
    yield* fromYaml(value, prefix === '' ? kebab(key) : `${prefix}.${kebab(key)}`, keyOffset);
  }
  const items = node.list.map(({ scalar }) => scalar).filter((item) => item !== undefined);
  if (items.length > 0) yield { key: prefix, value: items.join(','), offset };
  for (const item of node.list) if (item.map.size > 0) yield* fromYaml(item, prefix, offset);
  if (node.scalar !== undefined) yield { key: prefix, value: node.scalar, offset };
}

function* fromProperties(text: string): Generator<Property> {
  const flat = text.replace(/\\\r?\n/gu, (end) => ' '.repeat(end.length));
  for (const match of flat.matchAll(/^[ \t]*([^#!\s=:][^\s=:]*)[ \t]*[=:][ \t]*(.*)$/gmu)) {
    const [, key = '', value = ''] = match;
    yield { key: kebab(key), value: value.trim(), offset: match.index };
  }
}

function kebab(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/gu, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
}

const BASE_PATHS = new Map([
  ['server.servlet.context-path', 'spring-mvc'],
  ['server.context-path', 'spring-mvc'],
  ['spring.mvc.servlet.path', 'spring-mvc'],
  ['spring.webflux.base-path', 'spring-webflux'],
  ['spring.data.rest.base-path', 'spring-data-rest'],
]);

/** Keys whose value is an address without a scheme: `host:port`, several with commas. */
const BROKERS = new Map([
  ['spring.kafka.bootstrap-servers', 'kafka'],
  ['spring.kafka.consumer.bootstrap-servers', 'kafka'],
  ['spring.kafka.producer.bootstrap-servers', 'kafka'],
  ['spring.cloud.stream.kafka.binder.brokers', 'kafka'],
  ['spring.rabbitmq.addresses', 'rabbitmq'],
  ['spring.rabbitmq.host', 'rabbitmq'],
  ['spring.activemq.broker-url', 'jms'],
]);

const CACHES = new Map([
  ['spring.redis.host', 'redis'],
  ['spring.data.redis.host', 'redis'],
]);

function* meaning(file: SourceFile, { key, value, offset }: Property): Generator<Finding> {
  const plain = withoutDefaults(value);
  const basePath = BASE_PATHS.get(key);
  const broker = BROKERS.get(key);
  const cache = CACHES.get(key);
  if (key === 'server.port' && /^[1-9]\d*$/u.test(plain))
    yield at(file, offset, 'http-port', 'http', plain);
  else if (basePath !== undefined && plain !== '')
    yield at(file, offset, 'base-path', basePath, plain);
  else if (broker !== undefined) yield* servers(file, offset, 'broker', broker, plain);
  else if (cache !== undefined) yield* servers(file, offset, 'cache', cache, plain);
  else if (/(?:^|\.)(?:datasource|r2dbc|mongodb)\.(?:url|jdbc-url|uri)$/u.test(key))
    yield* database(file, offset, plain);
  else yield* switches(file, key, plain, offset);
}

function* switches(
  file: SourceFile,
  key: string,
  value: string,
  offset: number,
): Generator<Finding> {
  if (key === 'spring.jpa.hibernate.ddl-auto')
    yield at(file, offset, 'orm', 'hibernate', `ddl-auto: ${value}`);
  else if (key === 'springdoc.api-docs.path') yield at(file, offset, 'openapi', 'springdoc', value);
  else if (key === 'spring.session.store-type')
    yield at(file, offset, 'session', 'spring-session', value);
  else if (key === 'spring.cache.type') yield at(file, offset, 'cache', 'spring-cache', value);
  else if (key === 'spring.threads.virtual.enabled' && value === 'true') {
    yield at(file, offset, 'thread', 'virtual-threads', key);
  } else if (key === 'management.endpoints.web.exposure.include' && /\bhealth\b|\*/u.test(value)) {
    yield at(file, offset, 'health-check', 'actuator', '/actuator/health');
  } else if (key === 'spring.mail.host') yield at(file, offset, 'mail', 'spring-mail', value);
  else if (key === 'spring.servlet.multipart.location')
    yield at(file, offset, 'file-write', 'multipart', value);
  else if (key === 'logging.file.name' || key === 'logging.file.path') {
    yield at(file, offset, 'file-write', 'log-file', value);
  }
}

function* servers(
  file: SourceFile,
  offset: number,
  kind: 'broker' | 'cache',
  what: string,
  list: string,
): Generator<Finding> {
  for (const server of list.split(',').map((part) => part.trim())) {
    const host = /^(?:\w+:\/\/)?(?:[^\s@/]*@)?([\w.-]+(?::\d+)?)$/u.exec(server)?.[1];
    if (host === undefined) continue;
    yield at(file, offset, kind, what, host);
    yield at(file, offset, 'outbound-host', what, host);
  }
}

/** JDBC, R2DBC and MongoDB addresses; `jdbc:h2:mem:name` and its like have no host. */
function* database(file: SourceFile, offset: number, url: string): Generator<Finding> {
  const [address] = addresses(url);
  if (address !== undefined) {
    yield at(file, offset, 'database', address.scheme, address.host + address.path);
    return;
  }
  const [, engine, place = ''] = /^jdbc:(h2|hsqldb|sqlite|derby):([^;?@]*)/u.exec(url) ?? [];
  if (engine !== undefined) yield at(file, offset, 'database', engine, place.replace(/^\/+/u, ''));
  else if (url.startsWith('jdbc:oracle:')) yield at(file, offset, 'database', 'oracle', '');
}

function* settings(file: SourceFile, { key, value, offset }: Property): Generator<Finding> {
  const isOwn = isSecretName(key.split('.').at(-1) ?? '') && value !== '';
  if (isOwn) yield at(file, offset, 'secret', 'spring', key);
  for (const name of placeholders(value)) {
    yield at(file, offset, isOwn || isSecret(name, '') ? 'secret' : 'variable', 'spring', name);
  }
  if (!isOwn)
    yield* hosts(file, offset, value, /(?:url|uri|host|address)/u.test(key) ? 'certain' : 'likely');
}
