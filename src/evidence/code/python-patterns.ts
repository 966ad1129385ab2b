import { PYTHON_STORES } from './python-stores.ts';
import type { Pattern } from './scan.ts';

/** What calls in Python show. */
export const PYTHON_PATTERNS: readonly Pattern[] = [
  {
    kind: 'thread',
    what: 'process-pool',
    match: /\bProcessPoolExecutor(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'thread',
    what: 'thread-pool',
    match: /\bThreadPoolExecutor(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'thread',
    what: 'thread',
    match: /\b(?:threading\.)?Thread(?=\(\s*(?:target|group|daemon|name)\b)/gu,
    confidence: 'certain',
  },
  {
    kind: 'thread',
    what: 'thread',
    match: /(?<![.\w])class (\w+)\((?:threading\.)?Thread\)/gu,
    confidence: 'certain',
  },
  {
    kind: 'thread',
    what: 'multiprocessing',
    match: /\bmultiprocessing\.(?:Process|Pool|Queue)(?=\()/gu,
    confidence: 'certain',
  },
  { kind: 'thread', what: 'background-tasks', match: /\b\w*tasks\.add_task(?=\()/gu },
  {
    kind: 'thread',
    what: 'asyncio-task',
    match: /\basyncio\.(?:create_task|ensure_future)(?=\()/gu,
  },
  {
    kind: 'process',
    what: 'subprocess',
    match:
      /\bsubprocess\.(?:run|Popen|call|check_call|check_output)(?=\()|\bos\.(?:system|popen|fork)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'file-write',
    what: 'python',
    match:
      /(?<![.\w])(open)\([^()]*(?:\([^()]*\)[^()]*)*,\s*(?:mode\s*=\s*)?["'](?:[wax]b?\+?|[wax]\+?b?|r\+b?|rb\+)["']/gu,
  },
  {
    kind: 'file-write',
    what: 'python',
    match:
      /(?<=\.)(?:write_text|write_bytes|write_to_file)(?=\()|\bos\.(?:makedirs|mkdir|remove|rename|unlink)(?=\()|\bshutil\.(?:copy|copy2|copyfile|move|rmtree|copyfileobj)(?=\()/gu,
  },
  {
    kind: 'file-write',
    what: 'python',
    needs: /\bflask\b|\brequest\.files\b/u,
    match: /\b\w*file\w*\.save(?=\()/gu,
  },
  {
    kind: 'file-write',
    what: 'python',
    match: /\b(?:shelve|dbm)\.open(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'schedule',
    what: 'apscheduler',
    match: /\b(?:BackgroundScheduler|AsyncIOScheduler|BlockingScheduler)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'schedule',
    what: 'apscheduler',
    match: /@\w+\.scheduled_job\(\s*["'](\w+)["']/gu,
    confidence: 'certain',
  },
  { kind: 'schedule', what: 'apscheduler', match: /\bscheduler\.add_job(?=\()/gu },
  {
    kind: 'schedule',
    what: 'celery-beat',
    needs: /\bbeat_schedule\b|\bCELERY_BEAT_SCHEDULE\b/u,
    match: /(?<![.\w])crontab\([^()]*\)/gu,
    confidence: 'certain',
  },
  {
    kind: 'schedule',
    what: 'celery-beat',
    needs: /\badd_periodic_task\b/u,
    match: /\.add_periodic_task\(\s*([^,\n]+)/gu,
    confidence: 'certain',
  },
  {
    kind: 'schedule',
    what: 'repeat-every',
    match: /@repeat_every\(([^)]*)\)/gu,
    confidence: 'certain',
  },
  {
    kind: 'schedule',
    what: 'tornado',
    needs: /\btornado\b/u,
    match: /\bPeriodicCallback(?=\()/gu,
    confidence: 'certain',
  },
  { kind: 'queue-worker', what: 'celery-call', match: /\b\w+\.(?:delay|apply_async)(?=\()/gu },
  {
    kind: 'queue-worker',
    what: 'kafka',
    match: /\b(?:AIO)?KafkaConsumer\(\s*["']([^"']+)/gu,
    confidence: 'certain',
  },
  {
    kind: 'queue-worker',
    what: 'rabbitmq',
    match: /\.basic_consume\((?:\s*queue\s*=)?\s*["']([^"']+)/gu,
    confidence: 'certain',
  },
  {
    kind: 'broker',
    what: 'kafka',
    match: /\b(?:AIO)?KafkaProducer(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'broker',
    what: 'rabbitmq',
    match: /\bpika\.\w*Connection(?=\()|\baio_pika\.connect\w*(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'broker',
    what: 'sqs',
    match: /\bboto3\.(?:client|resource)(?=\(\s*["']sqs["'])/gu,
    confidence: 'certain',
  },
  {
    kind: 'mail',
    what: 'smtp',
    match: /(?<![.\w])smtplib\.SMTP(?:_SSL)?(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'server-rendering',
    what: 'jinja',
    // Text and feeds are templates too, and no pages.
    match: /(?<![.\w])render_template\(\s*["']([^"']+(?<!\.(?:txt|xml|json|csv)))["']/gu,
    confidence: 'certain',
  },
  {
    kind: 'server-rendering',
    what: 'jinja',
    match: /\.TemplateResponse\([^"']*["']([^"']+)/gu,
    confidence: 'certain',
  },
  {
    kind: 'server-rendering',
    what: 'django',
    needs: /\bdjango\b/u,
    match: /(?<![.\w])render\(\s*request,\s*["']([^"']+)/gu,
    confidence: 'certain',
  },
  {
    kind: 'server-rendering',
    what: 'tornado',
    needs: /\btornado\b/u,
    match: /\bself\.render\(\s*["']([^"']+)/gu,
    confidence: 'certain',
  },
  {
    kind: 'stream',
    what: 'chunked',
    match:
      /(?<![.\w])(?:Response\(\s*)?stream_with_context(?=\()|(?<![.\w])Response\(\s*gen\w*(?=\()/gu,
  },
  {
    kind: 'stream',
    what: 'sse',
    match: /\b(?:StreamingResponse|EventSourceResponse)(?=\()/gu,
    confidence: 'certain',
  },
  { kind: 'raw-socket', what: 'tcp', match: /\bsocket\.socket(?=\()/gu, confidence: 'certain' },
  { kind: 'rpc', what: 'grpc', match: /\bgrpc\.(?:aio\.)?server(?=\()/gu, confidence: 'certain' },
  {
    kind: 'http-client',
    what: 'requests',
    match: /\brequests\.(?:get|post|put|patch|delete|Session)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'http-client',
    what: 'httpx',
    match: /\bhttpx\.(?:AsyncClient|Client|get|post)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'native-module',
    what: 'ctypes',
    match: /\bctypes\.(?:CDLL|cdll\.LoadLibrary)(?=\()/gu,
    confidence: 'certain',
  },
  {
    kind: 'http-port',
    what: 'http',
    match: /\b(?:uvicorn|app)\.run\([^)]*\bport\s*=\s*(\d{2,5})\b/gu,
  },
  ...PYTHON_STORES,
];
