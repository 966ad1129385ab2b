/**
 * What reading a folder brought to light. A finding says what a file shows and where; what follows from it for a move to
 * WebAssembly is decided elsewhere, by rules over findings.
 */
export interface Finding {
  readonly kind: FindingKind;
  /** Machine id of the thing within its kind, in kebab case: `postgres`, `spring-mvc`, `ws`, `sharp`. */
  readonly what: string;
  /**
   * The text that was seen: a version, `GET /owners/{ownerId}`, a variable's name. Never a secret, and a URL without its
   * credentials. May be empty, as the version of a dependency whose parent sets it.
   */
  readonly value: string;
  /** Path from the folder, with `/` on every system. */
  readonly file: string;
  /** The line that shows it, from 1. */
  readonly line: number;
  readonly confidence: Confidence;
}

/**
 * `certain`: the file states it (a declared dependency, an annotation with its import, a key of a known format).
 * `likely`: code or text that is nearly always this (a route on a receiver called `router`, a password that is one by its
 * name). `hint`: worth a question, no more (a map at module level, a host in a comment-free string).
 */
export type Confidence = 'certain' | 'likely' | 'hint';

export type FindingKind = keyof typeof FINDING_KINDS;

/** Every kind, what it says, and what `what` and `value` hold. Rules and reports may rely on this table. */
export const FINDING_KINDS = {
  // What it is made of
  language:
    'A language the service is written in; what: `java`, `typescript`; value: its version if stated.',
  runtime: 'What runs it; what: `node`, `jvm`, `python`, `go`; value: the version or range.',
  framework:
    'A web or application framework; what: `express`, `spring-boot`, `fastapi`; value: the version.',
  'build-tool':
    'What builds it; what: `maven`, `gradle`, `npm`, `pnpm`, `poetry`, `go`, and `compose`, whose value is the folder it builds; value: version or command.',
  'front-end':
    'A library for pages that the browser makes; what: `react`, `vue`, `angular`, `vite`; value: version.',
  test: 'How it is tested; what: `junit`, `jest`, `pytest`; value: version or command.',
  annotation:
    'A class that the framework manages, to count what is rewritten; what: `rest-controller`, `service`; value: class.',
  entrypoint:
    'How it starts; what: `docker-cmd`, `npm-start`, `compose-command`; value: the command.',
  image: 'A container image; what: its name without registry and tag; value: as written.',
  service: 'A deployed unit; what: `compose`, `kubernetes`, `serverless`, `sam`; value: its name.',

  // What it offers
  route:
    'An HTTP endpoint; what: the framework; value: `GET /owners/{ownerId}`, prefixes included, `ANY` for all methods.',
  'http-port': 'A port it listens on; what: `http`; value: the number.',
  'base-path': 'A prefix of all its paths; what: who sets it; value: the path.',
  openapi:
    'An OpenAPI document or what makes one; what: `document`, `springdoc`, `swagger`; value: title or path.',
  'health-check':
    'A health probe; what: `liveness`, `readiness`, `compose`, `dockerfile`, `actuator`; value: path or command.',
  websocket:
    'WebSocket server code or library; what: `ws`, `socket.io`, `spring-websocket`; value: version or path.',
  stream:
    'A streamed answer: server-sent events, a reactive body; what: `sse`, `flux`, `chunked`; value: what shows it.',
  rpc: 'A protocol beside HTTP and JSON; what: `grpc`, `graphql`, `soap`; value: version or code.',
  'raw-socket':
    'A TCP or UDP server or client of its own; what: `tcp-server`, `tcp-client`, `udp`; value: the code.',
  'server-rendering': 'Pages made on the server; what: the engine; value: version or view.',

  // What it keeps
  database:
    'A database; what: `postgres`, `mysql`, `h2`, `mongodb`; value: driver version, or address without credentials.',
  cache:
    'A cache; what: `redis`, `caffeine`, `memcached`, `spring-cache`; value: version, address or code.',
  orm: 'Object-relational mapping; what: `jpa`, `typeorm`, `prisma`, `gorm`; value: version, entity or repository.',
  'data-access':
    'Queries by a driver; what: `jdbc-template`, `pg`, `database-sql`; value: the code.',
  transaction: 'A transaction boundary; what: `spring-transactional`, `sql`; value: the code.',
  migration: 'Schema migrations; what: `flyway`, `alembic`; value: version, or the folder.',
  session:
    'Sessions kept by the server; what: `express-session`, `http-session`; value: version or code.',
  'in-memory-state':
    'State that outlives a request in the process; what: `map`, `list`, `counter`, `cache`; value: its name.',
  'file-write': 'Writes to the file system; what: the function or library; value: the code.',
  volume:
    'A mount; what: `bind`, `named`, `pvc`, `dockerfile`, `config-map`, `secret`, `read-only`; value: path inside the container.',
  'object-store': 'Object storage; what: `s3`, `gcs`, `azure-blob`; value: version or code.',

  // What runs beside requests
  broker:
    'A message broker it talks to; what: `kafka`, `rabbitmq`, `sqs`, `nats`, `jms`; value: version, address or topic.',
  'queue-worker':
    'Code that messages start; what: `kafka-listener`, `celery`, `bullmq`, `sqs`; value: topic, queue or task.',
  schedule:
    'Code that a clock starts; what: `spring-scheduled`, `node-cron`, `celery-beat`; value: the expression.',
  thread:
    'Threads, executors, goroutines, background tasks; what: `executor`, `worker-threads`, `goroutine`; value: the code.',
  process:
    'Other programs or copies of itself; what: `child-process`, `subprocess`, `cluster`; value: the code.',

  // What ties it to the machine
  'native-module': 'Native code; what: the library or system package; value: version or code.',
  'cpu-heavy':
    'Work that needs the processor: images, numbers, models, PDF; what: the library; value: version or code.',
  'jvm-feature':
    'What only a JVM has; what: `aop`, `reflection`, `jmx`, `agent`, `class-loading`; value: the code.',
  'container-privilege':
    'Rights beyond a plain container; what: `privileged`, `host-network`, `devices`; value: as written.',
  'memory-limit':
    'Memory it gets or needs; what: `limit`, `request`, `heap`, `function`; value: as written.',
  replicas:
    'How many run; what: `compose`, `kubernetes`, `autoscaler`, `workers`; value: the number.',
  timeout: 'How long a request may take; what: who sets it; value: seconds or as written.',

  // What it reaches and needs
  'outbound-host': 'A host it calls; what: the scheme; value: `host:port` or host.',
  'http-client':
    'Calls over HTTP; what: `axios`, `rest-template`, `requests`; value: version or code.',
  mail: 'Mail; what: `nodemailer`, `spring-mail`; value: version.',
  directory: 'A directory service; what: `ldap`; value: version.',
  security:
    'Authentication and authorisation; what: `spring-security`, `passport`, `jwt`; value: version or code.',
  observability:
    'Logs, metrics, traces; what: `actuator`, `prometheus`, `opentelemetry`; value: version.',
  variable:
    'A setting from the environment; what: where it is named: `env-file`, `compose`, `code`; value: its name.',
  secret:
    'A setting that holds a secret; what: as for `variable`; value: its name, never its content.',
} as const;

/** An OpenAPI document that lies in the folder. */
export interface FoundDocument {
  readonly file: string;
  /** `info.title`, or empty. */
  readonly title: string;
  /** The version of the specification: `2.0`, `3.0.3`. */
  readonly version: string;
  readonly operations: number;
}

/** A file or folder that was not read, and why. */
export interface SkippedFile {
  readonly file: string;
  readonly why:
    | 'too-large'
    | 'binary'
    | 'unreadable'
    | 'link'
    | 'malformed'
    | 'template'
    | 'generated'
    | 'too-many';
}

export interface Evidence {
  /** The folder, absolute. */
  readonly folder: string;
  /** By file, then line, then kind, `what` and `value`; none twice. */
  readonly findings: readonly Finding[];
  readonly documents: readonly FoundDocument[];
  /** How many files some reader has read. */
  readonly filesRead: number;
  readonly skipped: readonly SkippedFile[];
}

/** Limits of one reading; each has a default. */
export interface EvidenceOptions {
  /** Larger files are skipped. */
  readonly maxFileBytes?: number;
  /** Files beyond this many are not looked at. */
  readonly maxFiles?: number;
  readonly signal?: AbortSignal;
}
