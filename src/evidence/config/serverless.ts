import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { type Located, parseLocated } from '../text/located-yaml.ts';
import { functionRoute, functionSettings, type Spelling, shown, store } from './functions.ts';

const SPELLING: Spelling = {
  what: 'serverless',
  runtime: 'runtime',
  memory: 'memorySize',
  timeout: 'timeout',
  environment: ['environment'],
};

/** `serverless.yml` (Serverless Framework 3 and 4). */
export function createServerlessReader(): Reader {
  return { accepts: (_path, name) => /^serverless(?:[.-][\w-]+)?\.ya?ml$/u.test(name), read };
}

function* read(file: SourceFile): Generator<Finding> {
  for (const document of parseLocated(file.text)) {
    const service = document.entry('service');
    const name = service?.value.scalar ?? service?.value.text('name');
    if (service !== undefined && name)
      yield at(file, service.offset, 'service', 'serverless', name);
    yield* functionSettings(file, document.at('provider'), SPELLING);
    for (const { key, offset, value } of document.at('functions')?.map.values() ?? []) {
      yield at(file, offset, 'service', 'function', key);
      yield* functionSettings(file, value, SPELLING);
      for (const event of value.at('events')?.list ?? []) yield* trigger(file, event);
    }
    const resources = document.at('resources', 'Resources')?.map.values() ?? [];
    for (const { key, offset, value } of resources) {
      yield* store(file, offset, value.text('Type') ?? '', key);
    }
  }
}

const QUEUES = new Set([
  'sqs',
  's3',
  'sns',
  'stream',
  'kafka',
  'msk',
  'rabbitmq',
  'activemq',
  'eventBridge',
  'iot',
]);

function* trigger(file: SourceFile, event: Located): Generator<Finding> {
  for (const { key, offset, value } of event.map.values()) {
    if (key === 'http' || key === 'httpApi') {
      const [method = 'ANY', path = '/'] =
        value.scalar === undefined
          ? [value.text('method') ?? 'ANY', value.text('path') ?? '/']
          : value.scalar.split(/\s+/u);
      yield* functionRoute(file, offset, 'serverless', method, path);
    } else if (key === 'schedule')
      yield at(file, offset, 'schedule', 'serverless', shown(value, 'rate'));
    else if (key === 'websocket')
      yield at(file, offset, 'websocket', 'api-gateway', shown(value, 'route'));
    else if (QUEUES.has(key)) {
      yield at(
        file,
        offset,
        'queue-worker',
        key.toLowerCase(),
        shown(value, 'arn', 'bucket', 'topic', 'topicName'),
      );
    }
  }
}
