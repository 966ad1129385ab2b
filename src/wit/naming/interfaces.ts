/**
 * Operations → interfaces: one a tag, because tags are how the document's authors divide their API.
 */
import type { ApiModel, Operation } from '../../openapi/model.ts';
import { isSafeExport } from './js-names.ts';
import { kebab, kebabWords, Labels, labelKey } from './labels.ts';
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

/**
 * The component model allows 1,000 instances (wasmparser `limits.rs`). An exported interface takes two, and some are for
 * what a world imports (probed with jco 1.34: 480 interfaces pass, 500 fail).
 */
const MAX_INTERFACES = 400;

/** The interface of operations that nothing divides, or into too many parts. */
const UNDIVIDED = 'api';

interface Group {
  readonly wanted: string;
  readonly tag: string | undefined;
  readonly operations: Operation[];
}

/**
 * The interfaces in document order, by the operations' first tag, else by the first telling path segment. Of too many,
 * those with most operations stay, and the others' operations are in one.
 */
export function groupOperations(api: ApiModel): readonly OperationGroup[] {
  const segmentOf = segmentNames(api.operations.filter(({ tags }) => tags.length === 0));
  const nameOf = (operation: Operation): string =>
    kebabWords(operation.tags[0] ?? '') ?? segmentOf(operation);
  const groups = groupBy(api.operations, nameOf);
  const kept = new Set(largest(groups).flatMap(({ operations }) => operations));
  const few = groupBy(api.operations, (operation) =>
    kept.has(operation) ? nameOf(operation) : UNDIVIDED,
  );
  const labels = new Labels(TAKEN);
  return few.map(({ wanted, tag, operations }) => {
    const other = `${wanted}-api`;
    const label = isSafeExport(wanted) ? labels.take(wanted, other) : labels.take(other);
    return { label, tag, operations };
  });
}

/** All groups, or as many as leave room for one of the rest; of equal ones the first. */
function largest(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= MAX_INTERFACES) return groups;
  return groups
    .toSorted((a, b) => b.operations.length - a.operations.length)
    .slice(0, MAX_INTERFACES - 1);
}

function groupBy(
  operations: readonly Operation[],
  nameOf: (operation: Operation) => string,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const operation of operations) {
    const wanted = nameOf(operation);
    const key = labelKey(wanted);
    const [tag] = operation.tags;
    const isNamedAfterTag = tag !== undefined && labelKey(kebab(tag, '')) === key;
    const group = groups.get(key) ?? {
      wanted,
      tag: isNamedAfterTag ? tag : undefined,
      operations: [],
    };
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
