import type { Context } from './refusal.ts';
import type { Scanner } from './scanner.ts';

/** A date, a time or both, as it is written; `undefined` when none begins here. */
export function dateTime(scanner: Scanner): string | undefined {
  const start = scanner.at;
  if (scanner.take(/\d{4}-/y) !== '') {
    restOfDate(scanner, Number(scanner.text.slice(start, start + 4)));
  } else if (scanner.take(HOUR) !== '') restOfTime(scanner, 'time');
  else return undefined;
  return scanner.text.slice(start, scanner.at);
}

const HOUR = /(?:[01]\d|2[0-3]):/y;

function restOfDate(scanner: Scanner, year: number): void {
  const label = 'date-time';
  const month = field(scanner, label, [1, 12]);
  separator(scanner, '-', { label });
  field(scanner, label, [1, daysOf(month, year)]);
  if (scanner.take(/[Tt ](?:[01]\d|2[0-3]):/y) === '') return;
  restOfTime(scanner, label);
  if (scanner.take(/[Zz]/y) !== '' || scanner.take(/[+-]/y) === '') return;
  const offset = 'time offset';
  field(scanner, offset, [0, 23]);
  separator(scanner, ':', { label: offset });
  field(scanner, offset, [0, 59]);
}

function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Minutes, seconds and what is smaller. */
function restOfTime(scanner: Scanner, label: string): void {
  field(scanner, label, [0, 59]);
  separator(scanner, ':', { label });
  field(scanner, label, [0, 60]);
  scanner.take(/\.\d+/y);
}

function separator(scanner: Scanner, sign: string, context: Context): void {
  if (!scanner.eat(sign)) scanner.refuse(context);
}

/** Two digits within a range. */
function field(
  scanner: Scanner,
  label: string,
  [least, most]: readonly [least: number, most: number],
): number {
  const start = scanner.at;
  const digits = scanner.take(/\d\d/y);
  if (digits === '') scanner.refuse({ label });
  const value = Number(digits);
  const isInside = value >= least && value <= most;
  return isInside ? value : scanner.refuse({ label, cause: 'value is out of range' }, start);
}
