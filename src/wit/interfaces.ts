/**
 * Operations → interfaces: one a tag, because tags are how the document's authors divide their API.
 */
import type { ApiModel, Operation } from '../openapi/model.ts';
import { isSafeExport, kebabWords, Labels, labelKey } from './names.ts';

export interface OperationGroup {
  /** WIT label of the interface. */
  readonly label: string;
  readonly tag: string | undefined;
  readonly operations: readonly Operation[];
}

/**
 * Names that an interface can't have: the interface of the shared types, the world, the HTTP door, which the engine
 * would look for among the module's exports, and the function that makes the typed doors.
 */
const TAKEN = ['types', 'service', 'incoming-handler', 'typed-door'];

/** Path segments that say nothing about what is behind them. */
const VACUOUS = /^(?:|api|rest|v\d+(?:\.\d+)*|\{.*)$/iu;

/** The interfaces in document order, by the operations' first tag, else by the first telling path segment. */
export function groupOperations(api: ApiModel): readonly OperationGroup[] {
  const groups = new Map<
    string,
    { wanted: string; tag: string | undefined; operations: Operation[] }
  >();
  for (const operation of api.operations) {
    const tag = operation.tags[0];
    const wanted =
      (tag === undefined ? undefined : kebabWords(tag)) ?? segmentLabel(operation.path);
    const key = labelKey(wanted);
    const group = groups.get(key) ?? { wanted, tag, operations: [] };
    groups.set(key, group);
    group.operations.push(operation);
  }
  const labels = new Labels(TAKEN);
  return [...groups.values()].map(({ wanted, tag, operations }) => ({
    label: isSafeExport(wanted)
      ? labels.take(wanted, `${wanted}-api`)
      : labels.take(`${wanted}-api`),
    tag,
    operations,
  }));
}

function segmentLabel(path: string): string {
  const segment = path.split(/[/?#]/u).find((part) => !VACUOUS.test(part));
  return kebabWords(segment ?? '') ?? 'api';
}
