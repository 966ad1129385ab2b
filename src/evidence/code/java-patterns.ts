import type { Pattern } from './scan.ts';

/** What calls and types in Java and Kotlin show; annotations are read by themselves. */
export const JAVA: readonly Pattern[] = [
  { kind: 'thread', what: 'executor', match: /\bExecutors\.new\w+(?=\()/gu, confidence: 'certain' },
  {
    kind: 'thread',
    what: 'executor',
    match:
      /\bnew (?:SimpleAsyncTaskExecutor|ThreadPoolExecutor|ThreadPoolTaskExecutor|ScheduledThreadPoolExecutor|ForkJoinPool)\b/gu,
    confidence: 'certain',
  },
  { kind: 'thread', what: 'thread', match: /\bnew Thread(?=\()/gu, confidence: 'certain' },
  {
    kind: 'thread',
    what: 'thread',
    match: /\bThread\.(?:startVirtualThread|ofVirtual|ofPlatform)\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'thread',
    what: 'completable-future',
    match: /\bCompletableFuture\.(?:supplyAsync|runAsync)\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'thread',
    what: 'parallel-stream',
    match: /(?<=\.)parallelStream(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'thread',
    what: 'coroutine',
    match: /\bGlobalScope\.(?:launch|async)\b/gu,
    confidence: 'certain',
  },
  { kind: 'schedule', what: 'timer', match: /\bnew (?:Timer(?=\()|java\.util\.Timer)\b/gu },
  {
    kind: 'schedule',
    what: 'executor',
    match: /(?<=\.)scheduleAtFixedRate|(?<=\.)scheduleWithFixedDelay/gu,
  },
  {
    kind: 'process',
    what: 'process-builder',
    match: /\bnew ProcessBuilder\b|\bRuntime\.getRuntime\(\)\.exec\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'file-write',
    what: 'java-io',
    match: /\bnew (?:FileOutputStream|FileWriter|RandomAccessFile)\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'file-write',
    what: 'java-nio',
    match:
      /\bFiles\.(?:write|writeString|newBufferedWriter|newOutputStream|copy|move|createDirector(?:y|ies)|createFile|createTempFile|delete|deleteIfExists)\b/gu,
    confidence: 'certain',
  },
  { kind: 'file-write', what: 'multipart', match: /(?<=\.)transferTo(?=\()/gu },
  {
    kind: 'native-module',
    what: 'jni',
    match: /\bSystem\.(?:loadLibrary|load)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'raw-socket',
    what: 'tcp-server',
    match: /\bnew ServerSocket\b|\bServerSocketChannel\.open\b/gu,
    confidence: 'certain',
  },
  { kind: 'raw-socket', what: 'tcp-client', match: /\bnew Socket(?=\()/gu, confidence: 'certain' },
  { kind: 'raw-socket', what: 'udp', match: /\bnew DatagramSocket\b/gu, confidence: 'certain' },
  {
    kind: 'jvm-feature',
    what: 'reflection',
    match:
      /\bClass\.forName\b|\bProxy\.newProxyInstance\b|(?<=\.)getDeclared(?:Method|Field|Constructor)s?(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'jvm-feature',
    what: 'jmx',
    match: /\bManagementFactory\.\w+|@ManagedResource\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'jvm-feature',
    what: 'class-loading',
    match: /\bnew URLClassLoader\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'websocket',
    what: 'spring-websocket',
    match: /@Enable(?:WebSocketMessageBroker|WebSocket)\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'websocket',
    what: 'spring-websocket',
    match: /\bextends (?:Text|Binary|Abstract)WebSocketHandler\b|\bimplements WebSocketHandler\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'stream',
    what: 'sse',
    match: /\bnew SseEmitter\b|\bServerSentEvent</gu,
    confidence: 'certain',
  },
  {
    kind: 'stream',
    what: 'sse',
    match: /\bMediaType\.TEXT_EVENT_STREAM(?:_VALUE)?\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'session',
    what: 'http-session',
    match: /\bHttpSession(?= \w+[,)])|\bnew SessionLocaleResolver(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'jdbc-template',
    match: /\b(?:NamedParameter)?JdbcTemplate(?= \w+;)|\bJdbcClient(?= \w+;)/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'jdbc',
    match: /\bDriverManager\.getConnection\b|(?<=\.)prepareStatement(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'query',
    match: /\b\w*[jJ]dbc\w*\.(?:query\w*|update|batchUpdate|execute|sql)(?=\()/gu,
  },
  {
    kind: 'data-access',
    what: 'mongo-template',
    match: /\b(?:Reactive)?MongoTemplate(?= \w+;)/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'r2dbc',
    match: /\bDatabaseClient(?= \w+;)/gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'entity-manager',
    match: /\b(?:EntityManager|SessionFactory)(?= \w+;)/gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'spring-data',
    match:
      /\binterface (\w+)(?:<[^{]*>)?\s+extends\s+[^{]*?\b(?:JpaRepository|CrudRepository|ListCrudRepository|PagingAndSortingRepository|ListPagingAndSortingRepository|ReactiveCrudRepository|ReactiveSortingRepository|R2dbcRepository|MongoRepository|ReactiveMongoRepository|Repository)</gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'spring-data',
    match:
      /\binterface (\w+)\s*:\s*[^{\n]*?\b(?:JpaRepository|CrudRepository|ReactiveCrudRepository|CoroutineCrudRepository|Repository)</gu,
    confidence: 'certain',
  },
  {
    kind: 'cache',
    what: 'redis',
    match: /\b(?:Reactive)?(?:String)?RedisTemplate(?:<[^>]*>)?(?= \w+;)/gu,
    confidence: 'certain',
  },
  { kind: 'broker', what: 'kafka', match: /\b\w*[kK]afka\w*\.send\(\s*"([^"]+)"/gu },
  { kind: 'broker', what: 'rabbitmq', match: /\b\w*[rR]abbit\w*\.convertAndSend\(\s*"([^"]+)"/gu },
  { kind: 'broker', what: 'jms', match: /\b\w*[jJ]ms\w*\.convertAndSend\(\s*"([^"]+)"/gu },
  {
    kind: 'http-client',
    what: 'rest-template',
    match: /\bnew RestTemplate\b|\bRestTemplate(?= \w+;)/gu,
    confidence: 'certain',
  },
  {
    kind: 'http-client',
    what: 'web-client',
    match: /\bWebClient\.(?:create|builder)\b|\bWebClient(?:\.Builder)?(?= \w+;)/gu,
    confidence: 'certain',
  },
  {
    kind: 'http-client',
    what: 'rest-client',
    match: /\bRestClient\.(?:create|builder)\b|\bRestClient(?= \w+;)/gu,
    confidence: 'certain',
  },
  {
    kind: 'http-client',
    what: 'java-http',
    match: /\bHttpClient\.new(?:HttpClient|Builder)\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'security',
    what: 'spring-security',
    match:
      /\bSecurityFilterChain(?= \w+\()|\bextends WebSecurityConfigurerAdapter\b|\bSecurityWebFilterChain(?= \w+\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'in-memory-state',
    what: 'map',
    match:
      /\b(?:private|protected|public|static|final|val|var)\b[^;=(){}]*?\b(\w+)\s*=\s*(?:new (?:java\.util\.(?:concurrent\.)?)?)?(?:ConcurrentHashMap|ConcurrentMap|ConcurrentSkipListMap)\b/gu,
  },
  {
    kind: 'in-memory-state',
    what: 'list',
    match:
      /\b(?:private|protected|public|static|final|val|var)\b[^;=(){}]*?\b(\w+)\s*=\s*(?:new )?(?:CopyOnWriteArrayList|ConcurrentLinkedQueue|ConcurrentLinkedDeque|LinkedBlockingQueue|ArrayBlockingQueue)\b/gu,
  },
  {
    kind: 'in-memory-state',
    what: 'counter',
    match:
      /\b(?:private|protected|public|static|final|val|var)\b[^;=(){}]*?\b(\w+)\s*=\s*(?:new )?(?:AtomicLong|AtomicInteger|LongAdder)\b/gu,
  },
  {
    kind: 'in-memory-state',
    what: 'map',
    match:
      /\bstatic\b[^;=(){}]*?\b(\w+)\s*=\s*(?:new (?:HashMap|LinkedHashMap|TreeMap|WeakHashMap)|Collections\.synchronizedMap)\b/gu,
  },
];
