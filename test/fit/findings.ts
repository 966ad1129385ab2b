import type { Confidence, Finding, FindingKind } from '../../src/evidence/finding.ts';

/** A finding as a test needs it: `kind what value`, in a file of its kind. */
export function finding(
  kind: FindingKind,
  what: string,
  value = '',
  place: { readonly file?: string; readonly line?: number; readonly confidence?: Confidence } = {},
): Finding {
  return { kind, what, value, file: `src/${kind}.ts`, line: 1, confidence: 'certain', ...place };
}

/** So many findings, a line each. */
export function times(count: number, kind: FindingKind, what: string): readonly Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding(kind, what, `${what} ${index}`, { line: index + 1 }),
  );
}

const routes = (count: number, what: string) =>
  Array.from({ length: count }, (_, index) =>
    finding('route', what, `GET /things/${index}`, { file: 'src/routes.ts', line: index + 1 }),
  );

/** Services as an expert knows them, with the verdict that the expert would give. */
export const SERVICES: Readonly<
  Record<
    string,
    { readonly want: 'go' | 'partial' | 'stay'; readonly findings: readonly Finding[] }
  >
> = {
  'Fastify, stateless, with a document': {
    want: 'go',
    findings: [
      ...routes(6, 'fastify'),
      finding('language', 'typescript'),
      finding('openapi', 'document', 'Rates'),
      finding('http-client', 'undici'),
      finding('security', 'jwt'),
    ],
  },
  'Express with Postgres': {
    want: 'go',
    findings: [
      ...routes(8, 'express'),
      finding('language', 'javascript'),
      finding('database', 'postgres'),
      ...times(8, 'data-access', 'pg'),
    ],
  },
  'Spring WebFlux that calls others': {
    want: 'go',
    findings: [
      ...routes(5, 'spring-webflux'),
      finding('language', 'java'),
      finding('http-client', 'web-client'),
      ...times(4, 'annotation', 'service'),
    ],
  },
  'functions of serverless.yml': {
    want: 'go',
    findings: [
      finding('service', 'serverless', 'orders'),
      ...routes(3, 'serverless'),
      finding('language', 'typescript'),
      finding('database', 'dynamodb'),
    ],
  },
  'Go with gin and Postgres': {
    want: 'partial',
    findings: [
      ...routes(7, 'gin'),
      finding('language', 'go'),
      finding('database', 'postgres'),
      finding('orm', 'gorm'),
    ],
  },
  'Nest with Redis and WebSockets': {
    want: 'partial',
    findings: [
      ...routes(9, 'nest'),
      finding('language', 'typescript'),
      finding('cache', 'redis'),
      finding('websocket', 'socket.io'),
      ...times(12, 'annotation', 'injectable'),
    ],
  },
  'Express with bcrypt, sharp and uploads': {
    want: 'partial',
    findings: [
      ...routes(9, 'express'),
      finding('language', 'javascript'),
      finding('native-module', 'bcrypt'),
      finding('native-module', 'sharp'),
      finding('file-write', 'multer'),
    ],
  },
  'Spring Boot with JPA, small': {
    want: 'partial',
    findings: [
      ...routes(6, 'spring-mvc'),
      finding('language', 'java'),
      finding('orm', 'jpa'),
      finding('database', 'postgres'),
      finding('openapi', 'springdoc'),
      ...times(8, 'annotation', 'service'),
    ],
  },
  'Spring Boot with JPA and Kafka': {
    want: 'stay',
    findings: [
      ...routes(9, 'spring-mvc'),
      finding('language', 'java'),
      ...times(4, 'orm', 'jpa'),
      finding('database', 'postgres'),
      finding('broker', 'kafka'),
      ...times(2, 'queue-worker', 'kafka-listener'),
      ...times(5, 'transaction', 'spring-transactional'),
      ...times(20, 'annotation', 'service'),
    ],
  },
  'pages with JPA, as a pet clinic has them': {
    want: 'stay',
    findings: [
      ...routes(17, 'spring-mvc'),
      finding('language', 'java'),
      ...times(8, 'orm', 'jpa'),
      finding('database', 'mysql'),
      finding('database', 'h2'),
      finding('server-rendering', 'thymeleaf'),
      finding('cache', 'caffeine'),
      finding('observability', 'actuator'),
      ...times(15, 'annotation', 'controller'),
    ],
  },
  'FastAPI with NumPy': {
    want: 'stay',
    findings: [
      ...routes(4, 'fastapi'),
      finding('language', 'python'),
      finding('native-module', 'numpy'),
      finding('cpu-heavy', 'numpy'),
    ],
  },
  'Flask with Celery': {
    want: 'stay',
    findings: [
      ...routes(4, 'flask'),
      finding('language', 'python'),
      ...times(4, 'queue-worker', 'celery'),
      finding('database', 'postgres'),
      finding('orm', 'sqlalchemy'),
      finding('cache', 'redis'),
    ],
  },
  'a Kafka consumer without endpoints': {
    want: 'stay',
    findings: [
      finding('language', 'java'),
      finding('broker', 'kafka'),
      ...times(3, 'queue-worker', 'kafka-listener'),
    ],
  },
  'threads everywhere': {
    want: 'stay',
    findings: [
      ...routes(3, 'spring-mvc'),
      finding('language', 'java'),
      ...times(9, 'thread', 'executor'),
      finding('jvm-feature', 'agent'),
      finding('memory-limit', 'heap', '-Xmx8g'),
    ],
  },
  'a game server': {
    want: 'stay',
    findings: [
      finding('language', 'go'),
      finding('raw-socket', 'udp'),
      finding('websocket', 'gorilla'),
      finding('route', 'net-http', 'GET /healthz'),
    ],
  },
};
