import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { type Located, parseLocated } from '../text/located-yaml.ts';
import { functionRoute, functionSettings, type Spelling, shown, store } from './functions.ts';

const SPELLING: Spelling = {
  what: 'sam',
  runtime: 'Runtime',
  memory: 'MemorySize',
  timeout: 'Timeout',
  environment: ['Environment', 'Variables'],
};

/** AWS SAM templates, and CloudFormation's with functions in them. Tags as `!Ref` are kept as text, never resolved. */
export function createSamReader(): Reader {
  return { accepts: (_path, name) => /\.(?:ya?ml|template)$/u.test(name), read };
}

function* read(file: SourceFile): Generator<Finding> {
  if (!/^Resources\s*:/mu.test(file.text) || !/AWS::\w+::/u.test(file.text)) return;
  for (const document of parseLocated(file.text)) {
    yield* functionSettings(file, document.at('Globals', 'Function'), SPELLING);
    for (const { key, offset, value } of document.at('Resources')?.map.values() ?? []) {
      yield* resource(file, key, offset, value);
    }
  }
}

function* resource(
  file: SourceFile,
  name: string,
  offset: number,
  value: Located,
): Generator<Finding> {
  const type = value.text('Type') ?? '';
  yield* store(file, offset, type, name);
  if (!/^AWS::(?:Serverless|Lambda)::Function$/u.test(type)) return;
  yield at(file, offset, 'service', 'function', name);
  yield* functionSettings(file, value.at('Properties'), SPELLING);
  for (const event of value.at('Properties', 'Events')?.map.values() ?? [])
    yield* trigger(file, event.value);
}

const QUEUES = new Set([
  'SQS',
  'SNS',
  'S3',
  'Kinesis',
  'DynamoDB',
  'MSK',
  'MQ',
  'EventBridgeRule',
  'CloudWatchEvent',
]);

function* trigger(file: SourceFile, event: Located): Generator<Finding> {
  const type = event.text('Type') ?? '';
  const properties = event.at('Properties');
  const offset = [...(properties?.map.values() ?? [])][0]?.offset ?? event.offset;
  if (type === 'Api' || type === 'HttpApi') {
    yield* functionRoute(
      file,
      offset,
      'sam',
      properties?.text('Method') ?? 'ANY',
      properties?.text('Path') ?? '/{proxy+}',
    );
  } else if (type === 'Schedule' || type === 'ScheduleV2') {
    yield at(file, offset, 'schedule', 'sam', shown(properties, 'Schedule', 'ScheduleExpression'));
  } else if (QUEUES.has(type)) {
    yield at(
      file,
      offset,
      'queue-worker',
      type.toLowerCase(),
      shown(properties, 'Queue', 'Topic', 'Bucket', 'Stream', 'Topics'),
    );
  }
}
