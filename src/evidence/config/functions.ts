import { routePath } from '../code/paths.ts';
import { route } from '../code/scan.ts';
import type { Finding } from '../finding.ts';
import { at, type SourceFile } from '../reader.ts';
import type { Located, LocatedEntry } from '../text/located-yaml.ts';
import { setting } from '../text/settings.ts';

/** The keys that Serverless Framework and SAM spell in their own way. */
export interface Spelling {
  readonly what: 'serverless' | 'sam';
  readonly runtime: string;
  readonly memory: string;
  readonly timeout: string;
  readonly environment: readonly string[];
}

/** What the settings of a function, or those of all, say. */
export function* functionSettings(
  file: SourceFile,
  settings: Located | undefined,
  { what, runtime, memory, timeout, environment }: Spelling,
): Generator<Finding> {
  const [language, size, time] = [runtime, memory, timeout].map((key) => settings?.entry(key));
  if (language?.value.scalar) yield* lambdaRuntime(file, language);
  if (size?.value.scalar)
    yield at(file, size.offset, 'memory-limit', 'function', size.value.scalar);
  if (time?.value.scalar) yield at(file, time.offset, 'timeout', what, time.value.scalar);
  for (const { key, offset, value } of settings?.at(...environment)?.map.values() ?? []) {
    yield* setting(file, offset, what, key, value.scalar);
  }
}

/** `nodejs20.x`, `python3.12`, `java21`, `provided.al2023` (AWS Lambda runtimes). */
function* lambdaRuntime(file: SourceFile, { offset, value }: LocatedEntry): Generator<Finding> {
  const [, name = '', version = ''] =
    /^(nodejs|python|java|go|ruby|dotnet)(\d*(?:\.\d+)?)/u.exec(value.scalar ?? '') ?? [];
  const what = { nodejs: 'node', java: 'jvm' }[name] ?? name;
  if (what !== '') yield at(file, offset, 'runtime', what, version);
}

/** A route of a function's HTTP event. */
export function functionRoute(
  file: SourceFile,
  offset: number,
  what: string,
  method: string,
  path: string,
): Generator<Finding> {
  const verb = /^(?:any|\*|x-amazon-apigateway-any-method)$/iu.test(method)
    ? 'ANY'
    : method.toUpperCase();
  return route(
    { file: file.path, line: file.lineAt(offset) },
    what,
    verb,
    routePath(path.replace('{proxy+}', '{proxy}')),
  );
}

/** The scalar, or the one under a key, or the first in it: `arn`, `queue`, `rate`. Placeholders of the deployment stay out. */
export function shown(value: Located | undefined, ...keys: string[]): string {
  const text =
    value?.scalar ??
    keys.map((key) => first(value?.at(key))).find((found) => found !== undefined) ??
    '';
  return text.includes('${') ? '' : text;
}

function first(value: Located | undefined): string | undefined {
  return (
    value?.scalar ?? value?.list[0]?.scalar ?? [...(value?.map.values() ?? [])][0]?.value.scalar
  );
}

/** Resources of CloudFormation that keep or carry something, by their types. */
const STORES: ReadonlyMap<string, readonly [Finding['kind'], string]> = new Map([
  ['AWS::Serverless::SimpleTable', ['database', 'dynamodb']],
  ['AWS::DynamoDB::Table', ['database', 'dynamodb']],
  ['AWS::RDS::DBInstance', ['database', 'rds']],
  ['AWS::RDS::DBCluster', ['database', 'rds']],
  ['AWS::ElastiCache::CacheCluster', ['cache', 'redis']],
  ['AWS::SQS::Queue', ['broker', 'sqs']],
  ['AWS::SNS::Topic', ['broker', 'sns']],
  ['AWS::Kinesis::Stream', ['broker', 'kinesis']],
  ['AWS::S3::Bucket', ['object-store', 's3']],
]);

/** What a resource of CloudFormation keeps, if it is one that does. */
export function* store(
  file: SourceFile,
  offset: number,
  type: string,
  name: string,
): Generator<Finding> {
  const found = STORES.get(type);
  if (found !== undefined) yield at(file, offset, found[0], found[1], name);
}
