import type { Pattern } from './scan.ts';

/** Names under which drivers of `database/sql` and dialects of GORM are opened. */
const OPENED = [
  ['sqlite', 'sqlite3?'],
  ['postgres', 'postgres|pgx'],
  ['mysql', 'mysql'],
  ['sqlserver', 'sqlserver|mssql'],
] as const;

/** What calls in Go show. */
export const GO_PATTERNS: readonly Pattern[] = [
  ...OPENED.map(
    ([what, name]): Pattern => ({
      kind: 'database',
      what,
      match: new RegExp(
        `\\b((?:gorm|sqlx?)\\.(?:Open|Connect|MustConnect))\\(\\s*"(?:${name})"`,
        'gu',
      ),
      confidence: 'certain',
    }),
  ),
  {
    kind: 'http-port',
    what: 'http',
    match: /\.(?:Run|Start|Listen|ListenAndServe|ListenAndServeTLS)\(\s*"[\w.]*:(\d{2,5})"/gu,
  },
  { kind: 'http-port', what: 'http', match: /\bAddr:\s*"[\w.]*:(\d{2,5})"/gu },
  {
    kind: 'thread',
    what: 'goroutine',
    match: /\bgo (?<=[\t{;]\s*go )(?:func\b|[\w.]+(?=\())/gu,
    confidence: 'certain',
  },
  { kind: 'schedule', what: 'cron', match: /\.AddFunc\(\s*"([^"]+)"/gu },
  { kind: 'schedule', what: 'ticker', match: /\btime\.(?:NewTicker|Tick)(?=\()/gu },
  {
    kind: 'process',
    what: 'exec',
    match: /\bexec\.Command(?:Context)?(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'file-write',
    what: 'go-os',
    match:
      /\bos\.(?:Create|WriteFile|OpenFile|MkdirAll|Mkdir|Remove|RemoveAll|Rename|CreateTemp|MkdirTemp)(?=\()|\bioutil\.(?:WriteFile|TempFile|TempDir)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'file-write',
    what: 'upload',
    match: /\bc\.(?:SaveUploadedFile|SaveFile)(?=\()/gu,
    confidence: 'certain',
  },
  { kind: 'websocket', what: 'gorilla', match: /\bwebsocket\.Upgrader\b/gu, confidence: 'certain' },
  {
    kind: 'websocket',
    what: 'nhooyr',
    match: /\bwebsocket\.Accept(?=\()/gu,
    confidence: 'certain',
  },
  { kind: 'stream', what: 'sse', match: /"(text\/event-stream)"/gu },
  { kind: 'rpc', what: 'grpc', match: /\bgrpc\.NewServer(?=\()/gu, confidence: 'certain' },
  {
    kind: 'raw-socket',
    what: 'tcp-server',
    // Servers of HTTP and gRPC are given their listener.
    unless: /\.Serve(?:TLS)?\(/u,
    match: /\bnet\.Listen(?:TCP)?(?=\()/gu,
  },
  {
    kind: 'raw-socket',
    what: 'udp',
    match: /\bnet\.Listen(?:UDP|Packet)(?=\()/gu,
    confidence: 'certain',
  },
  { kind: 'raw-socket', what: 'tcp-client', match: /\bnet\.Dial(?:Timeout)?(?=\()/gu },
  {
    kind: 'data-access',
    what: 'database-sql',
    match: /\bsqlx?\.(?:Open|Connect|MustConnect)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'pgx',
    match: /\bpgx(?:pool)?\.(?:New|Connect|ConnectConfig|NewWithConfig)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'mongodb',
    match: /\bmongo\.Connect(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'query',
    match:
      /\b(?:\w+\.)?(?:db|DB|pool|conn|tx|store)\.(?:QueryRow|QueryRowContext|Query|QueryContext|Exec|ExecContext|QueryRowx|Queryx|NamedExec|(?:Select|Get)(?=\(&))(?=\()/gu,
  },
  {
    kind: 'transaction',
    what: 'sql',
    match: /\b(?:\w+\.)?(?:db|DB|pool|conn)\.(?:Begin|BeginTx|Beginx)(?=\()/gu,
  },
  { kind: 'orm', what: 'gorm', match: /\bgorm\.Open(?=\()/gu, confidence: 'certain' },
  {
    kind: 'orm',
    what: 'gorm',
    needs: /(?:gorm\.io|jinzhu)\/gorm/u,
    match: /(?<![.\w])type (\w+) struct \{\s*gorm\.Model\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'cache',
    what: 'redis',
    match: /\bredis\.New(?:Client|ClusterClient|UniversalClient)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'queue-worker',
    what: 'kafka',
    match: /\bkafka\.NewReader\([\s\S]{0,400}?\bTopic:\s*"([^"]+)"/gu,
    confidence: 'certain',
  },
  {
    kind: 'broker',
    what: 'kafka',
    match: /\bkafka\.Writer\{[\s\S]{0,400}?\bTopic:\s*"([^"]+)"/gu,
    confidence: 'certain',
  },
  {
    kind: 'broker',
    what: 'kafka',
    match: /\bsarama\.New(?:SyncProducer|AsyncProducer|ConsumerGroup|Consumer)(?=\()/gu,
    confidence: 'certain',
  },
  { kind: 'broker', what: 'rabbitmq', match: /\bamqp\.Dial(?=\()/gu, confidence: 'certain' },
  { kind: 'broker', what: 'nats', match: /\bnats\.Connect(?=\()/gu, confidence: 'certain' },
  {
    kind: 'http-client',
    what: 'net-http',
    match:
      /\bhttp\.(?:Get|Post|PostForm|NewRequest|NewRequestWithContext)(?=\()|\b(?:&)?http\.Client\{/gu,
  },
  {
    kind: 'server-rendering',
    what: 'html-template',
    needs: /"html\/template"/u,
    match: /\btemplate\.(?:ParseFiles|ParseGlob|ParseFS|New|Must(?=\(\s*(?!template\.)))(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'server-rendering',
    what: 'html-template',
    needs: /"html\/template"/u,
    match: /\.ExecuteTemplate\(\s*\w+\s*,\s*"([^"]+)"/gu,
    confidence: 'certain',
  },
  {
    kind: 'server-rendering',
    what: 'gin',
    match: /\bc\.HTML\([^,]+,\s*"([^"]+)"/gu,
    confidence: 'certain',
  },
  { kind: 'native-module', what: 'cgo', match: /(?<![.\w])import "C"/gu, confidence: 'certain' },
];
