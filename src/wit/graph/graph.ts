/**
 * Drafts as a graph: what refers to what, and orders of walking it. Loops, not recursion: chains can be long.
 */
import { answerShape, contentShape } from './content-draft.ts';
import {
  caseShapes,
  type Draft,
  type OperationDraft,
  type Reference,
  type Shape,
} from './draft.ts';

/** A use of a draft, and whether the value can be without it: in an option, a list or a map. */
export interface Edge {
  readonly reference: Reference;
  readonly soft: boolean;
}

/** A place in a type or a signature; `option`: its WIT type is an option of the shape. */
export interface Position {
  readonly shape: Shape;
  readonly option: boolean;
}

/** The places of a draft, in order. */
export function positionsOf(draft: Draft): readonly Position[] {
  switch (draft.kind) {
    case 'enum':
      return [];
    case 'alias':
      return [{ shape: draft.shape, option: false }];
    case 'record':
      return [
        ...draft.fields.map(({ shape, optional, nullable, triState }) => ({
          shape: triState === true ? ({ kind: 'nullable', of: shape } as const) : shape,
          option: optional || nullable,
        })),
        ...(draft.extra === undefined ? [] : [{ shape: draft.extra.shape, option: false }]),
      ];
    case 'variant':
      return draft.cases.flatMap(({ shape }) =>
        shape === undefined ? [] : [{ shape, option: false }],
      );
    case 'union':
      return caseShapes(draft).map((shape) => ({ shape, option: false }));
  }
}

/** The places of an operation's signature: arguments, result, errors. */
export function signatureOf(operation: OperationDraft): readonly Position[] {
  const { parameters, body, ok, error } = operation;
  const given =
    operation.arguments === undefined
      ? [
          ...parameters.map(({ shape, optional }) => ({ shape, option: optional })),
          ...(body === undefined
            ? []
            : [{ shape: contentShape(body.content), option: body.optional }]),
        ]
      : [{ shape: operation.arguments, option: false }];
  return [...given, ...resultPositions(ok), { shape: error, option: false }];
}

/** The uses of other drafts at places, in order, without the demoted ones. */
export function edgesAt(positions: readonly Position[]): readonly Edge[] {
  const edges: Edge[] = [];
  for (const { shape, option } of positions) addEdges(edges, shape, option);
  return edges;
}

/** The drafts that operations use themselves. */
export function rootsOf(operations: readonly OperationDraft[]): readonly Draft[] {
  return operations.flatMap((operation) =>
    edgesAt(signatureOf(operation)).map((edge) => edge.reference.to),
  );
}

/** Walks depth first; `edge` is called for each use when it is met, `leave` for each draft after all it uses. */
export function walk(
  roots: Iterable<Draft>,
  on: {
    readonly edge?: (from: Draft, edge: Edge) => void;
    readonly leave?: (draft: Draft) => void;
  },
): void {
  const seen = new Set<Draft>();
  for (const root of roots) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack = [{ draft: root, edges: edgesAt(positionsOf(root)), at: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = top.edges[top.at];
      top.at += 1;
      if (edge === undefined) {
        on.leave?.(top.draft);
        stack.pop();
        continue;
      }
      on.edge?.(top.draft, edge);
      const { to } = edge.reference;
      if (seen.has(to)) continue;
      seen.add(to);
      stack.push({ draft: to, edges: edgesAt(positionsOf(to)), at: 0 });
    }
  }
}

/** All drafts in reach, each after those it uses (as far as there are no cycles). */
export function postOrder(roots: Iterable<Draft>): readonly Draft[] {
  const order: Draft[] = [];
  walk(roots, { leave: (draft) => order.push(draft) });
  return order;
}

function resultPositions(ok: OperationDraft['ok']): readonly Position[] {
  if (ok.kind === 'one') {
    const shape = answerShape(ok.success.answer);
    return shape === undefined ? [] : [{ shape, option: false }];
  }
  return [{ shape: ok.kind === 'variant' ? ok.variant : ok.reply, option: false }];
}

/** Into one list, because walks ask for this again and again. */
function addEdges(edges: Edge[], shape: Shape, soft: boolean): void {
  switch (shape.kind) {
    case 'list':
    case 'map':
    case 'nullable':
      addEdges(edges, shape.of, true);
      break;
    case 'tuple':
      for (const item of shape.items) addEdges(edges, item, soft);
      break;
    case 'reference':
      if (!shape.demoted) edges.push({ reference: shape, soft });
  }
}
