/**
 * Operations → interfaces: one a tag, because tags are how the document's authors divide their API.
 */
import type { ApiModel, Operation } from '../../openapi/model.ts';
import { isSafeExport } from './js-names.ts';
import { kebabWords, Labels, labelKey } from './labels.ts';
import { isVacuousSegment } from './paths.ts';

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

/** More interfaces than this are no division; the component model allows 1,000 instances (wasmparser `limits.rs`). */
const MAX_INTERFACES = 500;

/** The interface of operations that nothing divides. */
const UNDIVIDED = 'api';

interface Group {
  readonly wanted: string;
  readonly tag: string | undefined;
  readonly operations: Operation[];
}

/** The interfaces in document order, by the operations' first tag, else by the first telling path segment. */
export function groupOperations(api: ApiModel): readonly OperationGroup[] {
  const segmentOf = segmentNames(api.operations.filter(({ tags }) => tags.length === 0));
  const groups = groupBy(api.operations, (operation) => {
    const tag = kebabWords(operation.tags[0] ?? '');
    return tag ?? segmentOf(operation);
  });
  const few = groups.length > MAX_INTERFACES ? groupBy(api.operations, () => UNDIVIDED) : groups;
  const labels = new Labels(TAKEN);
  return few.map(({ wanted, tag, operations }) => {
    const other = `${wanted}-api`;
    const label = isSafeExport(wanted) ? labels.take(wanted, other) : labels.take(other);
    return { label, tag, operations };
  });
}

function groupBy(
  operations: readonly Operation[],
  nameOf: (operation: Operation) => string,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const operation of operations) {
    const wanted = nameOf(operation);
    const key = labelKey(wanted);
    const group = groups.get(key) ?? { wanted, tag: operation.tags[0], operations: [] };
    groups.set(key, group);
    group.operations.push(operation);
  }
  return [...groups.values()];
}

/**
 * Names by path segment, for operations without tags. When nearly each has a segment of its own (`/sendMessage`,
 * `/sendPhoto`), the segments divide nothing.
 */
function segmentNames(operations: readonly Operation[]): (operation: Operation) => string {
  const count = new Set(operations.map(({ path }) => segmentLabel(path))).size;
  const isDivided = count <= 8 || operations.length >= count * 1.5;
  return ({ path }) => (isDivided ? segmentLabel(path) : UNDIVIDED);
}

function segmentLabel(path: string): string {
  const segment = path.split(/[/?#]/u).find((part) => !isVacuousSegment(part));
  return kebabWords(segment ?? '') ?? UNDIVIDED;
}
