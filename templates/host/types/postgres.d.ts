declare module 'spin:postgres/postgres@4.0.0' {
  /** `[value, 'inclusive' | 'exclusive']`, or `undefined` for no bound. */
  export type Range<Value> = [
    lower: [Value, 'inclusive' | 'exclusive'] | undefined,
    upper: [Value, 'inclusive' | 'exclusive'] | undefined,
  ];

  export type ParameterValue =
    | { readonly tag: 'boolean'; readonly val: boolean }
    | { readonly tag: 'int8' | 'int16' | 'int32'; readonly val: number }
    | { readonly tag: 'int64'; readonly val: bigint }
    | { readonly tag: 'floating32' | 'floating64'; readonly val: number }
    | { readonly tag: 'str' | 'uuid' | 'decimal'; readonly val: string }
    | { readonly tag: 'binary' | 'jsonb'; readonly val: Uint8Array }
    | { readonly tag: 'date'; readonly val: [year: number, month: number, day: number] }
    | { readonly tag: 'time'; readonly val: [h: number, m: number, s: number, ns: number] }
    | {
        readonly tag: 'datetime';
        readonly val: [number, number, number, h: number, m: number, s: number, ns: number];
      }
    | { readonly tag: 'timestamp'; readonly val: bigint }
    | { readonly tag: 'range-int32'; readonly val: Range<number> }
    | { readonly tag: 'range-int64'; readonly val: Range<bigint> }
    | { readonly tag: 'range-decimal'; readonly val: Range<string> }
    | { readonly tag: 'array-int32'; readonly val: (number | undefined)[] }
    | { readonly tag: 'array-int64'; readonly val: (bigint | undefined)[] }
    | { readonly tag: 'array-decimal' | 'array-str'; readonly val: (string | undefined)[] }
    | {
        readonly tag: 'interval';
        readonly val: { readonly micros: bigint; readonly days: number; readonly months: number };
      }
    | { readonly tag: 'db-null' };

  export type DbValue = ParameterValue | { readonly tag: 'unsupported'; readonly val: Uint8Array };

  export interface RowSet {
    readonly columns: { readonly name: string; readonly dataType: { readonly tag: string } }[];
    readonly rows: DbValue[][];
  }

  export class Connection {
    private constructor();
    static open(address: string): Connection;
    query(statement: string, values: ParameterValue[]): RowSet;
    execute(statement: string, values: ParameterValue[]): bigint;
  }
}
