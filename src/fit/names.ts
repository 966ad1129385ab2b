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
  ['go', 'Go'],
  ['javascript', 'JavaScript'],
  ['typescript', 'TypeScript'],
  ['sqs', 'SQS'],
  ['s3', 'S3'],
  ['numpy', 'NumPy'],
  ['jwt', 'JWT'],
  ['ldap', 'LDAP'],
  ['celery', 'Celery'],
]);

const MOST = 4;

/** `Postgres, MySQL and 2 more`: each once, the most frequent first. */
export function nameList(whats: readonly string[], { verdict }: Catalogue): string {
  const own = new Map(Object.entries(verdict.names));
  const counts = new Map<string, number>();
  for (const what of whats) counts.set(what, (counts.get(what) ?? 0) + 1);
  const names = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([what]) => NAMES.get(what) ?? own.get(what) ?? what);
  if (names.length <= MOST) return names.join(', ');
  return verdict.namesAndMore(names.slice(0, MOST).join(', '), names.length - MOST);
}
