import type { Catalogue } from '../messages/catalogue.ts';

/** How findings' ids are written in every language, where that isn't the id itself; other names are in the catalogues. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['postgres', 'Postgres'],
  ['mysql', 'MySQL'],
  ['mariadb', 'MariaDB'],
  ['sqlite', 'SQLite'],
  ['mongodb', 'MongoDB'],
  ['redis', 'Redis'],
  ['kafka', 'Kafka'],
  ['rabbitmq', 'RabbitMQ'],
  ['jms', 'JMS'],
  ['jpa', 'JPA'],
  ['h2', 'H2'],
  ['java', 'Java'],
  ['jvm', 'JVM'],
  ['kotlin', 'Kotlin'],
  ['python', 'Python'],
  ['php', 'PHP'],
  ['ruby', 'Ruby'],
  ['dotnet', '.NET'],
  ['rust', 'Rust'],
  ['elixir', 'Elixir'],
  ['scala', 'Scala'],
  ['go', 'Go'],
  ['javascript', 'JavaScript'],
  ['typescript', 'TypeScript'],
  ['sqs', 'SQS'],
  ['s3', 'S3'],
  ['numpy', 'NumPy'],
  ['jwt', 'JWT'],
  ['ldap', 'LDAP'],
  ['celery', 'Celery'],
  ['spring-boot', 'Spring Boot'],
  ['spring-webflux', 'Spring WebFlux'],
  ['spring-mvc', 'Spring MVC'],
  ['express', 'Express'],
  ['fastify', 'Fastify'],
  ['koa', 'Koa'],
  ['nest', 'NestJS'],
  ['nestjs', 'NestJS'],
  ['fastapi', 'FastAPI'],
  ['flask', 'Flask'],
  ['django', 'Django'],
  ['gin', 'Gin'],
  ['dynamodb', 'DynamoDB'],
  ['elasticsearch', 'Elasticsearch'],
  ['memcached', 'Memcached'],
]);

/** What a finding's id is called. */
export function displayName(what: string, { verdict }: Catalogue): string {
  return NAMES.get(what) ?? new Map(Object.entries(verdict.names)).get(what) ?? what;
}

const MOST = 4;

/** `Postgres, MySQL and 2 more`: each once, the most frequent first. */
export function nameList(whats: readonly string[], catalogue: Catalogue): string {
  const counts = new Map<string, number>();
  for (const what of whats) counts.set(what, (counts.get(what) ?? 0) + 1);
  const names = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([what]) => displayName(what, catalogue));
  if (names.length <= MOST) return names.join(', ');
  return catalogue.verdict.namesAndMore(names.slice(0, MOST).join(', '), names.length - MOST);
}
