// The table's types live with the runtime, because emitted projects carry both.
export type * from '../../templates/runtime/table.ts';
