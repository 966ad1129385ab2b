/**
 * Names of what HTTP adds to the types of a document: variants of content, and records of content and headers.
 */
import { isComponent } from '../drafting/resolver.ts';
import type { Draft, OperationOrigin, Shape } from '../graph/draft.ts';
import { postOrder, rootsOf } from '../graph/graph.ts';
import type { Labels } from './labels.ts';
import type { Naming } from './naming.ts';
import { isTellingStatus } from './status.ts';

/**
 * One operation's own are `create-order-body`, `get-report-content` and `list-orders-response`; the response of an
 * error or redirect is `create-order-conflict-response`. Those that operations share are called after the schema that
 * is their content (`order-response`), after their status (`too-many-requests-response`) or after their cases
 * (`json-or-csv-content`). What would be a response twice is a reply: `order-reply` has an `order-response`.
 */
export function nameContents(naming: Naming, labels: Labels, named: Map<Draft, string>): void {
  for (const draft of postOrder(rootsOf(naming.operations))) {
    const { origin } = draft;
    if (origin.from !== 'operation' || named.has(draft)) continue;
    const owner = naming.functionOf.get(origin.operation) ?? 'call';
    const [first, ...rest] = ownNames(origin, owner);
    const [shared, ...others] = isShared(draft, naming) ? sharedNames(draft, naming, named) : [];
    const name =
      shared === undefined
        ? labels.take(first, ...rest)
        : labels.take(shared, ...others, first, ...rest);
    named.set(draft, name);
  }
}

function ownNames(
  { suffix, status }: OperationOrigin,
  owner: string,
): readonly [string, ...string[]] {
  const own = `${owner}-${suffix}`;
  if (status === undefined) return [own];
  const full = `${owner}-${status}-${suffix}`;
  if (isTellingStatus(status)) return [full];
  return suffix === 'response' ? [own, `${owner}-reply`, full] : [own, full];
}

function isShared(draft: Draft, naming: Naming): boolean {
  return new Set(origins(draft, naming).map(({ operation }) => operation)).size > 1;
}

function origins(draft: Draft, { groups }: Naming): readonly OperationOrigin[] {
  return (groups.get(draft) ?? [draft]).flatMap(({ origin }) =>
    origin.from === 'operation' ? [origin] : [],
  );
}

function sharedNames(
  draft: Draft,
  naming: Naming,
  named: ReadonlyMap<Draft, string>,
): readonly string[] {
  const users = origins(draft, naming);
  const [suffix = 'content'] = users.map((user) => user.suffix);
  const [status, ...others] = new Set(users.map((user) => user.status));
  const ofStatus =
    suffix === 'response' && status !== undefined && others.length === 0
      ? [`${status}-response`]
      : [];
  const content = contentName(draft, named);
  const ofContent = content === undefined ? [] : [suffixed(content, suffix)];
  const isTelling = users.every(
    (user) => user.status !== undefined && isTellingStatus(user.status),
  );
  const isOneOfMany = isTelling && suffix === 'response' && others.length > 0;
  const cases = draft.kind === 'variant' ? draft.cases.map(({ label }) => label) : [];
  const ofCases = cases.length > MAX_CASES_IN_NAME ? '' : cases.join('-or-');
  return [
    ...(isOneOfMany && !isOfComponent(draft) ? ['error-response'] : []),
    ...(isTelling ? [...ofStatus, ...ofContent] : [...ofContent, ...ofStatus]),
    ...(ofCases === '' ? [] : [withEnd(ofCases, suffix)]),
  ];
}

function withEnd(label: string, end: string): string {
  return label.endsWith(`-${end}`) ? label : `${label}-${end}`;
}

/** With more cases than this a name made of them isn't read. */
const MAX_CASES_IN_NAME = 3;

function suffixed(content: string, suffix: string): string {
  const words = content.replace(/-?response$/u, '');
  return words === content || words === '' || suffix !== 'response'
    ? `${content}-${suffix}`
    : `${words}-reply`;
}

/** Whether a record has a component as its content, which the document gave a name. */
function isOfComponent(draft: Draft): boolean {
  const shape = bodyShape(draft);
  return shape?.kind === 'reference' && isComponent(shape.to.pointer);
}

function bodyShape(draft: Draft): Shape | undefined {
  if (draft.kind !== 'record') return undefined;
  return draft.fields.find(({ label }) => label === 'body')?.shape;
}

/** The name of the schema that a record has as its content, or a variant as its first case. */
function contentName(draft: Draft, named: ReadonlyMap<Draft, string>): string | undefined {
  const shape = draft.kind === 'variant' ? draft.cases[0]?.shape : bodyShape(draft);
  return shape && shapeName(shape, named);
}

function shapeName(shape: Shape, named: ReadonlyMap<Draft, string>): string | undefined {
  if (shape.kind === 'reference') return named.get(shape.to);
  if (shape.kind !== 'list') return undefined;
  const item = shapeName(shape.of, named);
  return item === undefined ? undefined : `${item}-list`;
}
