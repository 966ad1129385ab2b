/**
 * How large and how deep types are with every reference expanded, as wasmparser counts: 1 for each record, variant,
 * tuple, list, option, enum and primitive (probed with jco 1.34).
 */
import type { Draft, DraftKind, Shape } from './draft.ts';
import { type Position, positionsOf } from './graph.ts';

export type Sizes = ReadonlyMap<Draft, number>;

/** @param drafts - in post order */
export function measure(drafts: readonly Draft[]): Sizes {
  const sizes = new Map<Draft, number>();
  for (const draft of drafts) {
    const own = draft.kind === 'alias' ? 0 : 1;
    const status = draft.kind === 'variant' ? statusSize(draft) : 0;
    const inner = positionsOf(draft).reduce((sum, at) => sum + sizeAt(at, sizes), 0);
    sizes.set(draft, own + status + inner);
  }
  return sizes;
}

export function sizeAt({ shape, option }: Position, sizes: Sizes): number {
  return (option ? 1 : 0) + sizeOf(shape, sizes);
}

function sizeOf(shape: Shape, sizes: Sizes): number {
  switch (shape.kind) {
    case 'scalar':
      return shape.scalar === 'bytes' ? 2 : 1;
    case 'json':
      return 1;
    case 'list':
    case 'nullable':
      return 1 + sizeOf(shape.of, sizes);
    case 'map':
      return 3 + sizeOf(shape.of, sizes);
    case 'tuple':
      return shape.items.reduce((sum, item) => sum + sizeOf(item, sizes), 1);
    case 'reference':
      return shape.demoted ? 1 : (sizes.get(shape.to) ?? 1);
  }
}

/** A case of several statuses carries its own, alone or in a tuple. */
function statusSize({ cases }: DraftKind<'variant'>): number {
  return cases.reduce(
    (sum, { anyStatus, shape }) => sum + (anyStatus ? (shape === undefined ? 1 : 2) : 0),
    0,
  );
}

export function depthAt({ shape, option }: Position, depths: ReadonlyMap<Draft, number>): number {
  return 1 + (option ? 1 : 0) + depthOf(shape, depths);
}

function depthOf(shape: Shape, depths: ReadonlyMap<Draft, number>): number {
  switch (shape.kind) {
    case 'list':
    case 'nullable':
      return 1 + depthOf(shape.of, depths);
    case 'map':
      return 2 + depthOf(shape.of, depths);
    case 'tuple':
      return 1 + Math.max(...shape.items.map((item) => depthOf(item, depths)));
    case 'reference':
      return shape.demoted ? 1 : (depths.get(shape.to) ?? 1);
    default:
      return 1;
  }
}
