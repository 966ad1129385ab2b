import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { lex, SYNTAX } from '../text/lexer.ts';
import { isSecret } from '../text/settings.ts';
import {
  type Annotation,
  annotationStrings,
  readClasses,
  stringConstants,
} from './java-classes.ts';
import { JAVA } from './java-patterns.ts';
import { javaRoutes } from './java-routes.ts';
import { environmentReads, hostsInStrings, isAside, scan } from './scan.ts';

/** Java and Kotlin sources. */
export function createJavaReader(): Reader {
  return {
    accepts: (path, name) =>
      /\.(?:java|kt)$/u.test(name) &&
      !isAside(path) &&
      !/(?:^|\/)src\/(?:\w*[tT]est|it)\//u.test(path),
    *read(file: SourceFile): Generator<Finding> {
      const lexed = lex(file.text, SYNTAX.java);
      const constants = stringConstants(lexed);
      const source = readClasses(lexed);
      yield* environmentReads(file, lexed, /\bSystem\.getenv\(\s*"(\w+)"/gu);
      yield* scan(file, lexed, JAVA);
      yield* hostsInStrings(file, lexed);
      for (const annotation of source.annotations) {
        yield* annotationFindings(file, annotation, constants);
      }
      yield* javaRoutes(file, lexed, source, constants);
    },
  };
}

/** Annotations of classes that a framework manages. */
const MANAGED = new Map([
  ['RestController', 'rest-controller'],
  ['Controller', 'controller'],
  ['Service', 'service'],
  ['Component', 'component'],
  ['Repository', 'repository'],
  ['Configuration', 'configuration'],
  ['ControllerAdvice', 'controller-advice'],
  ['RestControllerAdvice', 'controller-advice'],
  ['ConfigurationProperties', 'configuration-properties'],
  ['ApplicationScoped', 'application-scoped'],
]);

/** Annotations of a method that other code, not a request, starts, with the element that says by what. */
const LISTENERS = new Map([
  ['KafkaListener', { what: 'kafka-listener', names: ['topics', 'topicPattern'] }],
  ['RabbitListener', { what: 'rabbit-listener', names: ['queues', 'bindings'] }],
  ['JmsListener', { what: 'jms-listener', names: ['destination'] }],
  ['SqsListener', { what: 'sqs-listener', names: ['value', 'queueNames'] }],
  ['Incoming', { what: 'reactive-messaging', names: ['value'] }],
]);

/** Annotations that say one thing by being there. */
const SIGNS: ReadonlyMap<string, { readonly kind: Finding['kind']; readonly what: string }> =
  new Map([
    ['Transactional', { kind: 'transaction', what: 'spring-transactional' }],
    ['Async', { kind: 'thread', what: 'async' }],
    ['Aspect', { kind: 'jvm-feature', what: 'aop' }],
    ['SessionAttributes', { kind: 'session', what: 'session-attributes' }],
    ['SessionScope', { kind: 'session', what: 'session-scope' }],
    ['PreAuthorize', { kind: 'security', what: 'method-security' }],
    ['Secured', { kind: 'security', what: 'method-security' }],
    ['RolesAllowed', { kind: 'security', what: 'method-security' }],
    ['ServerEndpoint', { kind: 'websocket', what: 'jakarta-websocket' }],
    ['MessageMapping', { kind: 'websocket', what: 'spring-messaging' }],
    ['GrpcService', { kind: 'rpc', what: 'grpc' }],
    ['QueryMapping', { kind: 'rpc', what: 'graphql' }],
    ['MutationMapping', { kind: 'rpc', what: 'graphql' }],
  ]);

const CACHING = /^(?:Cacheable|CacheEvict|CachePut|CacheResult|EnableCaching)$/u;

function* annotationFindings(
  file: SourceFile,
  annotation: Annotation,
  constants: ReadonlyMap<string, string>,
): Generator<Finding> {
  const { name, offset, list, onClass } = annotation;
  const managed = MANAGED.get(name);
  const listener = LISTENERS.get(name);
  const sign = SIGNS.get(name);
  if (managed !== undefined && onClass !== undefined)
    yield at(file, offset, 'annotation', managed, onClass);
  else if (name === 'SpringBootApplication')
    yield at(file, offset, 'entrypoint', 'spring-boot', onClass ?? '');
  else if ((name === 'Entity' || name === 'Document') && onClass !== undefined) {
    yield at(file, offset, 'orm', name === 'Entity' ? 'jpa' : 'spring-data-document', onClass);
  } else if (listener !== undefined) {
    const topics = annotationStrings(list, listener.names, constants);
    for (const topic of topics.length > 0 ? topics : ['']) {
      yield at(file, offset, 'queue-worker', listener.what, topic);
    }
  } else if (name === 'Scheduled')
    yield at(file, offset, 'schedule', 'spring-scheduled', interval(list, constants));
  else if (CACHING.test(name)) yield at(file, offset, 'cache', 'spring-cache', `@${name}`);
  else if (sign !== undefined) yield at(file, offset, sign.kind, sign.what, `@${name}`);
  else if (name === 'Value') yield* injected(file, offset, list);
}

/** `0 0 3 * * *`, or `fixedRate = 5000` as it is written. */
function interval(list: string, constants: ReadonlyMap<string, string>): string {
  return annotationStrings(list, ['cron'], constants)[0] ?? list.replace(/\s+/gu, ' ').trim();
}

/** `@Value("${BASE_URL}")`: names in capitals come from the environment, others from Spring's own files. */
function* injected(file: SourceFile, offset: number, list: string): Generator<Finding> {
  const name = /\$\{([A-Z][A-Z0-9_]*)[:}]/u.exec(list)?.[1];
  if (name === undefined) return;
  yield at(file, offset, isSecret(name, '') ? 'secret' : 'variable', 'code', name);
}
