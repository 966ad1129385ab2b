declare module 'spin:sqlite/sqlite@3.0.0' {
  export type Value =
    | { readonly tag: 'integer'; readonly val: bigint }
    | { readonly tag: 'real'; readonly val: number }
    | { readonly tag: 'text'; readonly val: string }
    | { readonly tag: 'blob'; readonly val: Uint8Array }
    | { readonly tag: 'null' };

  export interface QueryResult {
    readonly columns: string[];
    readonly rows: { readonly values: Value[] }[];
  }

  export class Connection {
    private constructor();
    static open(database: string): Connection;
    execute(statement: string, values: Value[]): QueryResult;
    lastInsertRowid(): bigint;
    changes(): bigint;
  }
}
