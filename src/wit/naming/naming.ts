import type { Operation } from '../../openapi/model.ts';
import type { OperationDraft } from '../graph/draft.ts';
import type { Groups } from '../graph/share.ts';

/** The types and functions to name, and what their names come from. */
export interface Naming {
  readonly operations: readonly OperationDraft[];
  /** Interface label of each operation. */
  readonly interfaceOf: ReadonlyMap<Operation, string>;
  readonly functionOf: ReadonlyMap<Operation, string>;
  readonly groups: Groups;
}
