declare module 'fermyon:spin/mysql@2.0.0' {
  export type ParameterValue =
    | { readonly tag: 'boolean'; readonly val: boolean }
    | {
        readonly tag: 'int8' | 'int16' | 'int32' | 'uint8' | 'uint16' | 'uint32';
        readonly val: number;
      }
    | { readonly tag: 'int64' | 'uint64'; readonly val: bigint }
    | { readonly tag: 'floating32' | 'floating64'; readonly val: number }
    | { readonly tag: 'str'; readonly val: string }
    | { readonly tag: 'binary'; readonly val: Uint8Array }
    | { readonly tag: 'db-null' };

  export type DbValue = ParameterValue | { readonly tag: 'unsupported' };

  export interface RowSet {
    readonly columns: { readonly name: string; readonly dataType: string }[];
    readonly rows: DbValue[][];
  }

  export class Connection {
    private constructor();
    static open(address: string): Connection;
    query(statement: string, values: ParameterValue[]): RowSet;
    execute(statement: string, values: ParameterValue[]): void;
  }
}
