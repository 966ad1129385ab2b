/**
 * Names of what HTTP adds to the types of a document: variants of content, and records of content and headers.
 */
import type { Draft, OperationOrigin, Shape } from '../graph/draft.ts';
import { postOrder, rootsOf } from '../graph/graph.ts';
import type { Labels } from './labels.ts';
import type { Naming } from './naming.ts';

/**
 * One operation's own are `create-order-body`, `get-report-content` and `list-orders-response`; a response of another
 * status than its first is `create-order-conflict-response`. Those that operations share are called after the schema
 * that is their content (`order-response`), or after their status (`too-many-requests-response`).
 */
export function nameContents(naming: Naming, labels: Labels, named: Map<Draft, string>): void {
  for (const draft of postOrder(rootsOf(naming.operations))) {
    const { origin } = draft;
    if (origin.from !== 'operation' || named.has(draft)) continue;
    named.set(draft, labels.take(...candidates(draft, origin, naming, named)));
  }
}

function candidates(
  draft: Draft,
  origin: OperationOrigin,
  { groups, functionOf }: Naming,
  named: ReadonlyMap<Draft, string>,
): readonly [string, ...string[]] {
  const { suffix, status, operation } = origin;
  const users = (groups.get(draft) ?? [draft]).flatMap((user) =>
    user.origin.from === 'operation' ? [user.origin] : [],
  );
  const owner = functionOf.get(operation) ?? 'call';
  const own = `${owner}-${suffix}`;
  const full = status === undefined ? own : `${owner}-${status}-${suffix}`;
  if (new Set(users.map((user) => user.operation)).size < 2) return [own, full];
  const statuses = new Set(users.map((user) => user.status));
  const common = statuses.size === 1 && status !== undefined ? [`${status}-${suffix}`] : [];
  const content = contentName(draft, named);
  const [first = own, ...rest] = [
    ...(content === undefined ? [] : [`${content}-${suffix}`]),
    ...common,
  ];
  return [first, ...rest, own, full];
}

/** The name of the schema that a record has as its content, or a variant as its first case. */
function contentName(draft: Draft, named: ReadonlyMap<Draft, string>): string | undefined {
  if (draft.kind === 'record') {
    const body = draft.fields.find(({ label }) => label === 'body');
    return body && shapeName(body.shape, named);
  }
  const shape = draft.kind === 'variant' ? draft.cases[0]?.shape : undefined;
  return shape && shapeName(shape, named);
}

function shapeName(shape: Shape, named: ReadonlyMap<Draft, string>): string | undefined {
  if (shape.kind === 'reference') return named.get(shape.to);
  if (shape.kind !== 'list') return undefined;
  const item = shapeName(shape.of, named);
  return item === undefined ? undefined : `${item}-list`;
}
