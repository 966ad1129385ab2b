import type { Trait } from './catalogue.ts';

/** Images of other people's servers, by the last part of their name. */
const SERVERS: readonly (readonly [RegExp, Trait])[] = [
  [/^(?:postgres(?:ql)?|postgis|timescaledb|pgvector)$/u, { kind: 'database', what: 'postgres' }],
  [/^(?:mysql|mysql-server|percona)$/u, { kind: 'database', what: 'mysql' }],
  [/^mariadb$/u, { kind: 'database', what: 'mariadb' }],
  [/^(?:mongo|mongodb)$/u, { kind: 'database', what: 'mongodb' }],
  [/^(?:mssql|server|azure-sql-edge)$/u, { kind: 'database', what: 'sqlserver' }],
  [/^(?:oracle-xe|oracle-free|oracle)$/u, { kind: 'database', what: 'oracle' }],
  [/^cassandra$/u, { kind: 'database', what: 'cassandra' }],
  [/^(?:elasticsearch|opensearch)$/u, { kind: 'database', what: 'elasticsearch' }],
  [/^neo4j$/u, { kind: 'database', what: 'neo4j' }],
  [/^clickhouse(?:-server)?$/u, { kind: 'database', what: 'clickhouse' }],
  [/^cockroach$/u, { kind: 'database', what: 'postgres' }],
  [/^dynamodb-local$/u, { kind: 'database', what: 'dynamodb' }],
  [/^influxdb$/u, { kind: 'database', what: 'influxdb' }],
  [/^(?:redis|redis-stack|redis-stack-server|valkey|keydb)$/u, { kind: 'cache', what: 'redis' }],
  [/^memcached$/u, { kind: 'cache', what: 'memcached' }],
  [/^(?:kafka|cp-kafka|redpanda|kafka-native)$/u, { kind: 'broker', what: 'kafka' }],
  [/^rabbitmq$/u, { kind: 'broker', what: 'rabbitmq' }],
  [/^nats$/u, { kind: 'broker', what: 'nats' }],
  [/^(?:activemq|activemq-artemis|activemq-classic)$/u, { kind: 'broker', what: 'jms' }],
  [/^(?:eclipse-mosquitto|emqx)$/u, { kind: 'broker', what: 'mqtt' }],
  [/^pulsar$/u, { kind: 'broker', what: 'pulsar' }],
  [/^(?:elasticmq|elasticmq-native)$/u, { kind: 'broker', what: 'sqs' }],
  [/^minio$/u, { kind: 'object-store', what: 's3' }],
  [/^(?:mailhog|mailpit|maildev)$/u, { kind: 'mail', what: 'smtp' }],
  [/^(?:openldap)$/u, { kind: 'directory', what: 'ldap' }],
  [
    /^(?:prometheus|grafana|jaeger|all-in-one|zipkin|loki|otel-collector|opentelemetry-collector(?:-contrib)?|tempo|kibana|logstash|alloy)$/u,
    { kind: 'observability', what: 'server' },
  ],
  [/^keycloak$/u, { kind: 'security', what: 'keycloak' }],
];

/** Helpers that no service of the user's depends on to answer. */
const TOOLS =
  /^(?:adminer|pgadmin4?|phpmyadmin|zookeeper|cp-zookeeper|kafka-ui|mongo-express|redis-commander|busybox|traefik|nginx|haproxy|caddy|envoy|localstack|wait-for-it|schema-registry|cp-schema-registry|mongo-seeding)$/u;

/** An image reference in its parts: `registry/name:tag@digest`. */
export function imageParts(image: string): { readonly name: string; readonly tag: string } {
  const last = image.replace(/@.*$/u, '').split('/').at(-1) ?? '';
  const [name = '', tag = ''] = last.split(':');
  return { name: name.toLowerCase(), tag };
}

/** What server an image holds, if it is one that many use. */
export function serverOf(image: string): Trait | undefined {
  const { name } = imageParts(image);
  if (name === 'server' && !image.includes('mssql')) return undefined;
  return SERVERS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether an image is someone else's program, whose settings are none of the service's. */
export function isForeign(image: string): boolean {
  return serverOf(image) !== undefined || TOOLS.test(imageParts(image).name);
}

const RUNTIMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:node|bun|deno)(?:js.*)?$/u, 'node'],
  [
    /^(?:eclipse-temurin|openjdk|amazoncorretto|corretto|liberica-.*|zulu-openjdk.*|java\d*(?:-debian\d+)?|sapmachine|ibm-semeru-runtimes|tomcat)$/u,
    'jvm',
  ],
  [/^(?:python|python3(?:-debian\d+)?)$/u, 'python'],
  [/^golang$/u, 'go'],
];

/** The language runtime of a base image, with the version its tag begins with. */
export function runtimeOf(
  image: string,
): { readonly what: string; readonly version: string } | undefined {
  const { name, tag } = imageParts(image);
  const what = RUNTIMES.find(([pattern]) => pattern.test(name))?.[1];
  return what === undefined ? undefined : { what, version: /\d+(?:\.\d+)*/u.exec(tag)?.[0] ?? '' };
}
