import { HostError } from './host-error.ts';

/** What may stand in a query: `undefined` is NULL; what becomes of a date and of an object each database says. */
export type Parameter =
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | Date
  | object
  | null
  | undefined;

/** What every database does. */
export interface SqlDatabase {
  /** The rows of a query, by column: `` db.query<Order>`select * from orders where id = ${id}` ``. */
  query<Result = Row>(strings: TemplateStringsArray, ...values: Parameter[]): Result[];
  /** How many rows a statement changed. */
  execute(strings: TemplateStringsArray, ...values: Parameter[]): number;
  /** All of `work` or, when it throws, nothing of it. */
  transaction<Result>(work: () => Result | Promise<Result>): Promise<Result>;
}

/** SQL with its parameters apart, as it goes to the database. */
export interface Query<Value> {
  readonly text: string;
  readonly values: readonly Value[];
}

/** A row by the names of its columns. */
export type Row = Record<string, unknown>;

/** What a database wants in the place of a parameter, and the parameter itself. */
export interface Bound<Value> {
  readonly placeholder: string;
  readonly value: Value;
}

/**
 * Turns a template into SQL: what was written is text, what was interpolated is a parameter. A value can therefore never
 * become SQL, and a table's or column's name can't be interpolated: write it.
 */
export function compileQuery<Value>(
  strings: TemplateStringsArray,
  given: readonly unknown[],
  bind: (value: unknown, position: number) => Bound<Value>,
): Query<Value> {
  if (!Array.isArray(strings) || !('raw' in strings)) {
    throw new TypeError(
      'Write db.query`select …` as a tagged template: text that is put together is not taken.',
    );
  }
  const bound = given.map((value, index) => bind(value, index + 1));
  const text = strings.map((part, index) => part + (bound[index]?.placeholder ?? '')).join('');
  return { text, values: bound.map(({ value }) => value) };
}

/**
 * Rows by the names of their columns; of two columns with one name the last stays.
 *
 * @param rows - as the host gives them: lists of another realm, which become this one's
 */
export function namedRows<Cell>(
  columns: readonly string[],
  rows: Iterable<ArrayLike<Cell>>,
  read: (cell: Cell) => unknown,
): Row[] {
  return Array.from(rows, (cells) =>
    Object.fromEntries(columns.map((name, index) => [name, read(cells[index] as Cell)])),
  );
}

/**
 * Runs `work` between `begin` and `commit`, or `rollback` when it throws.
 *
 * @param run - sends a statement without parameters
 */
export async function inTransaction<Result>(
  run: (statement: string) => void,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  run('begin');
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    rollback(run);
    throw error;
  }
  run('commit');
  return result;
}

/** A connection that is gone takes its transaction with it: why it went is the error to tell. */
function rollback(run: (statement: string) => void): void {
  try {
    run('rollback');
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

/**
 * A whole number as the interfaces carry it.
 *
 * @throws HostError when 64 bits do not hold it: the engine would cut them off, and bind another number
 */
export function int64(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value) return value;
  throw new HostError('refused', 'A whole number has more than 64 bits: bind it as text.');
}
